import { describe, expect, test } from 'vitest'
import { AppError } from '@/domain/appError'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { findFindings } from '@/domain/findings/findFindings'
import { findingKey } from '@/domain/findings/findingKey'
import { contentHashOf } from '@/storage/evaluationCommands'
import { executeCommand } from '@/storage/kernel'
import { getEvaluation, listSummaries } from '@/storage/evaluationRepository'
import { listHistory } from '@/storage/historyChain'
import { verifyHistory } from '@/storage/verifyHistory'
import { getProfile } from '@/storage/profileCommands'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { asCommand, openWithSample, sampleEvaluation } from './testDatabase'

const set = (path: string[], value: unknown): EvaluationEdit => ({ type: 'set', path, value })
const edit = (edits: EvaluationEdit[], baseRevision: number, evaluationId = 'e1') =>
  ({ type: 'edit', evaluationId, edits, baseRevision }) as const
const actual = (raw: string) => set(['indicators', 'i1', 'actual'], { raw })
const codeOf = (reason: unknown) => (reason instanceof AppError ? reason.code : String(reason))
const failure = (promise: Promise<unknown>) => promise.then(() => 'no failure', codeOf)

describe('一条命令', () => {
  test('writes document, summary and history together, and counts', async () => {
    const { db, run } = await openWithSample()
    const { seq, records } = await run(edit([actual('99%')], 1))
    expect(seq).toBe(2)
    expect(records[0]?.revision).toBe(2)
    const record = await getEvaluation(db, 'e1')
    expect(record?.indicators[0]?.actual).toEqual({ raw: '99%' })
    const summary = (await listSummaries(db)).summaries.get('e1')
    expect(summary).toMatchObject({ revision: 2, filled: 3, of: 3 })
    const [, last] = await listHistory(db, 'e1')
    expect(last).toMatchObject({
      sequence: 2,
      action: 'set',
      path: ['indicators', 'i1', 'actual'],
      after: { raw: '99%' },
      actor: { name: '李评' },
      revision: 2,
    })
    expect(last).not.toHaveProperty('before')
  })

  test('the same command twice is carried out once', async () => {
    const { db } = await openWithSample()
    const command = asCommand(edit([actual('99%')], 1))
    await executeCommand(db, command)
    expect(await executeCommand(db, command)).toMatchObject({ isRepeated: true, seq: 2 })
    expect(await listHistory(db, 'e1')).toHaveLength(2)
  })

  test('an edit that changes nothing leaves no trace in the history', async () => {
    const { db, run } = await openWithSample()
    await run(edit([set(['fiscalYear'], 2024)], 1))
    expect((await getEvaluation(db, 'e1'))?.revision).toBe(1)
    expect(await listHistory(db, 'e1')).toHaveLength(1)
  })

  test('a list of edits of which one is impossible changes nothing at all', async () => {
    const { db, run } = await openWithSample()
    const edits = [actual('1%'), set(['indicators', 'gone', 'note'], 'x')]
    expect(await failure(run(edit(edits, 1)))).toBe('edit-conflict')
    expect(await getEvaluation(db, 'e1')).toMatchObject({ revision: 1 })
    expect((await db.meta.get('seq'))?.value).toBe(1)
  })

  test('nobody but the kernel writes, and nobody at all rewrites history', async () => {
    const { db } = await openWithSample()
    const row = (await db.evaluations.get('e1'))!
    await expect(db.evaluations.put(row)).rejects.toThrow('outside the kernel')
    await expect(db.summaries.clear()).rejects.toThrow('outside the kernel')
    await expect(db.settings.put({ key: 'x', value: 1 })).rejects.toThrow('outside the kernel')
    const [entry] = await listHistory(db, 'e1')
    await expect(db.history.put(entry!)).rejects.toThrow('outside the kernel')
  })

  test('a proxy of the page is stored as plain data', async () => {
    const { db, run } = await openWithSample()
    const value = new Proxy({ raw: '99%' }, {})
    await run(edit([set(['indicators', 'i1', 'actual'], value)], 1))
    expect((await getEvaluation(db, 'e1'))?.indicators[0]?.actual).toEqual({ raw: '99%' })
  })
})

