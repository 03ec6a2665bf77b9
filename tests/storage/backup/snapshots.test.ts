import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  allowBackupFolder,
  canKeepFolder,
  chooseBackupFolder,
  findBackupFolder,
  forgetBackupFolder,
  writeToBackupFolder,
} from '@/storage/backup/backupFolder'
import {
  findSuperfluous,
  listSnapshots,
  readSnapshot,
  removeSnapshots,
  writeSnapshot,
} from '@/storage/backup/snapshots'
import { MemoryFolder } from '../memoryFolder'
import { openForTest } from '../testDatabase'

afterEach(() => {
  vi.unstubAllGlobals()
})

const bytes = new Uint8Array([1, 2, 3])
const at = (day: number, hour: number) =>
  `2025-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`

describe('浏览器内快照', () => {
  let root: MemoryFolder
  beforeEach(() => {
    root = new MemoryFolder('root')
    vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(root) } })
  })

  test('留存、列出、读回；空文件和别的名称不算', async () => {
    expect(await writeSnapshot(bytes, at(21, 8))).toBe(true)
    const folder = root.folders.get('jiping-snapshots')!
    folder.files.set('2025-11-21T09-00-00-000Z.jiping', new Uint8Array())
    folder.files.set('说明.txt', bytes)
    folder.folders.set('2025-11-21T10-00-00-000Z.jiping', new MemoryFolder('x'))
    const snapshots = await listSnapshots()
    expect(snapshots).toEqual([{ name: '2025-11-21T08-00-00-000Z.jiping', at: at(21, 8), size: 3 }])
    expect(await readSnapshot(snapshots[0]!.name)).toEqual(bytes)
    await expect(readSnapshot('不在了.jiping')).rejects.toMatchObject({ name: 'NotFoundError' })
    await removeSnapshots()
    expect([...root.folders.keys()]).toEqual([])
    await removeSnapshots()
  })

  test('当天留三份，以前每天留最后一份，共十天', async () => {
    for (let day = 1; day <= 14; day += 1) {
      for (const hour of [8, 9, 10, 11]) await writeSnapshot(bytes, at(day, hour))
    }
    const kept = (await listSnapshots()).map((snapshot) => snapshot.at)
    const before = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4].map((day) => at(day, 11))
    expect(kept).toEqual([at(14, 11), at(14, 10), at(14, 9), ...before])
    expect(findSuperfluous([])).toEqual([])
  })

  test('没有地方放快照：不留、不列、不删，读的时候说没有', async () => {
    vi.stubGlobal('navigator', {})
    expect(await writeSnapshot(bytes, at(21, 8))).toBe(false)
    expect(await listSnapshots()).toEqual([])
    await removeSnapshots()
    await expect(readSnapshot('x.jiping')).rejects.toMatchObject({ name: 'NotFoundError' })
  })
})

describe('备份文件夹', () => {
  let folder: MemoryFolder
  const pick = vi.fn(() => Promise.resolve(folder))
  beforeEach(() => {
    folder = new MemoryFolder('备份')
    vi.stubGlobal('window', { showDirectoryPicker: pick })
    vi.stubGlobal('FileSystemDirectoryHandle', MemoryFolder)
  })

  /** A database that keeps a handle; the browser stores one as it is, Node would copy it. */
  async function openWithFolder(chosen: unknown) {
    const { db } = await openForTest()
    const get = db.settings.get.bind(db.settings)
    const read = (key: string) =>
      key === 'backupFolder' ? Promise.resolve({ key, value: chosen }) : get(key)
    vi.spyOn(db.settings, 'get').mockImplementation(read as never)
    return db
  }

  test('没有选过的、设置里是别的东西的，都不算有', async () => {
    const { db } = await openForTest()
    expect(canKeepFolder()).toBe(true)
    expect(await findBackupFolder(db)).toBeUndefined()
    expect(await allowBackupFolder(db)).toBe(false)
    expect(await writeToBackupFolder(db, bytes, at(21, 8))).toBeUndefined()
    expect(await findBackupFolder(await openWithFolder({ name: '假的' }))).toBeUndefined()
    vi.stubGlobal('FileSystemDirectoryHandle', undefined)
    expect(await findBackupFolder(await openWithFolder(folder))).toBeUndefined()
  })

  test('选定以后记住，可以忘掉', async () => {
    const { db } = await openForTest()
    pick.mockResolvedValueOnce({ name: '备份' } as never)
    expect(await chooseBackupFolder(db)).toBe(true)
    expect(await db.settings.get('backupFolder')).toMatchObject({ value: { name: '备份' } })
    await forgetBackupFolder(db)
    expect(await db.settings.count()).toBe(0)
  })

  test('关掉选择窗口不算出错，别的错误不掩盖', async () => {
    const { db } = await openForTest()
    pick.mockRejectedValueOnce(new DOMException('', 'AbortError'))
    expect(await chooseBackupFolder(db)).toBe(false)
    pick.mockRejectedValueOnce(new DOMException('', 'SecurityError'))
    await expect(chooseBackupFolder(db)).rejects.toMatchObject({ name: 'SecurityError' })
    await forgetBackupFolder(db)
  })

  test('写进去读回来，多出的旧备份删去，别的文件不碰', async () => {
    const db = await openWithFolder(folder)
    folder.files.set('工作总结.docx', bytes)
    for (const hour of [8, 9, 10, 11]) {
      expect(await writeToBackupFolder(db, bytes, at(21, hour))).toEqual(bytes)
    }
    expect([...folder.files.keys()].sort()).toEqual([
      'jiping-backup_2025-11-21T09-00-00-000Z.jiping',
      'jiping-backup_2025-11-21T10-00-00-000Z.jiping',
      'jiping-backup_2025-11-21T11-00-00-000Z.jiping',
      '工作总结.docx',
    ])
  })

  test('浏览器还没有允许：不写；允许以后才写', async () => {
    folder.permission = 'prompt'
    const db = await openWithFolder(folder)
    expect(await findBackupFolder(db)).toEqual({ name: '备份', isAllowed: false })
    expect(await writeToBackupFolder(db, bytes, at(21, 8))).toBeUndefined()
    expect(await allowBackupFolder(db)).toBe(true)
    expect(await writeToBackupFolder(db, bytes, at(21, 8))).toEqual(bytes)
  })
})
