import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { Rectification } from '@/domain/rectification/rectification'
import { collectBackup } from '@/storage/backup/collectBackup'
import { compareWithBackup } from '@/storage/backup/compareWithBackup'
import { readBackup } from '@/storage/backup/readBackup'
import { restoreBackup } from '@/storage/backup/restoreBackup'
import { writeBackup } from '@/storage/backup/writeBackup'
import type { CommandBody } from '@/storage/command'
import type { AppDatabase } from '@/storage/database'
import { listHistory } from '@/storage/historyChain'
import { listHistoryIds } from '@/storage/historyHeads'
import { ledgerIdOf } from '@/storage/rectificationCommands'
import { verifyHistory } from '@/storage/verifyHistory'
import { writeTransaction } from '@/storage/writeGuard'
import { readRows, writeRows } from './faults/rawRows'
import { openForTest, openWithSample } from './testDatabase'

const origin = { appVersion: '0.1.0', createdAt: '2025-11-21T00:00:00.000Z', createdBy: '李评' }
const item = (id: string): Rectification => ({
  id,
  origin: 'manual',
  problem: '台账不全',
  state: 'open',
})
const rectify = (id: string, baseLength: number, evaluationId = 'e1'): CommandBody => ({
  type: 'rectify',
  evaluationId,
  edits: [{ path: [id], value: item(id) }],
  baseLength,
})

/** Two evaluations, a ledger of two entries, and an evaluation that was removed. */
async function openWithLedger() {
  const opened = await openWithSample(['e1', 'e2', 'gone'])
  const { run } = opened
  await run(rectify('a', 0))
  await run(rectify('b', 1))
  await run({ type: 'remove', evaluationIds: ['gone'] })
  return opened
}

/** Cuts entries off the end of a history, as a lost file or a hand in the database does. */
async function cut({ name }: AppDatabase, id: string, left: number): Promise<void> {
  const rows = await readRows(name)
  const history = rows['history'] as { evaluationId: string; sequence: number }[]
  const kept = history.filter((entry) => entry.evaluationId !== id || entry.sequence <= left)
  await writeRows(name, { ...rows, history: kept })
}

const statusOf = async (db: AppDatabase, id: string) => (await verifyHistory(db, id)).status

describe('没有文档的修改记录：整改台账，已删除的评价', () => {
  test('每一串都在校验之列，完好时都完好', async () => {
    const { db } = await openWithLedger()
    const ids = await listHistoryIds(db)
    expect(ids.sort()).toEqual(['e1', 'e2', 'gone', ledgerIdOf('e1')])
    for (const id of ids) expect(await statusOf(db, id)).toBe('intact')
  })

  test.for([
    ['台账从末尾少一条', ledgerIdOf('e1'), 1],
    ['台账整个没有了', ledgerIdOf('e1'), 0],
    ['已删除的评价少了删除那一条', 'gone', 1],
    ['已删除的评价整个没有了', 'gone', 0],
  ] as const)('%s，校验时发现', async ([, id, left]) => {
    const { db } = await openWithLedger()
    await cut(db, id, left)
    expect(await listHistoryIds(db)).toContain(id)
    expect(await verifyHistory(db, id)).toEqual({
      status: 'broken',
      entries: left,
      brokenAt: left + 1,
    })
  })

  test('撤销、恢复删除、再删除之后仍然对得上', async () => {
    const { db, run } = await openWithLedger()
    await run({ type: 'undo-rectify', evaluationId: 'e1' })
    expect(await statusOf(db, ledgerIdOf('e1'))).toBe('intact')
    const [, removal] = await listHistory(db, 'gone')
    const restore = { evaluationIds: ['gone'], undoOf: removal!.commandId }
    await run({ type: 'restore', ...restore })
    expect(await statusOf(db, 'gone')).toBe('intact')
    await run({ type: 'remove', evaluationIds: ['gone'] })
    expect(await verifyHistory(db, 'gone')).toMatchObject({ status: 'intact', entries: 4 })
    await cut(db, 'gone', 3)
    expect(await statusOf(db, 'gone')).toBe('broken')
  })

  test('恢复备份之后同样对得上、看得出', async () => {
    const { db } = await openWithLedger()
    const { browserStorage } = await openForTest()
    await restoreBackup(await readBackup(await writeBackup(await collectBackup(db, origin))), {
      browserStorage,
    })
    const { db: restored } = await openForTest(browserStorage)
    for (const id of ['gone', ledgerIdOf('e1')]) {
      expect(await statusOf(restored, id)).toBe('intact')
      await cut(restored, id, 1)
      expect(await statusOf(restored, id)).toBe('broken')
    }
  })

  test('以前的版本没有记下末条的，照旧按链校验，下次登记时记下', async () => {
    const { db, run } = await openWithLedger()
    await writeTransaction(db, [db.meta], () => db.meta.where('key').startsWith('head/').delete())
    expect(await statusOf(db, ledgerIdOf('e1'))).toBe('intact')
    await run(rectify('c', 2))
    await cut(db, ledgerIdOf('e1'), 2)
    expect(await statusOf(db, ledgerIdOf('e1'))).toBe('broken')
  })
})

describe('与备份比较', () => {
  test('台账登记过的不算相同；只在一边的、改过的、损坏的分别列出', async () => {
    const { db, run } = await openWithSample(['e1', 'e2', 'e3', 'e4', 'old'])
    const name = (evaluationId: string, projectName: string): CommandBody => ({
      type: 'edit',
      evaluationId,
      edits: [{ type: 'set', path: ['projectName'], value: projectName }],
      baseRevision: 1,
    })
    for (const id of ['e1', 'e2', 'e3', 'e4', 'old']) await run(name(id, `项目${id}`))
    await run(rectify('a', 0))
    const content = await collectBackup(db, origin)
    expect(await compareWithBackup(db, content)).toEqual({
      onlyHere: [],
      onlyInBackup: [],
      differing: [],
      same: 5,
    })
    await run(rectify('b', 1))
    await run({ ...name('e2', '改过'), baseRevision: 2 } as CommandBody)
    await run({ type: 'remove', evaluationIds: ['old'] })
    const row = (await db.evaluations.get('e3'))!
    await writeTransaction<unknown>(db, [db.evaluations], () =>
      db.evaluations.put({ ...row, record: { ...row.record, fiscalYear: 1 } }),
    )
    const evaluations = content.evaluations.filter(({ record }) => record.id !== 'e4')
    expect(await compareWithBackup(db, { ...content, evaluations })).toEqual({
      onlyHere: ['项目e4'],
      onlyInBackup: ['项目old'],
      differing: ['项目e1', '项目e2', '项目e3'],
      same: 0,
    })
  })
})
