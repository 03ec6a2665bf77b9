import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { writeBackup } from '@/storage/backup/writeBackup'
import { SCHEMA_VERSION } from '@/storage/database'
import { CHAIN_START, chainEntries } from '@/storage/historyChain'
import { sampleRecord } from '../../domain/evaluation/sampleRecord'

/** A backup of so many evaluations, each with `entries` entries in its history. */
export async function writeLargeBackup(
  name: string,
  count: number,
  entries: number,
): Promise<Uint8Array> {
  const evaluations = Array.from({ length: count }, (_, index) => {
    const id = `${name}-${String(index)}`
    const record: EvaluationRecord = sampleRecord({
      id,
      projectKey: id,
      projectName: `${name}${String(index)}`,
    })
    const start = { historyLength: 0, historyHead: CHAIN_START }
    const stamp = {
      evaluationId: id,
      sessionId: 'backup',
      at: record.createdAt,
      actor: { name: '李评' },
    }
    const { chained } = chainEntries(start, [
      { ...stamp, commandId: 'new', action: 'create', path: [], after: record, revision: 1 },
      ...Array.from({ length: entries - 1 }, (_, number) => ({
        ...stamp,
        commandId: `edit-${String(number)}`,
        action: 'set' as const,
        path: ['projectName'],
        before: record.projectName,
        after: record.projectName,
        revision: 1,
      })),
    ])
    return { record, history: chained }
  })
  return writeBackup({
    kind: 'full',
    appVersion: '0.1.0',
    createdAt: '2025-11-21T00:00:00.000Z',
    createdBy: '李评',
    schemaVersion: SCHEMA_VERSION,
    databaseId: name,
    seq: count * entries,
    evaluations,
    removed: [],
    profiles: [],
    removedProfileIds: [],
    files: [],
    settings: {},
  })
}
