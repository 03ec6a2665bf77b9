import { sampleIndicator } from '../../domain/evaluation/sampleRecord'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { collectBackup } from '@/storage/backup/collectBackup'
import { readBackup } from '@/storage/backup/readBackup'
import { restoreBackup } from '@/storage/backup/restoreBackup'
import { canSnapshot, writeSnapshot } from '@/storage/backup/snapshots'
import { writeBackup } from '@/storage/backup/writeBackup'
import type { KeyValueStore } from '@/storage/browserStorage'
import type { CommandBody } from '@/storage/command'
import { type AppDatabase } from '@/storage/database'
import { listSummaries } from '@/storage/evaluationRepository'
import { saveSetting } from '@/storage/settings'
import { writePacks } from '@/storage/summaryPacks'
import type { AppStorage } from '@/stores/appStorage'
import { sampleEvaluation } from '../sampleCommands'
import { commandOf, evidence, filledEvaluation, note, problem, type World } from './world'

/** The app as it stands when the user acts. */
export interface Stage {
  db: AppDatabase
  storage: AppStorage
  browserStorage: KeyValueStore
  world: World
}

/** One thing that a user does. Done twice, it leaves what it leaves once. */
export interface Scenario {
  name: string
  /** Goes through the queue of commands. */
  isCommand?: true
  /** Nobody waits for it and nobody is told. */
  isBackground?: true
  act: (stage: Stage) => Promise<unknown>
}

/** A command under a name of its own, sent as the stores send it. */
const command = (name: string, body: CommandBody | ((world: World) => CommandBody)): Scenario => ({
  name,
  isCommand: true,
  act: ({ storage, world }) =>
    storage.queue.send(commandOf(name, typeof body === 'function' ? body(world) : body)),
})

const set = (path: string[], value: unknown) => ({ type: 'set' as const, path, value })

const mergeOf = ({ incoming, rows }: World): CommandBody => ({
  type: 'merge',
  merges: incoming.evaluations.map((branch) => {
    const own = (rows['evaluations'] as { id: string; historyHead: string }[]).find(
      ({ id }) => id === branch.record.id,
    )
    const decision = { choices: {}, reason: '同事补充' }
    return { incoming: branch, decision, ...(own && { localHead: own.historyHead }) }
  }),
  ledgers: incoming.removed,
  profiles: [...incoming.profiles],
  attachments: [...incoming.files],
})

const origin = { appVersion: '0.1.0', createdAt: '2025-11-21T00:00:00.000Z', createdBy: '李评' }

/** Twenty cells of two rows and a row more, as they are pasted. */
const manyEdits = [
  ...Array.from({ length: 20 }, (_, index) =>
    set(
      ['indicators', index % 2 === 0 ? 'i1' : 'i2', index < 10 ? 'note' : 'name'],
      `粘贴${String(index)}`,
    ),
  ),
  { type: 'insert-indicator' as const, indicator: sampleIndicator({ id: 'i3', name: '新增' }) },
]

export const scenarios: readonly Scenario[] = [
  command('create one', {
    type: 'create',
    evaluations: [{ evaluation: sampleEvaluation({ id: 'n1' }) }],
  }),
  command('edit one cell', note('e1', '改一格', 3)),
  command('edit many cells', {
    type: 'edit',
    evaluationId: 'e1',
    edits: manyEdits,
    baseRevision: 3,
  }),
  // Seen before another page went on: the history is read for conflicts.
  command('edit on an older state', note('e1', '看着旧版改', 1)),
  command('undo', { type: 'undo', evaluationId: 'e1' }),
  command('submit', { type: 'step', evaluationId: 'e2', step: 'submit', baseRevision: 1 }),
  command('remove two', { type: 'remove', evaluationIds: ['e1', 'e2'] }),
  command('undo the removal', { type: 'restore', evaluationIds: ['e3'], undoOf: 'removal' }),
  command('import many', {
    type: 'create',
    evaluations: Array.from({ length: 4 }, (_, index) => ({
      evaluation: filledEvaluation(`m${String(index)}`),
      source: { fileName: '汇总.xlsx', place: `表${String(index)}` },
    })),
  }),
  command('merge a package', mergeOf),
  command('save a profile', {
    type: 'save-profile',
    profile: { ...builtInProfiles[0]!, id: 'own', name: '第二版' },
  }),
  command('remove a profile', { type: 'remove-profile', profileId: 'own' }),
  command('attach evidence', evidence('e2', '新合同', 1)),
  command('record a month', {
    type: 'edit',
    evaluationId: 'e2',
    edits: [
      set(['monitoringMonth'], 7),
      set(['monitoring'], { '7': { indicators: { i1: { note: '按计划' } } } }),
    ],
    baseRevision: 1,
  }),
  command('put a problem on the ledger', {
    type: 'rectify',
    evaluationId: 'e1',
    edits: [
      { path: ['r1', 'owner'], value: '张三' },
      { path: ['r9'], value: problem('r9') },
    ],
    baseLength: 1,
  }),
  command('undo on the ledger', { type: 'undo-rectify', evaluationId: 'e1' }),
  {
    name: 'choose a setting',
    act: ({ db, browserStorage }) =>
      saveSetting(db, browserStorage, 'savedFilters', [{ name: '差', query: 'grade=poor' }]),
  },
  {
    name: 'pack the list',
    isBackground: true,
    act: async ({ db }) => writePacks(db, await listSummaries(db), () => Promise.resolve()),
  },
  {
    name: 'keep a snapshot',
    act: async ({ db }) => {
      const bytes = await writeBackup(await collectBackup(db, origin))
      await readBackup(bytes)
      if (typeof navigator !== 'undefined' && (await canSnapshot()))
        await writeSnapshot(bytes, origin.createdAt)
    },
  },
  {
    name: 'restore a backup',
    act: ({ browserStorage, world }) => restoreBackup(world.backup, { browserStorage }),
  },
]
