import type { Evaluation } from '@/domain/evaluation/evaluation'
import { without } from '@/domain/evaluation/plainData'
import type { KeyValueStore } from '@/storage/browserStorage'
import type { Command, CommandBody } from '@/storage/command'
import { newId } from '@/storage/newId'
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

/** Storage that points at a database that no other test sees. */
export function makeInstallation() {
  const browserStorage = makeMemoryStorage()
  const name = `jiping-${newId()}`
  browserStorage.set('jiping.database', JSON.stringify({ installId: 'test', name }))
  return { browserStorage, name }
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
