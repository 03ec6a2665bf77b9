/** Rows of a whole database by store, read and written without the app. */
export type RawRows = Readonly<Record<string, readonly unknown[]>>

function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(`cannot open ${name}`))
  })
}

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(new Error('aborted'))
  })

/** Everything in a database, in the order of the keys. */
export async function readRows(name: string): Promise<RawRows> {
  const db = await openRaw(name)
  const stores = [...db.objectStoreNames]
  const transaction = db.transaction(stores)
  const rows: Record<string, unknown[]> = {}
  for (const store of stores) {
    const request = transaction.objectStore(store).getAll()
    request.onsuccess = () => (rows[store] = request.result)
  }
  await endOf(transaction)
  db.close()
  return rows
}

/** Puts a database back into a state that was read. */
export async function writeRows(name: string, rows: RawRows): Promise<void> {
  const db = await openRaw(name)
  const transaction = db.transaction([...db.objectStoreNames], 'readwrite', {
    durability: 'relaxed',
  })
  for (const store of db.objectStoreNames) {
    transaction.objectStore(store).clear()
    for (const row of rows[store] ?? []) transaction.objectStore(store).put(row)
  }
  await endOf(transaction)
  db.close()
}
