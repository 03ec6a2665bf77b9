import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { AppDatabase, MetaRow } from './database'
import { CHAIN_START, type ChainHead } from './historyChain'

const PREFIX = 'head/'

/**
 * Head of a history without a document, a 整改台账 or that of a removed evaluation, as a row of `meta`:
 * entries missing at its end, or all of them, show as they do where a document keeps the head
 * (docs/adr/0087-heads-of-histories-without-a-document.md).
 */
export const headRow = (id: string, { historyLength, historyHead }: ChainHead): MetaRow => ({
  key: `${PREFIX}${id}`,
  value: `${String(historyLength)} ${historyHead}`,
})

/** Head of a history as its entries have it. */
export const headOf = (entries: readonly HistoryEntry[]): ChainHead => ({
  historyLength: entries.length,
  historyHead: entries.at(-1)?.hash ?? CHAIN_START,
})

/** Inside a transaction of the kernel. */
export const keepHead = (db: AppDatabase, id: string, head: ChainHead): PromiseLike<unknown> =>
  db.meta.put(headRow(id, head))

/** `undefined` where none was kept: written by a version that kept none. Safe inside a transaction. */
export async function readHead(db: AppDatabase, id: string): Promise<ChainHead | undefined> {
  const row = await db.meta.get(`${PREFIX}${id}`)
  if (!row) return undefined
  const [historyLength, historyHead = ''] = String(row.value).split(' ')
  return { historyLength: Number(historyLength), historyHead }
}

/**
 * Ids of all histories that there are or should be: of evaluations, of removed ones, of ledgers. One of
 * which nothing is left but its document or its head is among them.
 */
export async function listHistoryIds(db: AppDatabase): Promise<string[]> {
  const [documents, entries, heads] = await Promise.all([
    db.evaluations.toCollection().primaryKeys(),
    db.history.toCollection().primaryKeys(),
    db.meta.where('key').startsWith(PREFIX).primaryKeys(),
  ])
  return [
    ...new Set([
      ...documents,
      ...entries.map(([id]) => id),
      ...heads.map((key) => key.slice(PREFIX.length)),
    ]),
  ]
}
