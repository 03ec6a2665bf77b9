import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import { AppError } from '@/domain/appError'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { RectificationEdit } from '@/domain/rectification/rectificationLedger'
import { collectBackup } from '@/storage/backup/collectBackup'
import type { CommandBody } from '@/storage/command'
import { SCHEMA, SCHEMA_VERSION } from '@/storage/database'
import {
  getEvaluation,
  listEvaluations,
  listProject,
  listRelated,
  requireEvaluation,
} from '@/storage/evaluationRepository'
import { listHistory } from '@/storage/historyChain'
import { executeCommand } from '@/storage/kernel'
import { openDatabase } from '@/storage/openDatabase'
import { getProfile, listProfileRows } from '@/storage/profileCommands'
import { readProvenance } from '@/storage/readProvenance'
import { readRawDatabase } from '@/storage/readRawDatabase'
import { ledgerIdOf } from '@/storage/rectificationCommands'
import { listSettings, saveSetting } from '@/storage/settings'
import { verifyHistory } from '@/storage/verifyHistory'
import { writeTransaction } from '@/storage/writeGuard'
import { sampleIndicator } from '../domain/evaluation/sampleRecord'
import {
  asCommand,
  makeInstallation,
  makeMemoryStorage,
  openForTest,
  openWithSample,
  sampleEvaluation,
} from './testDatabase'

