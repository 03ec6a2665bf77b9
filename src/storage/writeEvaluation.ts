import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { Command, CommandContext } from './command'
import { sealEvaluation, sealSummary } from './evaluationRow'
import { chainEntries, type ChainHead, type NewEntry } from './historyChain'
import { getProfile } from './profileCommands'
import { requireRecordShape } from './recordSchema'
import { summariseRecord } from './summariseRecord'

/** What every entry of the history owes to its command. */
export function stampOf(command: Command, evaluationId: string, revision: number) {
  const { commandId, sessionId, at, actor } = command
  const reason = 'reason' in command ? command.reason : undefined
  const undone = 'undoOf' in command ? command.undoOf : undefined
  return {
    evaluationId,
    commandId,
    sessionId,
    at,
    actor,
    revision,
    ...(reason !== undefined && { reason }),
    ...(undone !== undefined && { undoOf: undone }),
  }
}

/**
 * Writes a record, scored anew, with its summary and the entries of its history.
 * @param before the record as it was stored, when this changes it.
 */
export async function writeEvaluation(
  { db, seq }: Pick<CommandContext, 'db' | 'seq'>,
  record: EvaluationRecord,
  chain: ChainHead,
  entries: readonly NewEntry[],
  before?: EvaluationRecord,
): Promise<void> {
  requireRecordShape(record, before?.indicators)
  await storeEvaluation({ db, seq }, record, chainEntries(chain, entries))
}

/** Writes a record, scored anew, behind entries that have their place in the chain already. */
export async function storeEvaluation(
  { db, seq }: Pick<CommandContext, 'db' | 'seq'>,
  record: EvaluationRecord,
  { chained, head }: { chained: readonly HistoryEntry[]; head: ChainHead },
): Promise<void> {
  const profile = await getProfile(db, record.profileId, record.profileVersion)
  // The document is on its way to the database while the summary is worked out.
  await Promise.all([
    db.evaluations.put(sealEvaluation({ id: record.id, record, ...head })),
    db.history.bulkAdd([...chained]),
    db.summaries.put(sealSummary(summariseRecord(record, profile), seq)),
  ])
}
