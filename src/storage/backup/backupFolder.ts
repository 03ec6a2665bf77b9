import type { AppDatabase } from '../database'
import { writeTransaction } from '../writeGuard'
import { findSuperfluous } from './snapshots'

/** What browsers with a folder picker add to a handle; the type library leaves it out. */
interface PermissionAsking {
  queryPermission: (descriptor: { mode: 'readwrite' }) => Promise<PermissionState>
  requestPermission: (descriptor: { mode: 'readwrite' }) => Promise<PermissionState>
}

type ChosenFolder = FileSystemDirectoryHandle & PermissionAsking

interface FolderPicker {
  showDirectoryPicker: (options: { id: string; mode: 'readwrite' }) => Promise<ChosenFolder>
}

/** A folder outside of the browser that backups go to. */
export interface BackupFolder {
  /** As the system calls it, without its path. */
  name: string
  /** Whether the browser lets this page write into it now; it may ask again in each session. */
  isAllowed: boolean
}

/** Key in the settings that never leaves this browser: a handle means nothing elsewhere. */
const KEY = 'backupFolder'
const READ_WRITE = { mode: 'readwrite' } as const
/** Sorts by time, on the clock of Greenwich. */
const NAME = /^jiping-backup_(\d{4}-\d{2}-\d{2}T[\d-]+Z)\.jiping$/

const fileNameOf = (at: string): string => `jiping-backup_${at.replaceAll(/[:.]/g, '-')}.jiping`

const isFolder = (value: unknown): value is ChosenFolder =>
  typeof FileSystemDirectoryHandle !== 'undefined' && value instanceof FileSystemDirectoryHandle

/** Whether this browser lets a page keep a folder: Chromium, and not on plain http. */
export const canKeepFolder = (): boolean => 'showDirectoryPicker' in window

async function readFolder(db: AppDatabase): Promise<ChosenFolder | undefined> {
  const value = (await db.settings.get(KEY))?.value
  return isFolder(value) ? value : undefined
}

/** The folder chosen once, and whether it may be written to without asking. */
export async function findBackupFolder(db: AppDatabase): Promise<BackupFolder | undefined> {
  const folder = await readFolder(db)
  if (!folder) return undefined
  const permission = await folder.queryPermission(READ_WRITE)
  return { name: folder.name, isAllowed: permission === 'granted' }
}

/**
 * Asks for a folder and keeps it. For the press of a button only, as the browser demands.
 * @returns whether one was chosen.
 */
export async function chooseBackupFolder(db: AppDatabase): Promise<boolean> {
  try {
    const picker = window as unknown as FolderPicker
    const value = await picker.showDirectoryPicker({ id: 'jiping-backup', ...READ_WRITE })
    await writeTransaction<unknown>(db, [db.settings], () => db.settings.put({ key: KEY, value }))
    return true
  } catch (error) {
    // The picker was closed without a choice.
    if (error instanceof DOMException && error.name === 'AbortError') return false
    throw error
  }
}

/** Asks the browser to allow the folder again. For the press of a button only. */
export async function allowBackupFolder(db: AppDatabase): Promise<boolean> {
  const folder = await readFolder(db)
  return (await folder?.requestPermission(READ_WRITE)) === 'granted'
}

/** Forgets the folder; the files in it stay. */
export async function forgetBackupFolder(db: AppDatabase): Promise<void> {
  await writeTransaction(db, [db.settings], () => db.settings.delete(KEY))
}

/**
 * Writes a backup into the folder, reads it back, and removes what it makes superfluous; files of
 * other names are never touched.
 *
 * @returns what stands in the folder, byte for byte; `undefined` when the folder is not allowed now.
 * @throws DOMException when the folder is gone or its disk is full.
 */
export async function writeToBackupFolder(
  db: AppDatabase,
  bytes: Uint8Array,
  at: string,
): Promise<Uint8Array | undefined> {
  const folder = await readFolder(db)
  if ((await folder?.queryPermission(READ_WRITE)) !== 'granted' || !folder) return undefined
  const handle = await folder.getFileHandle(fileNameOf(at), { create: true })
  const writable = await handle.createWritable()
  await writable.write(bytes as Uint8Array<ArrayBuffer>)
  await writable.close()
  const written = new Uint8Array(await (await handle.getFile()).arrayBuffer())

  const times: string[] = []
  for await (const name of folder.keys()) {
    const time = NAME.exec(name)?.[1]
    if (time !== undefined) times.push(time)
  }
  for (const time of findSuperfluous(times)) await folder.removeEntry(fileNameOf(time))
  return written
}
