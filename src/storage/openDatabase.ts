import { AppError } from '@/domain/appError'
import { type KeyValueStore, makeBrowserStorage } from './browserStorage'
import { type CommandJournal, makeCommandJournal } from './commandJournal'
import { type AppDatabase, declareDatabase, SCHEMA_VERSION } from './database'
import { newDatabaseName, writePointer } from './databasePointer'
import { findDatabaseName, schemaOf } from './findDatabase'
import { newId } from './newId'
import { type DatabaseState, preflight } from './preflight'
import { type ReplayReport, replayJournal } from './replayJournal'
import { readSentinel, type Sentinel, writeSentinel } from './sentinel'
import { toAppError } from './toAppError'
import { writeTransaction } from './writeGuard'

export interface OpenedDatabase {
  status: 'open'
  db: AppDatabase
  journal: CommandJournal
  browserStorage: KeyValueStore
  replay: ReplayReport
  /** Acknowledged commands that are missing in the database, after the journal was replayed. */
  lostCommands: number
  /** Calls back when the connection must not be used any more. */
  onFrozen: (callback: (failure: AppError) => void) => void
}

/** What the app must show before it may start; `open` is the only one under which it starts. */
export type OpenOutcome =
  OpenedDatabase | { status: 'newer' | 'lost' | 'unavailable'; failure: AppError }

export interface OpenOptions {
  browserStorage?: KeyValueStore
  /** Another tab keeps an old version open; opening goes on when that tab closes. */
  onBlocked?: () => void
}

/** A damaged or busy store often answers at the second or third attempt. */
const PREFLIGHT_ATTEMPTS = 3

async function patientPreflight(name: string): Promise<DatabaseState> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await preflight(name)
    } catch (error) {
      if (attempt === PREFLIGHT_ATTEMPTS) throw error
    }
  }
}

/**
 * Opens the database of this installation behind a guard, and nothing else may open it.
 *
 * A newer schema is refused, never written to. A database that should be there and is not is reported
 * lost, never replaced by an empty one. What the journal holds is carried out before the app starts.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<OpenOutcome> {
  const browserStorage = options.browserStorage ?? makeBrowserStorage()
  try {
    const name = await findDatabaseName(browserStorage)
    const state = await patientPreflight(name)
    const sentinel = readSentinel(browserStorage, name)
    if (state.exists && schemaOf(state) > SCHEMA_VERSION) {
      return { status: 'newer', failure: new AppError('storage-newer-than-app') }
    }
    if (!state.exists && (sentinel || state.dataLoss === 'total')) {
      return { status: 'lost', failure: new AppError('storage-lost') }
    }
    return await openGuarded(name, browserStorage, sentinel, options)
  } catch (error) {
    const known = toAppError(error)
    const isKnown = known instanceof AppError && known.code !== 'storage-failed'
    // Whatever it is, a page that says so and offers a way out is better than a blank one.
    const failure = isKnown ? known : new AppError('storage-unavailable', { cause: error })
    return { status: 'unavailable', failure }
  }
}

/**
 * Begins with an empty database under a new name, after the user has confirmed it in words. What is
 * left of the old one stays untouched.
 */
export function startEmpty(browserStorage: KeyValueStore = makeBrowserStorage()): void {
  writePointer(browserStorage, { installId: newId(), name: newDatabaseName() })
}

async function openGuarded(
  name: string,
  browserStorage: KeyValueStore,
  sentinel: Sentinel | undefined,
  { onBlocked }: OpenOptions,
): Promise<OpenOutcome> {
  const db = declareDatabase(name)
  const onFrozen = watchConnection(db)
  if (onBlocked) db.on('blocked', onBlocked)
  await db.open()
  const databaseId = await identify(db)
  if (sentinel && sentinel.databaseId !== databaseId) {
    // Somebody emptied the database and something filled it anew behind our back.
    db.close({ disableAutoOpen: true })
    return { status: 'lost', failure: new AppError('storage-lost') }
  }
  const journal = makeCommandJournal(browserStorage, name)
  const replay = await replayJournal(db, journal)
  const seq = Number((await db.meta.get('seq'))?.value ?? 0)
  const lostCommands = Math.max(0, (sentinel?.seq ?? 0) - seq)
  writeSentinel(browserStorage, name, { databaseId, seq })
  return { status: 'open', db, journal, browserStorage, replay, lostCommands, onFrozen }
}

/**
 * Identity of the database, given when it is first opened. Only then is there anything to write: a
 * durable transaction waits for the disk, at every start.
 */
async function identify(db: AppDatabase): Promise<string> {
  const given = await db.meta.get('databaseId')
  if (given) return String(given.value)
  return writeTransaction(db, [db.meta], async () => {
    const known = await db.meta.get('databaseId')
    if (known) return String(known.value)
    const databaseId = newId()
    await db.meta.bulkPut([
      { key: 'databaseId', value: databaseId },
      { key: 'activatedAt', value: new Date().toISOString() },
      { key: 'seq', value: 0 },
    ])
    return databaseId
  })
}

/**
 * Ends all use of the connection when another tab upgrades or deletes the database, or the browser
 * closes it. Dexie would reopen by itself, and an old page would then write its old shape.
 */
function watchConnection(db: AppDatabase): OpenedDatabase['onFrozen'] {
  const callbacks: ((failure: AppError) => void)[] = []
  let failure: AppError | undefined
  const freeze = (reason: AppError) => {
    if (failure) return
    failure = reason
    for (const callback of callbacks) callback(reason)
  }
  db.on('versionchange', (event) => {
    freeze(new AppError(event.newVersion === null ? 'storage-frozen' : 'storage-newer-than-app'))
    db.close({ disableAutoOpen: true })
    return false
  })
  // Closing here again would call this handler again: Dexie fires `close` for every close.
  db.on('close', () => freeze(new AppError('storage-frozen')))
  return (callback) => {
    callbacks.push(callback)
    if (failure) callback(failure)
  }
}
