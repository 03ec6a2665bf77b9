import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/domain/appError'
import type { StatusStep } from '@/domain/evaluation/evaluationStatus'
import type { Rectification } from '@/domain/rectification/rectification'
import type { RectificationEdit } from '@/domain/rectification/rectificationLedger'
import { collectBackup } from '@/storage/backup/collectBackup'
import { readBackup } from '@/storage/backup/readBackup'
import { restoreBackup } from '@/storage/backup/restoreBackup'
import { writeBackup } from '@/storage/backup/writeBackup'
import type { CommandBody } from '@/storage/command'
import { makeCommandJournal } from '@/storage/commandJournal'
import { getEvaluation } from '@/storage/evaluationRepository'
import { verifyHistory } from '@/storage/verifyHistory'
import { executeCommand } from '@/storage/kernel'
import { ledgerIdOf, listLedgers } from '@/storage/rectificationCommands'
import { replayJournal } from '@/storage/replayJournal'
import { asCommand, makeInstallation, openForTest, sampleEvaluation } from './testDatabase'

const item = (overrides: Partial<Rectification> = {}): Rectification => ({
  id: 'a',
  origin: 'manual',
  problem: '台账不全',
  state: 'open',
  ...overrides,
})

async function start(steps: readonly StatusStep[] = []) {
  const installation = makeInstallation()
  const opened = await openForTest(installation.browserStorage)
  const { db } = opened
  const run = (body: CommandBody, session?: string) => executeCommand(db, asCommand(body, session))
  const rows = sampleEvaluation().indicators.map((row) => ({ ...row, actual: { raw: '99%' } }))
  await run({
    type: 'create',
    evaluations: [{ evaluation: sampleEvaluation({ indicators: rows }) }],
  })
  for (const step of steps) {
    const { revision } = (await getEvaluation(db, 'e1'))!
    await run({ type: 'step', evaluationId: 'e1', step, baseRevision: revision, reason: '意见' })
  }
  const ledger = async () => (await listLedgers(db)).get('e1')
  const rectify = async (edits: RectificationEdit[], session?: string, baseLength?: number) =>
    run(
      {
        type: 'rectify',
        evaluationId: 'e1',
        edits,
        baseLength: baseLength ?? (await ledger())?.history.length ?? 0,
      },
      session,
    )
  return { db, browserStorage: installation.browserStorage, run, ledger, rectify }
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

const ROUTES: Record<string, readonly StatusStep[]> = {
  草稿: [],
  已提交: ['submit'],
  退回: ['submit', 'return'],
  复核通过: ['submit', 'approve'],
  锁定: ['submit', 'approve', 'lock'],
}

describe('整改台账', () => {
  test.for(Object.entries(ROUTES))('%s的评价可以整改，评价本身一字不动', async ([, steps]) => {
    const { db, ledger, rectify } = await start(steps)
    const before = await db.evaluations.get('e1')
    await rectify([{ path: ['a'], value: item() }])
    await rectify([{ path: ['a', 'owner'], value: '张三' }])
    expect((await ledger())?.items).toEqual([item({ owner: '张三' })])
    expect(await db.evaluations.get('e1')).toEqual(before)
    expect(await verifyHistory(db, 'e1')).toMatchObject({ status: 'intact' })
  })

  test('每处修改都有记录，记录逐条相连', async () => {
    const { db, ledger, rectify } = await start()
    await rectify([{ path: ['a'], value: item() }])
    await rectify([
      { path: ['a', 'state'], value: 'in-progress' },
      { path: ['a', 'dueDate'], value: '2025-06-30' },
    ])
    const { history } = (await ledger())!
    expect(history.map(({ actor, path }) => [actor.name, path.join('/')])).toEqual([
      ['李评', 'a'],
      ['李评', 'a/state'],
      ['李评', 'a/dueDate'],
    ])
    const check = await verifyHistory(db, ledgerIdOf('e1'))
    expect(check).toMatchObject({ status: 'intact', entries: 3 })
  })

  test('不予采纳而没有理由的不收，没有改动任何一处', async () => {
    const { ledger, rectify } = await start()
    await rectify([{ path: ['a'], value: item() }])
    const declined: RectificationEdit = { path: ['a', 'state'], value: 'declined' }
    expect(await codeOf(rectify([declined]))).toBe('not-allowed')
    expect((await ledger())?.items).toEqual([item()])
    await rectify([declined, { path: ['a', 'note'], value: '政策已调整' }])
    expect((await ledger())?.items).toEqual([item({ state: 'declined', note: '政策已调整' })])
  })

  test('撤销、重做逐次进行，撤销移出后回到原位', async () => {
    const { ledger, rectify, run } = await start()
    await rectify([{ path: ['a'], value: item() }])
    await rectify([{ path: ['b'], value: item({ id: 'b' }) }])
    await rectify([{ path: ['a'], value: undefined }])
    const ids = async () => (await ledger())?.items.map(({ id }) => id)
    expect(await ids()).toEqual(['b'])
    await run({ type: 'undo-rectify', evaluationId: 'e1' })
    expect(await ids()).toEqual(['a', 'b'])
    await run({ type: 'undo-rectify', evaluationId: 'e1' })
    expect(await ids()).toEqual(['a'])
    await run({ type: 'redo-rectify', evaluationId: 'e1' })
    expect(await ids()).toEqual(['a', 'b'])
    await run({ type: 'redo-rectify', evaluationId: 'e1' })
    await run({ type: 'redo-rectify', evaluationId: 'e1' })
    expect(await ids()).toEqual(['b'])
  })

  test('两个窗口改同一格的，后到的被拒并得知对方的值；改不同格的都保留', async () => {
    const { ledger, rectify } = await start()
    await rectify([{ path: ['a'], value: item() }])
    await rectify([{ path: ['a', 'owner'], value: '张三' }], 'tab-b', 1)
    const late = rectify([{ path: ['a', 'owner'], value: '李四' }], 'tab-a', 1)
    expect(await codeOf(late)).toBe('edit-conflict')
    await rectify([{ path: ['a', 'note'], value: '已开会' }], 'tab-a', 1)
    expect((await ledger())?.items).toEqual([item({ owner: '张三', note: '已开会' })])
  })

  test('同一条命令做两遍，只记一次', async () => {
    const { db, ledger } = await start()
    const edits: RectificationEdit[] = [{ path: ['a'], value: item() }]
    const command = asCommand({ type: 'rectify', evaluationId: 'e1', edits, baseLength: 0 })
    await executeCommand(db, command)
    expect(await executeCommand(db, command)).toMatchObject({ isRepeated: true })
    expect((await ledger())?.history).toHaveLength(1)
  })

  test('离开页面时在途的修改，下次打开时补做', async () => {
    const { db, browserStorage, ledger } = await start()
    const journal = makeCommandJournal(browserStorage, db.name)
    const edits: RectificationEdit[] = [{ path: ['a'], value: item() }]
    journal.add(asCommand({ type: 'rectify', evaluationId: 'e1', edits, baseLength: 0 }))
    expect(await replayJournal(db, journal)).toMatchObject({ done: 1, refused: [] })
    expect((await ledger())?.items).toEqual([item()])
  })

  test('没有的评价、没有的问题、不成形的内容都不收', async () => {
    const { run, rectify, ledger } = await start()
    const edits: RectificationEdit[] = [{ path: ['a'], value: item() }]
    const elsewhere = run({ type: 'rectify', evaluationId: 'none', edits, baseLength: 0 })
    expect(await codeOf(elsewhere)).toBe('edit-conflict')
    expect(await codeOf(rectify([{ path: ['z', 'owner'], value: '张三' }]))).toBe('edit-conflict')
    const odd = { ...item(), state: 'done' } as unknown as Rectification
    expect(await codeOf(rectify([{ path: ['a'], value: odd }]))).toContain('TypeError')
    expect(await ledger()).toBeUndefined()
  })

  test('随完整备份走，恢复后台账和记录都在', async () => {
    const { db, browserStorage, rectify } = await start(['submit', 'approve', 'lock'])
    await rectify([{ path: ['a'], value: item({ owner: '张三' }) }])
    const before = await listLedgers(db)
    const origin = { appVersion: '0', createdAt: '2025-06-01T00:00:00.000Z', createdBy: '李评' }
    const file = await writeBackup(await collectBackup(db, origin))
    await restoreBackup(await readBackup(file), { browserStorage })
    const { db: restored } = await openForTest(browserStorage)
    expect(restored.name).not.toBe(db.name)
    expect(await listLedgers(restored)).toEqual(before)
  })
})
