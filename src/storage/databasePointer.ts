import { Dexie } from 'dexie'
import { type KeyValueStore, readJson } from './browserStorage'
import { newId } from './newId'

const POINTER_KEY = 'jiping.database'
const NAME_PREFIX = 'jiping-'

/** Which database this installation works on. A restore writes a new one and then turns the pointer. */
export interface DatabasePointer {
  installId: string
  name: string
}

export function readPointer(store: KeyValueStore): DatabasePointer | undefined {
  const value = readJson(store, POINTER_KEY)
  if (typeof value !== 'object' || value === null) return undefined
  const { installId, name } = value as Partial<DatabasePointer>
  return typeof installId === 'string' && typeof name === 'string' ? { installId, name } : undefined
}

/** Turns the pointer, in one synchronous write. */
export function writePointer(store: KeyValueStore, pointer: DatabasePointer): void {
  store.set(POINTER_KEY, JSON.stringify(pointer))
}

/**
 * Name of the first database. It is fixed, so that two windows which start at the same moment work on
 * the same one.
 */
export const FIRST_DATABASE_NAME = `${NAME_PREFIX}main`

/** Name of a further database: a restored one, or a new beginning. */
export const newDatabaseName = (): string => `${NAME_PREFIX}${newId()}`

/** Names of all databases of the app in this browser. */
export async function listDatabaseNames(): Promise<string[]> {
  const names = await Dexie.getDatabaseNames()
  return names.filter((name) => name.startsWith(NAME_PREFIX))
}
