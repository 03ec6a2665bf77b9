import type { Page } from '@playwright/test'

const NAME = 'jiping-main'

/** Raises the native version of the database, as a later version of the app does. */
export const raiseVersion = (page: Page, version = 1000) =>
  page.evaluate(
    ({ name, to }) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open(name, to)
        request.onsuccess = () => {
          const { version: raised } = request.result
          request.result.close()
          resolve(raised)
        }
        request.onerror = () => reject(new Error('could not raise the version'))
      }),
    { name: NAME, to: version },
  )

/** Changes the stored text of a record without its checksum, as a flipped byte does. */
export const bendRecord = (page: Page, from: string, to: string) =>
  page.evaluate(
    ({ name, before, after }) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onerror = () => reject(new Error('cannot open'))
        request.onsuccess = () => {
          const db = request.result
          const transaction = db.transaction('evaluations', 'readwrite')
          const store = transaction.objectStore('evaluations')
          const all = store.getAll()
          all.onsuccess = () => {
            for (const row of all.result as object[]) {
              store.put(JSON.parse(JSON.stringify(row).replace(before, after)))
            }
          }
          transaction.oncomplete = () => {
            db.close()
            resolve()
          }
        }
      }),
    { name: NAME, before: from, after: to },
  )

/** Everything in the database as text: equal before and after means that nothing was written. */
export const dumpDatabase = (page: Page) =>
  page.evaluate(
    (name) =>
      new Promise<string>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onerror = () => reject(new Error('cannot open'))
        request.onsuccess = () => {
          const db = request.result
          const stores = [...db.objectStoreNames]
          const transaction = db.transaction(stores)
          const rows: unknown[] = []
          for (const store of stores) {
            const all = transaction.objectStore(store).getAll()
            all.onsuccess = () => rows.push([store, all.result])
          }
          transaction.oncomplete = () => {
            db.close()
            resolve(JSON.stringify([db.version, rows]))
          }
        }
      }),
    NAME,
  )
