import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** A database as the first schema left it; see tests/fixtures/storage. */
const dump = JSON.parse(readFileSync('tests/fixtures/storage/schema-1.json', 'utf8')) as {
  tables: Record<string, object[]>
}

/** What lies in the database: native version, and all rows by store. */
export interface RawContent {
  version: number
  rows: Record<string, unknown[]>
}

/** Puts the database of the first schema in the place of the one in use. On a page without the app. */
export const installSchemaOne = (page: Page) =>
  page.evaluate(async (tables) => {
    const keyPaths: Record<string, string | string[]> = {
      evaluations: 'id',
      summaries: 'id',
      history: ['evaluationId', 'sequence'],
      profiles: ['id', 'version'],
      settings: 'key',
      attachments: 'sha256',
      meta: 'key',
      commands: 'commandId',
    }
    localStorage.clear()
    localStorage.setItem('jiping.database', '{"installId":"first","name":"jiping-main"}')
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('jiping-main').onsuccess = resolve
    })
    await new Promise<void>((resolve, reject) => {
      // Dexie multiplies the number of a schema by ten.
      const request = indexedDB.open('jiping-main', 10)
      request.onupgradeneeded = () => {
        for (const [name, keyPath] of Object.entries(keyPaths)) {
          const store = request.result.createObjectStore(name, { keyPath })
          if (name === 'summaries') {
            store.createIndex('seq', 'seq')
            store.createIndex('summary.projectKey', 'summary.projectKey')
            store.createIndex('[summary.implementingUnit+summary.fiscalYear]', [
              'summary.implementingUnit',
              'summary.fiscalYear',
            ])
          }
          for (const row of tables[name] ?? []) store.add(row)
        }
      }
      request.onerror = () => reject(new Error('cannot make the first schema'))
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
    })
  }, dump.tables)

/** Reads the database past the app, at whatever version it is. */
export const readContent = (page: Page): Promise<RawContent> =>
  page.evaluate(
    () =>
      new Promise<RawContent>((resolve, reject) => {
        const request = indexedDB.open('jiping-main')
        request.onerror = () => reject(new Error('cannot open'))
        request.onsuccess = () => {
          const db = request.result
          const stores = [...db.objectStoreNames]
          const transaction = db.transaction(stores)
          const content: RawContent = { version: db.version, rows: {} }
          for (const store of stores) {
            const all = transaction.objectStore(store).getAll()
            all.onsuccess = () => (content.rows[store] = all.result)
          }
          transaction.oncomplete = () => {
            db.close()
            resolve(content)
          }
        }
      }),
  )
