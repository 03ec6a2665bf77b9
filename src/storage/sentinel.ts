import { type KeyValueStore, readJson } from './browserStorage'

/**
 * What is known of a database outside of it. IndexedDB can come back empty, or shorter by its last
 * transactions, without a word; `localStorage` lies in other files and survived every such loss.
 */
export interface Sentinel {
  databaseId: string
  /** Number of the last command that was acknowledged. */
  seq: number
}

const keyOf = (databaseName: string): string => `jiping.sentinel.${databaseName}`

export function readSentinel(store: KeyValueStore, databaseName: string): Sentinel | undefined {
  const value = readJson(store, keyOf(databaseName))
  if (typeof value !== 'object' || value === null) return undefined
  const { databaseId, seq } = value as Partial<Sentinel>
  return typeof databaseId === 'string' && typeof seq === 'number' ? { databaseId, seq } : undefined
}

export function writeSentinel(
  store: KeyValueStore,
  databaseName: string,
  sentinel: Sentinel,
): void {
  store.set(keyOf(databaseName), JSON.stringify(sentinel))
}

/** Moves the sentinel on, never back: another tab may be ahead. */
export function advanceSentinel(store: KeyValueStore, databaseName: string, seq: number): void {
  const sentinel = readSentinel(store, databaseName)
  if (sentinel && sentinel.seq < seq) writeSentinel(store, databaseName, { ...sentinel, seq })
}
