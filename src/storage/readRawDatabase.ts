/** A database as it lies there, whatever version of the app wrote it. */
export interface RawDatabase {
  /** Native version: Dexie's times ten, plus patches. */
  version: number
  /** Rows by store. A row that the browser cannot read is left out and counted. */
  stores: Readonly<Record<string, readonly unknown[]>>
  unreadable: number
}

/**
 * Reads all rows of all stores without a word about their shape, and writes nothing: opened without a
 * version, and where that would create the database, the creation is aborted.
 *
 * @returns `undefined` when there is no such database.
 * @throws the browser's error when the database cannot be opened.
 */
export async function readRawDatabase(name: string): Promise<RawDatabase | undefined> {
  const db = await openRaw(name)
  if (!db) return undefined
  try {
    const stores: Record<string, unknown[]> = {}
    let unreadable = 0
    for (const store of db.objectStoreNames) {
      const rows = await readStore(db, store)
      stores[store] = rows.flatMap((row) => (row === undefined ? [] : [row]))
      unreadable += rows.length - stores[store].length
    }
    return { version: db.version, stores, unreadable }
  } finally {
    db.close()
  }
}

function openRaw(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let isAbsent = false
    request.onupgradeneeded = () => {
      isAbsent = true
      request.transaction?.abort()
    }
    request.onsuccess = () => {
      // Another page may want to upgrade meanwhile; what has been asked for is still answered.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = (event) => {
      event.preventDefault()
      if (isAbsent) resolve(undefined)
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a DOMException is one
      else reject(request.error)
    }
  })
}

/** Row by row: one that is damaged does not take the others along. */
async function readStore(db: IDBDatabase, name: string): Promise<unknown[]> {
  const store = db.transaction(name).objectStore(name)
  const keys = await resultOf(store.getAllKeys())
  // Nobody knows how many rows there are: something is missing, and that is said.
  if (!keys) return [undefined]
  return Promise.all(keys.map((key) => resultOf(store.get(key))))
}

/** `undefined` for a request that fails; its transaction goes on. */
function resultOf<T>(request: IDBRequest<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      event.preventDefault()
      resolve(undefined)
    }
  })
}