const origin = { appVersion: '0.1.0', createdAt: '2025-11-21T00:00:00.000Z', createdBy: '李评' }
const codeOf = (promise: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(promise).then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
const set = (path: string[], value: unknown): EvaluationEdit => ({ type: 'set', path, value })
const edit = (edits: EvaluationEdit[], baseRevision: number, evaluationId = 'e1'): CommandBody => ({
  type: 'edit',
  evaluationId,
  edits,
  baseRevision,
})
const note = (text: string) => set(['indicators', 'i1', 'note'], text)
const profile = { ...builtInProfiles[0]!, id: 'own', name: '本区方案' }

describe('拒绝的修改，一字不写', () => {
  test('项目已经没有了', async () => {
    const { run } = await openWithSample()
    await run({ type: 'remove', evaluationIds: ['e1', 'e1', 'none'] })
    expect(await codeOf(run(edit([note('x')], 1)))).toBe('edit-conflict')
    expect(await codeOf(run({ type: 'undo', evaluationId: 'e1' }))).toBe('edit-conflict')
  })

  test('一次改了很多处之后，看着旧版插入、删去同一行的，得知对方改了什么', async () => {
    const { run } = await openWithSample()
    const many = Array.from({ length: 9 }, (_, index) => note(`第${String(index)}次`))
    await run(edit([...many, set(['projectName'], '改名')], 1), 'tab-b')
    await run(edit([note('再改')], 2), 'tab-b')
    const removal: EvaluationEdit = { type: 'remove-indicator', indicatorId: 'i1' }
    expect(await codeOf(run(edit([removal], 1)))).toBe('edit-conflict')
    const indicator = sampleIndicator({ id: 'i1' })
    const insertion: EvaluationEdit = { type: 'insert-indicator', indicator }
    expect(await codeOf(run(edit([insertion], 2)))).toBe('edit-conflict')
    expect(await codeOf(run(edit([set(['fiscalYear'], 2031)], 1)))).toBe('done')
  })

  test('连着撤销回到最初；另一窗口又改过之后，重做什么也不做', async () => {
    const { db, run } = await openWithSample()
    await run(edit([note('甲'), set(['projectName'], '甲名')], 1))
    await run(edit([note('乙')], 2))
    await run({ type: 'undo', evaluationId: 'e1' })
    await run({ type: 'undo', evaluationId: 'e1' })
    expect((await getEvaluation(db, 'e1'))?.projectName).toBe('网络运行维护费')
    await run(edit([note('丙')], 5), 'tab-b')
    await run({ type: 'redo', evaluationId: 'e1' })
    expect((await getEvaluation(db, 'e1'))?.indicators[0]?.note).toBe('丙')
  })

  test('不是最后删除的，不能用旧的删除恢复；没有删除的不能恢复', async () => {
    const { run } = await openWithSample(['e1', 'e2'])
    const { commandId: undoOf } = await run({ type: 'remove', evaluationIds: ['e1'] })
    expect(await codeOf(run({ type: 'restore', evaluationIds: ['e2'], undoOf }))).toBe(
      'not-allowed',
    )
    await run({ type: 'restore', evaluationIds: ['e1'], undoOf })
    await run({ type: 'remove', evaluationIds: ['e1'] })
    expect(await codeOf(run({ type: 'restore', evaluationIds: ['e1'], undoOf }))).toBe(
      'not-allowed',
    )
  })

  test('用过的编号不能再新建', async () => {
    const { run } = await openWithSample()
    const again = run({ type: 'create', evaluations: [{ evaluation: sampleEvaluation() }] })
    expect(await codeOf(again)).toContain('this id was used')
  })
})

describe('数据包', () => {
  const merge = (body: Partial<CommandBody & { type: 'merge' }>): CommandBody => ({
    type: 'merge',
    merges: [],
    profiles: [],
    attachments: [],
    ...body,
  })

  test('同一编号同一版本的方案，相同的略过，不同的整包不收', async () => {
    const { db, run } = await openWithSample()
    await run({ type: 'save-profile', profile })
    const [row] = await listProfileRows(db)
    const same = merge({ profiles: [row!.profile, builtInProfiles[0]!] })
    expect(await codeOf(run(same))).toBe('done')
    const other = { ...row!.profile, budgetExecutionPoints: 20 }
    expect(await codeOf(run(merge({ profiles: [other] })))).toBe('not-allowed')
    const next = { ...other, version: 2 }
    expect(await codeOf(run(merge({ profiles: [next] })))).toBe('done')
    expect((await getProfile(db, 'own')).version).toBe(2)
  })

  test('比较之后这边又改了的，不照旧的比较合并', async () => {
    const colleague = await openWithSample()
    const { evaluations } = await collectBackup(colleague.db, origin, ['e1'])
    const mine = await openWithSample()
    const [incoming] = evaluations
    const body = merge({ merges: [{ incoming: incoming!, decision: { choices: {} } }] })
    expect(await codeOf(mine.run(body))).toBe('edit-conflict')
  })

  test('改过一个字的修改记录不收：新来的、接续的、台账都一样', async () => {
    const colleague = await openWithSample()
    const owner: RectificationEdit = {
      path: ['r1'],
      value: { id: 'r1', origin: 'manual', problem: '台账不全', state: 'open' },
    }
    await colleague.run({ type: 'rectify', evaluationId: 'e1', edits: [owner], baseLength: 0 })
    const { evaluations, removed } = await collectBackup(colleague.db, origin, ['e1'])
    const { record, history } = evaluations[0]!
    const bent = history.map((entry) => ({ ...entry, at: '2020-01-01' }))
    const mine = await openForTest()
    const send = (body: Partial<CommandBody & { type: 'merge' }>) =>
      codeOf(executeCommand(mine.db, asCommand(merge(body))))
    const decision = { choices: {} }
    expect(await send({ merges: [{ incoming: { record, history: bent }, decision }] })).toBe(
      'not-allowed',
    )
    const renamed = { ...record, projectName: '冒名' }
    expect(await send({ merges: [{ incoming: { record: renamed, history }, decision }] })).toBe(
      'not-allowed',
    )
    expect(await send({ merges: [{ incoming: { record, history }, decision }] })).toBe('done')
    const [ledger] = removed
    expect(await send({ ledgers: [ledger!.map((entry) => ({ ...entry, at: '2020' }))] })).toBe(
      'not-allowed',
    )
    expect(await send({ ledgers: [history] })).toBe('not-allowed')
    expect(await send({ ledgers: [[]] })).toBe('not-allowed')
    expect(await send({ ledgers: [ledger!] })).toBe('done')
    expect(await send({ ledgers: [ledger!] })).toBe('done')
    expect(await listHistory(mine.db, ledgerIdOf('e1'))).toHaveLength(1)
  })
})

describe('整改台账', () => {
  const rectify = (edits: RectificationEdit[], baseLength: number): CommandBody => ({
    type: 'rectify',
    evaluationId: 'e1',
    edits,
    baseLength,
  })
  const value = { id: 'r1', origin: 'manual' as const, problem: '台账不全', state: 'open' as const }

  test('写入原来的值不留记录；没有可撤销的什么也不做', async () => {
    const { db, run } = await openWithSample()
    await run({ type: 'undo-rectify', evaluationId: 'e1' })
    await run({ type: 'redo-rectify', evaluationId: 'e1' })
    await run(rectify([{ path: ['r1'], value }], 0))
    await run(rectify([{ path: ['r1', 'problem'], value: '台账不全' }], 1))
    expect(await listHistory(db, ledgerIdOf('e1'))).toHaveLength(1)
  })

  test('连着撤销到头为止，每次都有记录', async () => {
    const { db, run } = await openWithSample()
    await run(rectify([{ path: ['r1'], value }], 0))
    await run(rectify([{ path: ['r1', 'owner'], value: '张三' }], 1))
    for (let count = 0; count < 3; count += 1) {
      await run({ type: 'undo-rectify', evaluationId: 'e1' })
    }
    expect(await listHistory(db, ledgerIdOf('e1'))).toHaveLength(4)
  })

  test('不成形的内容说出是哪一格', async () => {
    const { run } = await openWithSample()
    const odd = { ...value, state: '不知道' }
    expect(await codeOf(run(rectify([{ path: ['r1'], value: odd }], 0)))).toContain('0.state')
  })
})

describe('读取', () => {
  test('没有的项目、损坏的项目各有说法，邻近的不受影响', async () => {
    const { db, run } = await openWithSample(['e1', 'e2', 'e3'])
    const form = 'target-table'
    await run({
      type: 'create',
      evaluations: [{ evaluation: sampleEvaluation({ id: 't1', form }) }],
    })
    const row = (await db.evaluations.get('e3'))!
    await writeTransaction<unknown>(db, [db.evaluations], () =>
      db.evaluations.put({ ...row, record: { ...row.record, fiscalYear: 1 } }),
    )
    expect(await codeOf(requireEvaluation(db, 'none'))).toBe('record-damaged')
    expect(await codeOf(listEvaluations(db, ['e1', 'none', 'e3']))).toBe('record-damaged')
    expect(await listEvaluations(db, ['none', 'e1'])).toHaveLength(1)
    expect((await listProject(db, 'p1')).map(({ id }) => id)).toEqual(['e1', 'e2', 't1'])
    const e1 = (await getEvaluation(db, 'e1'))!
    const { others, targetTable } = await listRelated(db, e1)
    expect([others.map(({ id }) => id), targetTable?.id]).toEqual([['e2', 't1'], 't1'])
    const plan = await listRelated(db, { ...e1, id: 't1', form })
    expect([plan.others.length, plan.targetTable]).toEqual([2, undefined])
    const bare = { id: 'x', form: e1.form }
    expect(await listRelated(db, bare)).toEqual({ others: [] })
    expect(Object.keys(await readProvenance(db, ['e1', 'none']))).toEqual(['e1'])
    expect(await verifyHistory(db, 'e3')).toMatchObject({ status: 'broken', brokenAt: 2 })
  })

  test('只打包已有的项目；名单里没有的略过', async () => {
    const { db } = await openWithSample()
    const { evaluations, removed } = await collectBackup(db, origin, ['e1', 'none'])
    expect([evaluations.length, removed.length]).toEqual([1, 0])
  })

  test('没有的方案是程序的错', async () => {
    const { db } = await openWithSample()
    await expect(getProfile(db, 'none', 3)).rejects.toThrow('no such profile: none 3')
  })

  test('清空一项设置，回到默认', async () => {
    const { db } = await openForTest()
    const store = makeMemoryStorage()
    await saveSetting(db, store, 'theme', 'dark')
    expect([store.get('jiping.theme'), (await listSettings(db)).theme]).toEqual(['dark', 'dark'])
    await saveSetting(db, store, 'actor', undefined)
    expect(await listSettings(db)).toEqual({ theme: 'dark' })
  })
})

describe('打开', () => {
  test('清除了标记，而库由较新版本写成：按名拒绝，不另建一个', async () => {
    for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
    const newer = new Dexie('jiping-main')
    newer.version(SCHEMA_VERSION + 1).stores({ ...SCHEMA, future: 'id' })
    await newer.open()
    newer.close()
    expect(await openDatabase({ browserStorage: makeMemoryStorage() })).toMatchObject({
      status: 'newer',
    })
    expect(await Dexie.getDatabaseNames()).toEqual(['jiping-main'])
    await Dexie.delete('jiping-main')
  })

  test('别处删除数据库：停止写入，后来才问的也得知', async () => {
    const { db, onFrozen } = await openForTest()
    await Dexie.delete(db.name)
    const frozen = vi.fn()
    onFrozen(frozen)
    expect(frozen).toHaveBeenCalledWith(expect.objectContaining({ code: 'storage-frozen' }))
  })

  test('旧版本的窗口占着：说要关掉它，关掉后自动继续', async () => {
    const { browserStorage, name } = makeInstallation()
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 5)
      request.onsuccess = () => resolve(request.result)
    })
    const onBlocked = vi.fn(() => older.close())
    expect(await openDatabase({ browserStorage, onBlocked })).toMatchObject({ status: 'open' })
    expect(onBlocked).toHaveBeenCalledOnce()
  })

  test('浏览器报告打不开：预检试三次，仍不成就说不可用，不当作没有', async () => {
    const { db, browserStorage } = await openForTest()
    db.close()
    const open = indexedDB.open.bind(indexedDB)
    // An older version than the one that is there: the browser itself refuses.
    const spy = vi.spyOn(indexedDB, 'open').mockImplementation((name) => open(name, 1))
    expect(await openDatabase({ browserStorage })).toMatchObject({ status: 'unavailable' })
    expect(spy).toHaveBeenCalledTimes(3)
    await expect(readRawDatabase(db.name)).rejects.toThrow()
    spy.mockRestore()
    expect(await openDatabase({ browserStorage })).toMatchObject({ status: 'open' })
  })
})