describe('两个窗口', () => {
  test('改不同的单元格，两处修改都在', async () => {
    const { db, run } = await openWithSample()
    await run(edit([actual('99%')], 1), 'tab-a')
    await run(edit([set(['indicators', 'i2', 'note'], '附件二')], 1), 'tab-b')
    const record = await getEvaluation(db, 'e1')
    expect(record?.indicators.map(({ actual, note }) => [actual?.raw, note])).toEqual([
      ['99%', undefined],
      ['100%', '附件二'],
    ])
  })

  test('改同一单元格，后者被拒绝并看到双方的值', async () => {
    const { db, run } = await openWithSample()
    await run(edit([actual('99%')], 1), 'tab-a')
    const refused = await run(edit([actual('97%')], 1), 'tab-b').catch((reason: unknown) => reason)
    expect(refused).toMatchObject({
      code: 'edit-conflict',
      conflict: {
        path: ['indicators', 'i1', 'actual'],
        mine: { raw: '97%' },
        theirs: { raw: '99%' },
        by: { name: '李评' },
      },
    })
    expect((await getEvaluation(db, 'e1'))?.indicators[0]?.actual?.raw).toBe('99%')
  })

  test('写入相同的值不算冲突；同一窗口接着改也不算', async () => {
    const { run } = await openWithSample()
    await run(edit([actual('99%')], 1), 'tab-a')
    await expect(run(edit([actual('99%')], 1), 'tab-b')).resolves.toBeDefined()
    await expect(run(edit([actual('98%')], 1), 'tab-a')).resolves.toBeDefined()
  })

  test('600 increments from two tabs end at 600', async () => {
    const { db, run } = await openWithSample()
    const tab = async (session: string, row: string) => {
      for (let count = 1, revision = 1; count <= 300; count += 1) {
        const edits = [set(['indicators', row, 'note'], String(count))]
        const { records } = await run(edit(edits, revision), session)
        revision = records[0]!.revision
      }
    }
    await Promise.all([tab('a', 'i1'), tab('b', 'i2')])
    expect(await getEvaluation(db, 'e1')).toMatchObject({ revision: 601 })
    expect(await verifyHistory(db, 'e1')).toMatchObject({ status: 'intact', entries: 601 })
  })
})

describe('撤销与重做', () => {
  test('undo and redo are new entries that name the command they take back', async () => {
    const { db, run } = await openWithSample()
    const done = await run(edit([actual('99%')], 1))
    const undone = await run({ type: 'undo', evaluationId: 'e1' })
    expect((await getEvaluation(db, 'e1'))?.indicators[0]).not.toHaveProperty('actual')
    await run({ type: 'redo', evaluationId: 'e1' })
    expect((await getEvaluation(db, 'e1'))?.indicators[0]?.actual?.raw).toBe('99%')
    const entries = await listHistory(db, 'e1')
    expect(entries.map(({ undoOf }) => undoOf)).toEqual([
      undefined,
      undefined,
      done.commandId,
      undone.commandId,
    ])
  })

  test('提交以后，提交前的修改不能撤销，退回以后也不能', async () => {
    const { db, run } = await openWithSample()
    await run(edit([actual('99%')], 1))
    const step = { type: 'step', evaluationId: 'e1', step: 'submit', baseRevision: 2 } as const
    await run(step)
    await run({ type: 'undo', evaluationId: 'e1' })
    expect(await getEvaluation(db, 'e1')).toMatchObject({ revision: 3, status: 'submitted' })
    await run({ ...step, step: 'return', baseRevision: 3, reason: '请补充佐证' })
    await run({ type: 'undo', evaluationId: 'e1' })
    expect((await getEvaluation(db, 'e1'))?.indicators[0]?.actual?.raw).toBe('99%')
  })

  test('nothing to take back changes nothing', async () => {
    const { db, run } = await openWithSample()
    await run({ type: 'undo', evaluationId: 'e1' })
    await run({ type: 'redo', evaluationId: 'e1' })
    expect(await getEvaluation(db, 'e1')).toMatchObject({ revision: 1 })
  })
})

