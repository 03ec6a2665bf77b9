/**
 * `localStorage` for the few things that must be written at once or must outlive the database:
 * journal, sentinel, pointer. Where the browser refuses it, everything works but those three.
 */
export interface KeyValueStore {
  get: (key: string) => string | undefined
  /** @returns whether it was written. */
  set: (key: string, value: string) => boolean
  remove: (key: string) => void
  keys: () => string[]
}

function localStorageOrNothing(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    // A SecurityError: site data is blocked by policy.
    return undefined
  }
}

export function makeBrowserStorage(storage = localStorageOrNothing()): KeyValueStore {
  return {
    get: (key) => storage?.getItem(key) ?? undefined,
    set: (key, value) => {
      try {
        storage?.setItem(key, value)
        return storage !== undefined
      } catch {
        // Full, or a private window that grants no room.
        return false
      }
    },
    remove: (key) => storage?.removeItem(key),
    keys: () =>
      Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? ''),
  }
}

/** JSON of a key, or `undefined` when there is none or it cannot be read. */
export function readJson(store: KeyValueStore, key: string): unknown {
  const text = store.get(key)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Cut off or written by something else: as good as absent.
    return undefined
  }
}
