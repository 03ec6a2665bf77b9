import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { EvaluationBranch } from '@/domain/merge/branch'
import { replayHistory } from '@/domain/merge/replayHistory'
import * as v from 'valibot'
import type { EvaluationRow } from '../database'
import { isEvaluationIntact } from '../evaluationRow'
import { CHAIN_START, chainEntries, checkChain } from '../historyChain'
import { branchSchema, historySchema } from './backupSchema'

/** A row and its history, read from a database that is not trusted. */
export interface FoundBranch {
  row: unknown
  /** In order. */
  history: readonly unknown[]
}

/** Says in a history why it begins in the middle. */
export interface RepairNote {
  commandId: string
  /** ISO instant */
  at: string
  by: string
  reason: string
}

/** How much of a branch could be trusted. `branch` is absent when neither half could. */
export interface RepairedBranch {
  branch: EvaluationBranch | undefined
  state: 'intact' | 'repaired' | 'damaged'
}

const isRow = (row: unknown): row is EvaluationRow =>
  typeof row === 'object' && row !== null && 'record' in row && 'checksum' in row

const isReadable = (branch: EvaluationBranch): boolean =>
  v.is(branchSchema, branch) &&
  branch.history.every(({ evaluationId }) => evaluationId === branch.record.id)

/** A history without a break, as far as can be seen without the head that its record keeps. */
export function isWholeHistory(history: readonly unknown[], row?: EvaluationRow): boolean {
  return v.is(historySchema, history) && checkChain(history, row).status === 'intact'
}

/**
 * Brings a branch into a state that can be restored, from whichever half of it is intact: a record
 * whose checksum does not hold is worked out anew from its history; a record whose history is broken
 * begins a new one that says so.
 */
export function repairBranch(found: FoundBranch, note: RepairNote): RepairedBranch {
  const row = isRow(found.row) && isEvaluationIntact(found.row) ? found.row : undefined
  const history = found.history as readonly HistoryEntry[]
  const isWhole = isWholeHistory(history, row)
  if (row && isWhole) {
    const branch = { record: row.record, history }
    if (isReadable(branch)) return { branch, state: 'intact' }
  }
  const branch = isWhole ? replayed(history) : row && begunAnew(row, note)
  return branch && isReadable(branch)
    ? { branch, state: 'repaired' }
    : { branch: undefined, state: 'damaged' }
}

function replayed(history: readonly HistoryEntry[]): EvaluationBranch | undefined {
  const last = history.at(-1)
  if (!last || last.action === 'remove') return undefined
  try {
    const record = replayHistory(history)
    return { record: { ...record, revision: last.revision, updatedAt: last.at }, history }
  } catch {
    // A chain without a break that leads nowhere: made by something else than this app.
    return undefined
  }
}

function begunAnew({ record }: EvaluationRow, note: RepairNote): EvaluationBranch {
  const start = { historyLength: 0, historyHead: CHAIN_START }
  const { chained } = chainEntries(start, [
    {
      evaluationId: record.id,
      commandId: note.commandId,
      sessionId: note.commandId,
      at: note.at,
      actor: { name: note.by },
      action: 'create',
      path: [],
      after: record,
      reason: note.reason,
      revision: record.revision,
    },
  ])
  return { record, history: chained }
}