describe('状态步骤', () => {
  test('提交后只能改复核内容，锁定后什么都不能改', async () => {
    const { db, run } = await openWithSample()
    let revision = 2
    await run(edit([actual('99%')], 1))
    const step = async (next: 'submit' | 'approve' | 'lock' | 'unlock', reason?: string) => {
      const because = reason === undefined ? {} : { reason }
      const body = { type: 'step', evaluationId: 'e1', step: next, baseRevision: revision } as const
      await run({ ...body, ...because })
      revision += 1
    }
    const review = set(['indicators', 'i1', 'reviewed'], { score: 8, reason: '核减' })
    expect(await failure(run(edit([review], revision)))).toBe('not-allowed')
    await step('submit')
    expect(await failure(run(edit([actual('98%')], revision)))).toBe('not-allowed')
    await run(edit([review], revision))
    revision += 1
    await step('approve')
    expect(await failure(run(edit([review], revision)))).toBe('not-allowed')
    await step('lock')
    expect(await failure(run(edit([actual('98%')], revision)))).toBe('not-allowed')
    expect(await failure(step('unlock'))).toBe('not-allowed')
    await step('unlock', '数据有误')
    await run(edit([actual('98%')], revision))
    expect((await getEvaluation(db, 'e1'))?.status).toBe('returned')
    expect(await failure(run({ type: 'remove', evaluationIds: ['e1'] }))).toBe('no failure')
  })

  test('校验还有错误时不能提交，接受并说明理由后可以', async () => {
    const { db, run } = await openWithSample()
    const step = (baseRevision: number) =>
      run({ type: 'step', evaluationId: 'e1', step: 'submit', baseRevision })
    expect(await failure(step(1))).toBe('submission-blocked')
    const record = (await getEvaluation(db, 'e1'))!
    const accepted = findFindings(record, builtInProfiles[0]!)
      .filter(({ severity }) => severity === 'error')
      .map((finding) => ({
        key: findingKey(finding),
        reason: '年底前无法取得',
        by: { name: '李评' },
        at: '2025-01-02T03:04:05.000Z',
      }))
    await run(edit([set(['acceptedFindings'], accepted)], 1))
    await step(2)
    const last = (await listHistory(db, 'e1')).at(-1)
    expect(last).toMatchObject({ action: 'step', before: 'draft', after: 'submitted' })
    expect(last?.contentHash).toBe(contentHashOf((await getEvaluation(db, 'e1'))!))
  })

  test('what was not on screen is not filed', async () => {
    const { run } = await openWithSample()
    await run(edit([actual('99%')], 1), 'tab-b')
    const step = { type: 'step', evaluationId: 'e1', step: 'submit', baseRevision: 1 } as const
    expect(await failure(run(step))).toBe('edit-conflict')
  })

  test('按下提交时自己的修改还在保存：一并提交', async () => {
    const { db, run } = await openWithSample()
    const step = { type: 'step', evaluationId: 'e1', step: 'submit', baseRevision: 1 } as const
    await run(edit([actual('99%')], 1))
    await run(step)
    expect((await getEvaluation(db, 'e1'))?.status).toBe('submitted')
  })

  test('自己的修改还在保存，别的窗口又改了：不提交', async () => {
    const { db, run } = await openWithSample()
    const step = { type: 'step', evaluationId: 'e1', step: 'submit', baseRevision: 1 } as const
    await run(edit([actual('99%')], 1))
    await run(edit([set(['projectName'], '改名')], 2), 'tab-b')
    expect(await failure(run(step))).toBe('edit-conflict')
    expect((await getEvaluation(db, 'e1'))?.status).toBe('draft')
  })

  test('提交的是从没有写下的样子：不提交', async () => {
    const { run } = await openWithSample()
    await run(edit([actual('99%')], 1))
    const step = { type: 'step', evaluationId: 'e1', step: 'submit', baseRevision: 3 } as const
    expect(await failure(run(step))).toBe('edit-conflict')
  })
})

