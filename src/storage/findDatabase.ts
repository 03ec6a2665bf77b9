import type { KeyValueStore } from './browserStorage'
import { declareDatabase, SCHEMA_VERSION } from './database'
import {
  FIRST_DATABASE_NAME,
  listDatabaseNames,
  readPointer,
  writePointer,
} from './databasePointer'
import { newId } from './newId'
import { type DatabaseState, preflight } from './preflight'

/** Schema version out of the native one: Dexie multiplies by ten. */
export const schemaOf = ({ version }: DatabaseState): number => Math.floor(version / 10)

/** When a database became the one in use; '' when it does not say. */
async function activatedAt(name: string): Promise<string> {
  const db = declareDatabase(name)
  try {
    await db.open()
    return String((await db.meta.get('activatedAt'))?.value ?? '')
  } finally {
    db.close({ disableAutoOpen: true })
  }
}

/**
 * The database in use when `localStorage` was cleared and IndexedDB was not: the one last activated.
 * A newer one wins over all, so that it is refused by name instead of being passed over.
 */
async function findActiveName(): Promise<string | undefined> {
  let found: { name: string; at: string } | undefined
  for (const name of await listDatabaseNames()) {
    const state = await preflight(name)
    if (schemaOf(state) > SCHEMA_VERSION) return name
    const at = state.exists ? await activatedAt(name) : ''
    // One that was never activated is a restore that did not come to its end.
    if (at !== '' && (!found || at > found.at)) found = { name, at }
  }
  return found?.name
}

/** Name of the database of this installation; a new one at the first start. */
export async function findDatabaseName(browserStorage: KeyValueStore): Promise<string> {
  const pointer = readPointer(browserStorage)
  if (pointer) return pointer.name
  const name = (await findActiveName()) ?? FIRST_DATABASE_NAME
  writePointer(browserStorage, { installId: newId(), name })
  return name
}
