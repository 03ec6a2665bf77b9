import type { IndicatorPlace } from '../evaluation/applyEdit'
import type { EvaluationRecord } from '../evaluation/evaluationRecord'
import type { HistoryEntry, MergedBranch } from '../evaluation/historyEntry'

/** One side of a merge: an evaluation as it stands, and everything that led up to it. */
export interface EvaluationBranch {
  record: EvaluationRecord
  /** Whole, in order, with an intact chain. */
  history: readonly HistoryEntry[]
}

/** `after` of a `merge` entry. */
export const mergedBranchOf = (entry: HistoryEntry): MergedBranch | undefined =>
  entry.action === 'merge' ? (entry.after as MergedBranch) : undefined

/** All entries a history knows of: its own, and those that merges brought in; oldest first. */
export function listKnownEntries(history: readonly HistoryEntry[]): HistoryEntry[] {
  return history.flatMap((entry) => {
    const branch = mergedBranchOf(entry)
    return branch ? [...listKnownEntries(branch.entries), entry] : [entry]
  })
}

/** Hashes of all entries a history knows of. */
export const knownHashes = (history: readonly HistoryEntry[]): Set<string> =>
  new Set(listKnownEntries(history).map(({ hash }) => hash))

/** Number of entries two histories have in common from the start. */
export function commonLength(a: readonly HistoryEntry[], b: readonly HistoryEntry[]): number {
  const differing = a.findIndex(({ hash }, index) => hash !== b[index]?.hash)
  return differing < 0 ? a.length : differing
}

/**
 * Hash that a history has to be continued from: its last entry or, where that one only took over
 * what a colleague had, the entry of the colleague's it took over.
 */
export function headOf(history: readonly HistoryEntry[]): string | undefined {
  const last = history.at(-1)
  if (!last) return undefined
  const { commandId } = last
  // The edits of a merge stand behind its own entry.
  const merge = history.findLast((entry) => entry.action === 'merge')
  const branch = merge?.commandId === commandId ? mergedBranchOf(merge) : undefined
  return branch?.isAdopted ? branch.head : last.hash
}

/** Where and when a row was inserted, or moved last: what keeps the order of rows from several sides the same. */
export interface RowInsertion {
  /** Id of the row it was inserted in front of; absent: at the end. */
  next?: string
  at: string
  sequence: number
}

/**
 * When each row was put where it stands. Rows that came with a merge count as inserted when the
 * colleague inserted them, so that the order does not depend on whose package came first.
 */
export function listInsertions(history: readonly HistoryEntry[]): Map<string, RowInsertion> {
  const insertions = new Map<string, RowInsertion>()
  const mergeCommands = new Set<string>()
  for (const entry of listKnownEntries(history)) {
    if (entry.action === 'merge') mergeCommands.add(entry.commandId)
    const { next } = (entry.after ?? {}) as IndicatorPlace
    const isPlaced = entry.action === 'insert-indicator' || entry.action === 'move-indicator'
    if (!isPlaced || mergeCommands.has(entry.commandId)) continue
    const { at, sequence, path } = entry
    insertions.set(path[1] ?? '', { ...(next !== undefined && { next }), at, sequence })
  }
  return insertions
}
