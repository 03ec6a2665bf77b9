import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { copyPlain, isObject, without } from '@/domain/evaluation/plainData'
import { canonicalJson, sha256Hex } from './checksum'
import type { AppDatabase, EvaluationRow } from './database'

/** `previousHash` of the first entry. */
export const CHAIN_START = '0'.repeat(64)

/** Where a history stands: number of entries and hash of the last. */
export type ChainHead = Pick<EvaluationRow, 'historyLength' | 'historyHead'>

/** An entry before it has its place in the chain. */
export type NewEntry = Omit<HistoryEntry, 'sequence' | 'previousHash' | 'hash'>

/** Hash of an entry: of all its fields but its own hash, and of the hash before it. */
function hashOf(entry: Omit<HistoryEntry, 'hash'>): string {
  return sha256Hex(canonicalJson(without(entry, 'previousHash')) + entry.previousHash)
}

/** Numbers the entries and chains them behind `head`. */
export function chainEntries(
  head: ChainHead,
  entries: readonly NewEntry[],
): { chained: HistoryEntry[]; head: ChainHead } {
  let { historyLength, historyHead } = head
  const chained = entries.map((entry) => {
    historyLength += 1
    const plain = copyPlain(entry) as NewEntry
    const placed = { ...plain, sequence: historyLength, previousHash: historyHead }
    historyHead = hashOf(placed)
    return { ...placed, hash: historyHead }
  })
  return { chained, head: { historyLength, historyHead } }
}

/** What a check of one history found; `brokenAt`: the first entry that does not fit. */
export type HistoryCheck =
  | { status: 'intact'; entries: number; head: string }
  | { status: 'broken'; entries: number; brokenAt: number }

const isLinked = (entry: HistoryEntry, index: number, head: string): boolean =>
  entry.sequence === index + 1 &&
  entry.previousHash === head &&
  hashOf(without(entry, 'hash')) === entry.hash

/**
 * Checks every link of a chain. A flipped byte can leave anything where an entry was.
 *
 * @param expected head kept beside the record; absent for a removed evaluation. Without it entries
 *   missing at the end cannot be seen.
 */
export function checkChain(entries: readonly HistoryEntry[], expected?: ChainHead): HistoryCheck {
  let head = CHAIN_START
  for (const [index, entry] of entries.entries()) {
    if (!isObject(entry) || !isLinked(entry, index, head)) {
      return { status: 'broken', entries: entries.length, brokenAt: index + 1 }
    }
    head = entry.hash
  }
  if (expected && (expected.historyLength !== entries.length || expected.historyHead !== head)) {
    return { status: 'broken', entries: entries.length, brokenAt: entries.length + 1 }
  }
  return { status: 'intact', entries: entries.length, head }
}

/** Entries of one evaluation in order, those behind `after`. Safe to call inside a live query. */
export function listHistory(
  db: AppDatabase,
  evaluationId: string,
  after = 0,
): PromiseLike<HistoryEntry[]> {
  return db.history
    .where('[evaluationId+sequence]')
    .between([evaluationId, after + 1], [evaluationId, Infinity])
    .toArray()
}
