import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readEnvironment } from '@/storage/environment'
import { deleteEverything } from '@/storage/otherDatabases'
import { askForPersistence, readPersistence } from '@/storage/persistence'
import { listSnapshots, writeSnapshot } from '@/storage/backup/snapshots'
import { MemoryFolder } from './memoryFolder'
import { makeMemoryStorage, openForTest } from './testDatabase'

afterEach(() => {
  vi.unstubAllGlobals()
})

interface Page {
  protocol?: string
  isSecureContext?: boolean
  storage?: object
}

/** What a browser grants a page. */
function stubPage({ protocol = 'https:', isSecureContext = true, storage }: Page): void {
  vi.stubGlobal('window', { location: { protocol }, isSecureContext })
  vi.stubGlobal('navigator', { storage })
}

describe('数据与安全页上说的环境', () => {
  test('https：快照、容量、加密都有', async () => {
    const storage = {
      getDirectory: () => Promise.resolve(new MemoryFolder('root')),
      estimate: () => Promise.resolve({ usage: 1, quota: 2 }),
    }
    stubPage({ storage })
    expect(await readEnvironment(makeMemoryStorage())).toEqual({
      address: 'secure',
      persistence: 'not-asked',
      hasLocalStorage: true,
      hasSnapshots: true,
      hasEncryption: true,
      usage: 1,
      quota: 2,
    })
  })

  test('http：没有 navigator.storage，没有 crypto.subtle，照实说', async () => {
    stubPage({ protocol: 'http:', isSecureContext: false })
    vi.stubGlobal('crypto', {})
    const full = { ...makeMemoryStorage(), set: () => false }
    expect(await readEnvironment(full)).toEqual({
      address: 'http',
      persistence: 'not-asked',
      hasLocalStorage: false,
      hasSnapshots: false,
      hasEncryption: false,
    })
  })

  test('file://：快照被拒绝就说没有；别的错误不掩盖', async () => {
    const refuse = (name: string) => ({
      getDirectory: () => Promise.reject(new DOMException('', name)),
      estimate: () => Promise.resolve({}),
    })
    stubPage({ protocol: 'file:', storage: refuse('SecurityError') })
    const { address, hasSnapshots } = await readEnvironment(makeMemoryStorage())
    expect([address, hasSnapshots]).toEqual(['file', false])
    stubPage({ protocol: 'file:', storage: refuse('UnknownError') })
    await expect(readEnvironment(makeMemoryStorage())).rejects.toThrow()
  })
})

describe('请求浏览器保留数据', () => {
  test.for([
    [{ persist: () => Promise.resolve(true) }, 'granted'],
    [{ persist: () => Promise.resolve(false) }, 'refused'],
    [undefined, 'unsupported'],
  ] as const)('只问一次：%s → %s', async ([storage, answer]) => {
    stubPage(storage ? { storage } : {})
    const store = makeMemoryStorage()
    expect(await askForPersistence(store)).toBe(answer)
    stubPage({ storage: { persist: () => Promise.reject(new Error('asked twice')) } })
    expect(await askForPersistence(store)).toBe(answer)
    expect(readPersistence(store)).toBe(answer)
  })
})

test('删除全部：数据库、快照、标记都没有了，别的程序的留着', async () => {
  const root = new MemoryFolder('root')
  stubPage({ storage: { getDirectory: () => Promise.resolve(root) } })
  const { db, browserStorage } = await openForTest()
  browserStorage.set('other.key', 'x')
  await writeSnapshot(new Uint8Array([1]), '2025-11-21T00:00:00.000Z')
  expect(await listSnapshots()).toHaveLength(1)
  await deleteEverything(db, browserStorage)
  expect(await Dexie.exists(db.name)).toBe(false)
  expect([...root.folders.keys()]).toEqual([])
  expect(browserStorage.keys()).toEqual(['other.key'])
})
