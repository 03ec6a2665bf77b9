import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { declareDatabase, SCHEMA, SCHEMA_VERSION } from '@/storage/database'
import { readPointer } from '@/storage/databasePointer'
import { openDatabase } from '@/storage/openDatabase'
import { listKeptDatabases, removeDatabase, turnToDatabase } from '@/storage/otherDatabases'
import { makeMemoryStorage, openForTest } from './testDatabase'

async function clearAll(): Promise<void> {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
}

/** A restore that was broken off: a database that never came into use. */
async function leaveHalf(name: string): Promise<void> {
  const db = declareDatabase(name)
  await db.open()
  db.close({ disableAutoOpen: true })
}

describe('保留的数据库', () => {
  test('列出启用过的和没有做完的；较新版本的不打开', async () => {
    await clearAll()
    const { db: inUse } = await openForTest()
    const { db: older } = await openForTest()
    older.close()
    await leaveHalf('jiping-half')
    const newer = new Dexie('jiping-newer')
    newer.version(SCHEMA_VERSION + 1).stores({ ...SCHEMA, future: 'id' })
    await newer.open()
    newer.close()
    const kept = await listKeptDatabases(inUse.name)
    expect(kept.map(({ name, evaluations }) => [name, evaluations])).toEqual([
      [older.name, 0],
      ['jiping-half', 0],
    ])
    expect(kept.map(({ activatedAt }) => activatedAt !== '')).toEqual([true, false])
    await removeDatabase('jiping-half')
    expect(await listKeptDatabases(inUse.name)).toHaveLength(1)
    inUse.close()
  })

  test('切换后清除了标记，找到的仍是切换到的这一份', async () => {
    await clearAll()
    const first = await openForTest()
    first.db.close()
    const second = await openForTest()
    second.db.close()
    await turnToDatabase(second.browserStorage, first.db.name)
    expect(readPointer(second.browserStorage)?.name).toBe(first.db.name)
    const found = await openDatabase({ browserStorage: makeMemoryStorage() })
    expect(found).toMatchObject({ status: 'open', db: { name: first.db.name } })
  })

  test('没有做完的恢复不能切换过去，清除标记后也不会被当成在用的', async () => {
    await clearAll()
    const { db, browserStorage } = await openForTest()
    db.close()
    await leaveHalf('jiping-half')
    await expect(turnToDatabase(browserStorage, 'jiping-half')).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(readPointer(browserStorage)?.name).toBe(db.name)
    const found = await openDatabase({ browserStorage: makeMemoryStorage() })
    expect(found).toMatchObject({ status: 'open', db: { name: db.name } })
  })
})
