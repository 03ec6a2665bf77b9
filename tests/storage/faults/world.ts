import type { Evaluation } from '@/domain/evaluation/evaluation'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { Rectification } from '@/domain/rectification/rectification'
import type { BackupContent } from '@/storage/backup/backupContent'
import { collectBackup } from '@/storage/backup/collectBackup'
import { sha256Hex } from '@/storage/checksum'
import type { Command, CommandBody } from '@/storage/command'
import type { AppDatabase } from '@/storage/database'
import { listSummaries } from '@/storage/evaluationRepository'
import { listHistory } from '@/storage/historyChain'
import { executeCommand } from '@/storage/kernel'
import { openDatabase } from '@/storage/openDatabase'
import { saveSetting } from '@/storage/settings'
import { writePacks } from '@/storage/summaryPacks'
import { makeInstallation, sampleEvaluation } from '../sampleCommands'
import { type RawRows, readRows } from './rawRows'

/** What every case of the fault loop begins with. */
export interface World {
  /** Database of a person who has worked for a while. */
  rows: RawRows
  /** Number of its last command. */
  seq: number
  databaseId: string
  /** A colleague's package: an evaluation that went on, a new one, a profile, evidence, a ledger. */
  incoming: BackupContent
  /** A backup of another state, to be restored. */
  backup: BackupContent
}

const origin = { appVersion: '0.1.0', createdAt: '2025-11-21T00:00:00.000Z', createdBy: '李评' }

/** The same command has the same id in every case, so that the same work leaves the same rows. */
export const commandOf = (commandId: string, body: CommandBody, sessionId = 'tab-a'): Command => ({
  ...body,
  commandId,
  sessionId,
  actor: { name: '李评' },
  at: '2025-03-04T05:06:07.000Z',
})

export const problem = (id: string): Rectification => ({
  id,
  origin: 'manual',
  problem: '台账不全',
  state: 'open',
})

/** An evaluation of which every value is filled in: it can be submitted. */
export const filledEvaluation = (id: string, overrides: Partial<Evaluation> = {}): Evaluation => {
  const evaluation = sampleEvaluation({ id, ...overrides })
  const indicators = evaluation.indicators.map((row) => ({ ...row, actual: { raw: '99%' } }))
  return { ...evaluation, indicators }
}

export const note = (evaluationId: string, text: string, baseRevision: number): CommandBody => ({
  type: 'edit',
  evaluationId,
  edits: [{ type: 'set', path: ['indicators', 'i1', 'note'], value: text }],
  baseRevision,
})

/** A file of evidence and the command that puts it on the list of an evaluation. */
export function evidence(
  evaluationId: string,
  text: string,
  baseRevision: number,
): CommandBody & { type: 'attach' } {
  const bytes = new TextEncoder().encode(text)
  const sha256 = sha256Hex(bytes)
  const mediaType = 'application/pdf'
  const document = { id: sha256, fileName: '合同.pdf', mediaType, size: bytes.length, sha256 }
  return {
    type: 'attach',
    evaluationId,
    edits: [{ type: 'set', path: ['supportingDocuments'], value: [document] }],
    attachments: [{ sha256, bytes, mediaType }],
    baseRevision,
  }
}

async function openNew() {
  const { browserStorage, name } = makeInstallation()
  const outcome = await openDatabase({ browserStorage })
  if (outcome.status !== 'open') throw new Error(outcome.status)
  const { db } = outcome
  const run = (commandId: string, body: CommandBody) =>
    executeCommand(db, commandOf(commandId, body, name))
  return { db, browserStorage, name, run }
}

async function branchOf(db: AppDatabase, id: string) {
  const { evaluations, removed } = await collectBackup(db, origin, [id])
  return { incoming: evaluations[0]!, ledgers: removed }
}

const ownProfile = (id: string) => ({ ...builtInProfiles[0]!, id, name: '本区方案' })

/** A colleague takes `e1` over, goes on with it, and adds an evaluation with all that can hang on it. */
async function packAtColleague(from: AppDatabase): Promise<BackupContent> {
  const { db, run } = await openNew()
  const { incoming, ledgers } = await branchOf(from, 'e1')
  const merges = [{ incoming, decision: { choices: {} } }]
  await run('taken', { type: 'merge', merges, ledgers, profiles: [], attachments: [] })
  await run('colleague-note', note('e1', '同事补充', incoming.record.revision))
  const edits = [{ path: ['r2'] as const, value: problem('r2') }]
  const baseLength = (await listHistory(db, 'rectification/e1')).length
  await run('colleague-problem', { type: 'rectify', evaluationId: 'e1', edits, baseLength })
  await run('colleague-profile', { type: 'save-profile', profile: ownProfile('theirs') })
  const evaluation = filledEvaluation('e9', { profileId: 'theirs', profileVersion: 1 })
  await run('colleague-new', { type: 'create', evaluations: [{ evaluation }] })
  await run('colleague-file', evidence('e9', '同事的合同', 1))
  const packed = await collectBackup(db, origin, ['e1', 'e9'])
  await db.delete({ disableAutoOpen: true })
  return packed
}

async function makeBackup(): Promise<BackupContent> {
  const { db, browserStorage, run } = await openNew()
  const ids = ['b1', 'b2', 'b3']
  const evaluations = ids.map((id) => ({ evaluation: sampleEvaluation({ id }) }))
  await run('backup-new', { type: 'create', evaluations })
  await run('backup-file', evidence('b1', '备份里的合同', 1))
  await run('backup-problem', {
    type: 'rectify',
    evaluationId: 'b2',
    edits: [{ path: ['r1'], value: problem('r1') }],
    baseLength: 0,
  })
  await run('backup-profile', { type: 'save-profile', profile: ownProfile('backed-up') })
  await run('backup-removal', { type: 'remove', evaluationIds: ['b3'] })
  await saveSetting(db, browserStorage, 'density', 'comfortable')
  const content = await collectBackup(db, origin)
  await db.delete({ disableAutoOpen: true })
  return content
}

/** Works for a while: evaluations, history, a ledger, a profile, evidence, a removal, settings, packs. */
export async function makeWorld(): Promise<World> {
  const { db, browserStorage, name, run } = await openNew()
  const ids = ['e1', 'e2', 'e3']
  const evaluations = ids.map((id) => ({ evaluation: filledEvaluation(id) }))
  await run('new', { type: 'create', evaluations })
  await run('problem', {
    type: 'rectify',
    evaluationId: 'e1',
    edits: [{ path: ['r1'], value: problem('r1') }],
    baseLength: 0,
  })
  const incoming = await packAtColleague(db)
  const edits = [{ type: 'set' as const, path: ['projectName'], value: '改过的名称' }]
  await run('edit', { type: 'edit', evaluationId: 'e1', edits, baseRevision: 1 })
  await run('file', evidence('e1', '合同', 2))
  await run('profile', { type: 'save-profile', profile: ownProfile('own') })
  await saveSetting(db, browserStorage, 'actor', { name: '李评' })
  await writePacks(db, await listSummaries(db), () => Promise.resolve())
  await run('removal', { type: 'remove', evaluationIds: ['e3'] })
  const [seq, databaseId] = await Promise.all([db.meta.get('seq'), db.meta.get('databaseId')])
  db.close({ disableAutoOpen: true })
  const rows = await readRows(name)
  return {
    rows,
    seq: Number(seq?.value),
    databaseId: String(databaseId?.value),
    incoming,
    backup: await makeBackup(),
  }
}
