import type { Actor } from '@/domain/evaluation/evaluationRecord'
import { copyPlain } from '@/domain/evaluation/plainData'
import type { KeyValueStore } from './browserStorage'
import type { AppDatabase } from './database'
import { toAppError } from './toAppError'
import { writeTransaction } from './writeGuard'

/** A filter of a list under a name: the query of its address, "grade=poor&sort=-declared". */
export interface SavedFilter {
  name: string
  query: string
}

export interface Settings {
  /** `undefined` until the person has said who they are. */
  actor: Actor | undefined
  locale: 'zh-CN' | 'en'
  theme: 'system' | 'light' | 'dark'
  density: 'compact' | 'comfortable'
  savedFilters: SavedFilter[]
  /** Small choices of views, by a key of their own. */
  remembered: Record<string, unknown>
}

export const DEFAULT_SETTINGS: Settings = {
  actor: undefined,
  locale: 'zh-CN',
  theme: 'system',
  density: 'compact',
  savedFilters: [],
  remembered: {},
}

/** Settings that decide the first paint, before the database is open. */
const MIRRORED: ReadonlySet<keyof Settings> = new Set(['locale', 'theme'])

export const mirrorKey = (key: keyof Settings): string => `jiping.${key}`

/** What has been chosen; the rest is default. Safe inside a live query. */
export async function listSettings(db: AppDatabase): Promise<Partial<Settings>> {
  const rows = await db.settings.toArray()
  return Object.fromEntries(
    rows.filter(({ key }) => key in DEFAULT_SETTINGS).map(({ key, value }) => [key, value]),
  )
}

/** Keeps one choice. @throws AppError `storage-full` | `storage-failed` | `storage-frozen` */
export async function saveSetting<Key extends keyof Settings>(
  db: AppDatabase,
  browserStorage: KeyValueStore,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  if (MIRRORED.has(key) && typeof value === 'string') browserStorage.set(mirrorKey(key), value)
  try {
    await writeTransaction<unknown>(db, [db.settings], () =>
      value === undefined
        ? db.settings.delete(key)
        : db.settings.put({ key, value: copyPlain(value) }),
    )
  } catch (error) {
    throw toAppError(error)
  }
}
