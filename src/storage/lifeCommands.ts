import { AppError } from '@/domain/appError'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { canRemove } from '@/domain/evaluation/evaluationStatus'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { copyPlain } from '@/domain/evaluation/plainData'
import type { CommandContext } from './command'
import type { AppDatabase } from './database'
import { openEvaluation } from './evaluationRow'
import { CHAIN_START, type ChainHead, chainEntries } from './historyChain'
import { keepHead } from './historyHeads'
import { stampOf, writeEvaluation } from './writeEvaluation'

async function lastEntry(db: AppDatabase, evaluationId: string): Promise<HistoryEntry | undefined> {
  return db.history
    .where('[evaluationId+sequence]')
    .between([evaluationId, 0], [evaluationId, Infinity])
    .last()
}

/** Adds evaluations as drafts, all or none. */
export async function addEvaluations(
  context: CommandContext<'create'>,
): Promise<EvaluationRecord[]> {
  const { db, command } = context
  const start: ChainHead = { historyLength: 0, historyHead: CHAIN_START }
  const { at } = command
  const records = command.evaluations.map(({ evaluation, source }): EvaluationRecord => {
    const content = copyPlain(evaluation) as typeof evaluation
    return {
      ...content,
      status: 'draft',
      revision: 1,
      createdAt: at,
      updatedAt: at,
      acceptedFindings: [],
      supportingDocuments: [],
      ...(source && { source: { fileName: source.fileName, place: source.place } }),
    }
  })
  for (const record of records) {
    if (await lastEntry(db, record.id)) throw new TypeError(`this id was used: ${record.id}`)
    const entry = { action: 'create' as const, path: [], after: record }
    await writeEvaluation(context, record, start, [{ ...stampOf(command, record.id, 1), ...entry }])
  }
  return records
}

/**
 * Removes evaluations, all or none. The last entry of each history holds the record, so that the
 * removal can be taken back with everything that led up to it.
 *
 * @throws AppError `not-allowed` for one that is submitted, approved or locked.
 */
export async function removeEvaluations(
  context: CommandContext<'remove'>,
): Promise<EvaluationRecord[]> {
  const { db, command, seq } = context
  for (const id of command.evaluationIds) {
    const row = await db.evaluations.get(id)
    if (!row) continue
    const record = openEvaluation(row)
    if (!canRemove(record.status)) throw new AppError('not-allowed')
    const stamp = stampOf(command, id, record.revision)
    const entry = { ...stamp, action: 'remove' as const, path: [], before: record }
    const { chained, head } = chainEntries(row, [entry])
    await Promise.all([
      db.history.bulkAdd(chained),
      keepHead(db, id, head),
      db.evaluations.delete(id),
      db.summaries.delete(id),
    ])
  }
  await db.meta.put({ key: 'removedSeq', value: seq })
  return []
}

/**
 * Brings removed evaluations back as they were, history included.
 *
 * @throws AppError `not-allowed` when the removal is not the last that happened to one of them.
 */
export async function restoreEvaluations(
  context: CommandContext<'restore'>,
): Promise<EvaluationRecord[]> {
  const { db, command } = context
  const records: EvaluationRecord[] = []
  for (const id of command.evaluationIds) {
    const last = await lastEntry(db, id)
    if (last?.action !== 'remove' || last.commandId !== command.undoOf) {
      throw new AppError('not-allowed')
    }
    const removed = last.before as EvaluationRecord
    const revision = removed.revision + 1
    const record = { ...removed, revision, updatedAt: command.at }
    const entry = { action: 'restore' as const, path: [], after: record }
    const head: ChainHead = { historyLength: last.sequence, historyHead: last.hash }
    await writeEvaluation(context, record, head, [{ ...stampOf(command, id, revision), ...entry }])
    records.push(record)
  }
  return records
}
