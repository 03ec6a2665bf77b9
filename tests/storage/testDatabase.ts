import 'fake-indexeddb/auto'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { without } from '@/domain/evaluation/plainData'
import type { Command, CommandBody, CommandResult } from '@/storage/command'
import type { KeyValueStore } from '@/storage/browserStorage'
import { executeCommand } from '@/storage/kernel'
import { newId } from '@/storage/newId'
import { type OpenedDatabase, openDatabase } from '@/storage/openDatabase'
import { sampleRecord } from '../domain/evaluation/sampleRecord'

/** A `localStorage` of its own, that a test can look into. */
export function makeMemoryStorage(): KeyValueStore & { values: Map<string, string> } {
  const values = new Map<string, string>()
  return {
    values,
    get: (key) => values.get(key),
    set: (key, value) => {
      values.set(key, value)
      return true
    },
    remove: (key) => values.delete(key),
    keys: () => [...values.keys()],
  }
}

/** A database that no other test sees: the pointer names a fresh one. */
export function makeInstallation() {
  const browserStorage = makeMemoryStorage()
  const name = `jiping-${newId()}`
  browserStorage.set('jiping.database', JSON.stringify({ installId: 'test', name }))
  return { browserStorage, name }
}

export async function openForTest(
  browserStorage: KeyValueStore = makeInstallation().browserStorage,
): Promise<OpenedDatabase> {
  const outcome = await openDatabase({ browserStorage })
  if (outcome.status !== 'open') throw new Error(outcome.status)
  return outcome
}

export const asCommand = (body: CommandBody, sessionId = 'tab-a'): Command => ({
  ...body,
  commandId: newId(),
  sessionId,
  actor: { name: '李评' },
  at: '2025-01-02T03:04:05.000Z',
})

/** What a record is made of when it is created. */
export function sampleEvaluation(overrides: Partial<Evaluation> = {}): Evaluation {
  const record = without(
    sampleRecord(),
    'status',
    'revision',
    'createdAt',
    'updatedAt',
    'acceptedFindings',
    'supportingDocuments',
  )
  return { ...record, ...overrides }
}

/** An open database with some evaluations, and a way to send commands into it. */
export async function openWithSample(ids: readonly string[] = ['e1']) {
  const opened = await openForTest()
  const { db } = opened
  const run = (body: CommandBody, sessionId?: string): Promise<CommandResult> =>
    executeCommand(db, asCommand(body, sessionId))
  const evaluations = ids.map((id) => ({ evaluation: sampleEvaluation({ id }) }))
  await run({ type: 'create', evaluations })
  return { opened, db, run }
}
