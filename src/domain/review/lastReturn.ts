import type { HistoryEntry, MergedBranch } from '../evaluation/historyEntry'

/** Entries in the order they came about, with those that a colleague's package brought. */
const unfold = (entry: HistoryEntry): readonly HistoryEntry[] =>
  entry.action === 'merge' ? [...(entry.after as MergedBranch).entries, entry] : [entry]

/** The step that last returned an evaluation, with its reason; undefined when there was none. */
export const lastReturn = (history: readonly HistoryEntry[]): HistoryEntry | undefined =>
  history.flatMap(unfold).findLast(({ action, after }) => action === 'step' && after === 'returned')
