/**
 * Snapshots in the browser's private file system: they survive a damaged database and a failed
 * upgrade, not the clearing of the browser's data. Absent on plain http, refused to pages from a file.
 */
const FOLDER = 'jiping-snapshots'
const NAME = /^(\d{4}-\d{2}-\d{2})T[\d-]+Z\.jiping$/

/** Kept: the three last of today, the last of each day before, ten days of those. */
const KEPT_TODAY = 3
const KEPT_DAYS = 10

export interface Snapshot {
  name: string
  /** ISO instant */
  at: string
  /** bytes */
  size: number
}

async function openRoot(): Promise<FileSystemDirectoryHandle | undefined> {
  // Absent outside of secure contexts, whatever the type says.
  const manager = navigator.storage as Partial<StorageManager> | undefined
  if (!manager?.getDirectory) return undefined
  try {
    return await manager.getDirectory()
  } catch (error) {
    // Chromium has the function on file:// as well, and refuses every call.
    if (error instanceof DOMException && error.name === 'SecurityError') return undefined
    throw error
  }
}

async function openFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  const root = await openRoot()
  return root?.getDirectoryHandle(FOLDER, { create: true })
}

/** Whether this browser keeps snapshots at this address. */
export const canSnapshot = async (): Promise<boolean> => (await openRoot()) !== undefined

const nameOf = (at: string): string => `${at.replaceAll(/[:.]/g, '-')}.jiping`
const instantOf = (name: string): string =>
  name.replace(/T(\d+)-(\d+)-(\d+)-(\d+)Z\.jiping$/, 'T$1:$2:$3.$4Z')

/** Newest first; empty where there are none or the browser has no place for them. */
export async function listSnapshots(): Promise<Snapshot[]> {
  const folder = await openFolder()
  if (!folder) return []
  const snapshots: Snapshot[] = []
  for await (const [name, handle] of folder.entries()) {
    if (!NAME.test(name) || handle.kind !== 'file') continue
    const { size } = await handle.getFile()
    if (size > 0) snapshots.push({ name, at: instantOf(name), size })
  }
  return snapshots.sort((a, b) => b.name.localeCompare(a.name))
}

/** Which snapshots the next one makes superfluous. */
export function findSuperfluous(names: readonly string[]): string[] {
  const newestFirst = [...names].sort().reverse()
  const today = newestFirst[0]?.slice(0, 10)
  const days = new Map<string, number>()
  return newestFirst.filter((name) => {
    const day = name.slice(0, 10)
    const count = (days.get(day) ?? 0) + 1
    days.set(day, count)
    return day === today ? count > KEPT_TODAY : count > 1 || days.size > KEPT_DAYS + 1
  })
}

/**
 * Keeps a snapshot and removes superfluous ones.
 * @returns whether there is a place for it.
 */
export async function writeSnapshot(bytes: Uint8Array, at: string): Promise<boolean> {
  const folder = await openFolder()
  if (!folder) return false
  const file = await folder.getFileHandle(nameOf(at), { create: true })
  const writable = await file.createWritable()
  await writable.write(bytes as Uint8Array<ArrayBuffer>)
  await writable.close()
  const names = (await listSnapshots()).map(({ name }) => name)
  for (const name of findSuperfluous(names)) await folder.removeEntry(name)
  return true
}

/** @throws DOMException `NotFoundError` when it is no longer there. */
export async function readSnapshot(name: string): Promise<Uint8Array> {
  const folder = await openFolder()
  if (!folder) throw new DOMException('no snapshots here', 'NotFoundError')
  const file = await (await folder.getFileHandle(name)).getFile()
  return new Uint8Array(await file.arrayBuffer())
}

/** Removes all of them; part of deleting everything. */
export async function removeSnapshots(): Promise<void> {
  const root = await openRoot()
  const isThere = (await listSnapshots()).length > 0
  if (isThere) await root?.removeEntry(FOLDER, { recursive: true })
}
