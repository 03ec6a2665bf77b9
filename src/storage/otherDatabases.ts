import { Dexie } from 'dexie'
import { AppError } from '@/domain/appError'
import { removeSnapshots } from './backup/snapshots'
import type { KeyValueStore } from './browserStorage'
import { type AppDatabase, declareDatabase, SCHEMA_VERSION } from './database'
import { listDatabaseNames, writePointer } from './databasePointer'
import { schemaOf } from './findDatabase'
import { newId } from './newId'
import { preflight } from './preflight'
import { toAppError } from './toAppError'
import { writeTransaction } from './writeGuard'

/** A database that a restore or a new beginning has left behind. */
export interface KeptDatabase {
  name: string
  evaluations: number
  /** ISO instant at which it last came into use; '' for a restore that did not come to its end. */
  activatedAt: string
}

/** All databases of the app in this browser but the one in use; one of a newer schema is not opened. */
export async function listKeptDatabases(inUse: string): Promise<KeptDatabase[]> {
  const kept: KeptDatabase[] = []
  for (const name of await listDatabaseNames()) {
    if (name === inUse) continue
    const state = await preflight(name)
    if (!state.exists || schemaOf(state) > SCHEMA_VERSION) continue
    const db = declareDatabase(name)
    try {
      await db.open()
      const evaluations = await db.evaluations.count()
      const activatedAt = String((await db.meta.get('activatedAt'))?.value ?? '')
      kept.push({ name, evaluations, activatedAt })
    } finally {
      db.close({ disableAutoOpen: true })
    }
  }
  return kept.sort((a, b) => b.activatedAt.localeCompare(a.activatedAt))
}

/**
 * Turns the pointer to a kept database, which also notes when: with `localStorage` cleared, the one
 * last in use is found by that. The page has to be loaded anew afterwards.
 *
 * @throws AppError `not-allowed` for a restore that did not come to its end: half of it is missing.
 */
export async function turnToDatabase(browserStorage: KeyValueStore, name: string): Promise<void> {
  const db = declareDatabase(name)
  try {
    await db.open()
    await writeTransaction(db, [db.meta], async () => {
      if (!(await db.meta.get('activatedAt'))) throw new AppError('not-allowed')
      await db.meta.put({ key: 'activatedAt', value: new Date().toISOString() })
    })
  } catch (error) {
    throw toAppError(error)
  } finally {
    db.close({ disableAutoOpen: true })
  }
  writePointer(browserStorage, { installId: newId(), name })
}

export const removeDatabase = (name: string): Promise<void> => Dexie.delete(name)

/**
 * Deletes everything the app keeps in this browser: databases, snapshots, journal, choices. The page
 * has to be loaded anew afterwards.
 */
export async function deleteEverything(
  db: AppDatabase,
  browserStorage: KeyValueStore,
): Promise<void> {
  db.close({ disableAutoOpen: true })
  await removeSnapshots()
  for (const name of await listDatabaseNames()) await Dexie.delete(name)
  for (const key of browserStorage.keys()) {
    if (key.startsWith('jiping.')) browserStorage.remove(key)
  }
}