describe('新建、删除与恢复', () => {
  test('删除后撤销，记录与历史都回来', async () => {
    const { db, run } = await openWithSample(['e1', 'e2'])
    await run(edit([actual('99%')], 1))
    const before = await getEvaluation(db, 'e1')
    const { commandId } = await run({ type: 'remove', evaluationIds: ['e1', 'e2'] })
    expect((await listSummaries(db)).summaries.size).toBe(0)
    await run({ type: 'restore', evaluationIds: ['e1', 'e2'], undoOf: commandId })
    const after = await getEvaluation(db, 'e1')
    expect({ ...after, revision: 0, updatedAt: '' }).toEqual({
      ...before,
      revision: 0,
      updatedAt: '',
    })
    expect((await listHistory(db, 'e1')).map(({ action }) => action)).toEqual([
      'create',
      'set',
      'remove',
      'restore',
    ])
    expect(await verifyHistory(db, 'e1')).toMatchObject({ status: 'intact' })
  })

  test('of several, one that is filed keeps all from being removed', async () => {
    const { db, run } = await openWithSample(['e1', 'e2'])
    await run({ ...edit([actual('99%')], 1), evaluationId: 'e2' })
    await run({ type: 'step', evaluationId: 'e2', step: 'submit', baseRevision: 2 })
    expect(await failure(run({ type: 'remove', evaluationIds: ['e1', 'e2'] }))).toBe('not-allowed')
    expect((await listSummaries(db)).summaries.size).toBe(2)
  })

  test('a creation with one bad evaluation creates none', async () => {
    const { db, run } = await openWithSample([])
    const bad = sampleEvaluation({ id: 'bad', profileId: 'no-such-profile' })
    const evaluations = [{ evaluation: sampleEvaluation() }, { evaluation: bad }]
    await expect(run({ type: 'create', evaluations })).rejects.toThrow('no such profile')
    expect((await listSummaries(db)).summaries.size).toBe(0)
  })

  test('summaries are read on from where the list stands', async () => {
    const { db, run } = await openWithSample(['e1', 'e2', 'e3'])
    const known = await listSummaries(db)
    await run({ ...edit([set(['projectName'], '新名')], 1), evaluationId: 'e2' })
    await run({ type: 'remove', evaluationIds: ['e3'] })
    const next = await listSummaries(db, known)
    expect([...next.summaries.values()].map(({ projectName }) => projectName)).toEqual([
      '网络运行维护费',
      '新名',
    ])
    expect(next).toEqual({ ...(await listSummaries(db)), unpacked: 4 })
  })
})

describe('计分方案', () => {
  test('each save is a new version; the old ones stay, also after removal', async () => {
    const { db, run } = await openWithSample()
    const copied = { ...builtInProfiles[0]!, id: 'own', name: '本区方案' }
    expect((await run({ type: 'save-profile', profile: copied })).profile?.version).toBe(1)
    const changed = { ...copied, budgetExecutionPoints: 20 }
    expect((await run({ type: 'save-profile', profile: changed })).profile?.version).toBe(2)
    await run({ type: 'remove-profile', profileId: 'own' })
    expect((await getProfile(db, 'own', 1)).budgetExecutionPoints).toBe(
      copied.budgetExecutionPoints,
    )
    expect((await getProfile(db, 'own')).version).toBe(2)
  })

  test('a built-in profile is copied, never written over', async () => {
    const { run } = await openWithSample()
    const profile = builtInProfiles[0]!
    await expect(run({ type: 'save-profile', profile })).rejects.toThrow('built-in')
  })

  test('an evaluation that changes to another profile is scored by it', async () => {
    const { db, run } = await openWithSample()
    await run(edit([set(['profileId'], 'hubei')], 1))
    expect((await listSummaries(db)).summaries.get('e1')?.profileId).toBe('hubei')
    expect((await listHistory(db, 'e1'))[1]).toMatchObject({
      path: ['profileId'],
      before: 'national-2020',
      after: 'hubei',
    })
  })
})
