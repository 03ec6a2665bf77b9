import { AppError } from '@/domain/appError'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { copyPlain } from '@/domain/evaluation/plainData'
import type { EvaluationBranch } from '@/domain/merge/branch'
import { planMerge } from '@/domain/merge/planMerge'
import { resolveMerge } from '@/domain/merge/resolveMerge'
import { addAttachments } from './attachments'
import type { CommandContext, EvaluationMerge } from './command'
import { openEvaluation } from './evaluationRow'
import { CHAIN_START, type ChainHead, checkChain, listHistory } from './historyChain'
import { addProfileVersions } from './profileCommands'
import { mergeLedger } from './rectificationCommands'
import { requireRecordShape } from './recordSchema'
import { stampOf, storeEvaluation, writeEvaluation } from './writeEvaluation'

/**
 * Takes in evaluations of a package, all of the command or none. What stands here is planned for anew:
 * nothing is merged into what the user has not seen.
 *
 * @throws AppError `edit-conflict` when an evaluation changed here since it was compared.
 * @throws AppError `not-allowed` for one that may not be merged, or is not what its hashes say.
 */
export async function mergeEvaluations(
  context: CommandContext<'merge'>,
): Promise<EvaluationRecord[]> {
  const { db, command } = context
  await addProfileVersions(db, command.profiles)
  await addAttachments(db, command.attachments)
  const records: EvaluationRecord[] = []
  for (const merge of command.merges) records.push(...(await mergeOne(context, merge)))
  for (const ledger of command.ledgers ?? []) await mergeLedger(context, ledger)
  return records
}

async function mergeOne(
  context: CommandContext<'merge'>,
  { incoming, decision, localHead }: EvaluationMerge,
): Promise<EvaluationRecord[]> {
  const { db } = context
  const { id } = incoming.record
  if (checkChain(incoming.history).status === 'broken') throw new AppError('not-allowed')
  const [row, history] = await Promise.all([db.evaluations.get(id), listHistory(db, id)])
  const local = row && { record: openEvaluation(row), history }
  const plan = planMerge(local ?? { history }, incoming)
  if (plan.localHead !== localHead) throw new AppError('edit-conflict')
  if (plan.kind === 'refused' || plan.kind === 'removed') throw new AppError('not-allowed')
  const effect = resolveMerge(plan, local, incoming, decision)
  switch (effect.kind) {
    case 'nothing':
      return []
    case 'append':
      return [await appendBranch(context, history, effect)]
    case 'write':
      return [await writeMerged(context, local, effect.record, effect.entries, decision.reason)]
  }
}

async function appendBranch(
  context: CommandContext<'merge'>,
  history: readonly HistoryEntry[],
  added: { record: EvaluationRecord; entries: readonly HistoryEntry[] },
): Promise<EvaluationRecord> {
  const record = copyPlain(added.record) as EvaluationRecord
  requireRecordShape(record)
  const chained = added.entries.map((entry) => copyPlain(entry) as HistoryEntry)
  const check = checkChain([...history, ...chained])
  if (check.status === 'broken') throw new AppError('not-allowed')
  const head: ChainHead = { historyLength: check.entries, historyHead: check.head }
  await storeEvaluation(context, record, { chained, head })
  return record
}

async function writeMerged(
  context: CommandContext<'merge'>,
  local: EvaluationBranch | undefined,
  merged: EvaluationRecord,
  entries: readonly Pick<HistoryEntry, 'action' | 'path' | 'before' | 'after'>[],
  reason: string | undefined,
): Promise<EvaluationRecord> {
  const { command } = context
  const last = local?.history.at(-1)
  const revision = (local?.record.revision ?? 0) + 1
  const record = { ...(copyPlain(merged) as EvaluationRecord), revision, updatedAt: command.at }
  const stamp = { ...stampOf(command, record.id, revision), ...(reason && { reason }) }
  const chain: ChainHead = {
    historyLength: last?.sequence ?? 0,
    historyHead: last?.hash ?? CHAIN_START,
  }
  const stamped = entries.map((entry) => ({ ...stamp, ...entry }))
  await writeEvaluation(context, record, chain, stamped)
  return record
}
