import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/domain/appError'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { Actor, EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { MergedBranch } from '@/domain/evaluation/historyEntry'
import { without } from '@/domain/evaluation/plainData'
import type { EvaluationBranch } from '@/domain/merge/branch'
import { type MergePlan, planMerge } from '@/domain/merge/planMerge'
import { contentOf } from '@/domain/merge/replayHistory'
import { conflictKey, type MergeDecision, WHOLE } from '@/domain/merge/resolveMerge'
import { chainEntries, CHAIN_START, listHistory } from '@/storage/historyChain'
import { verifyHistory } from '@/storage/verifyHistory'
import { getEvaluation, listSummaries } from '@/storage/evaluationRepository'
import type { CommandBody } from '@/storage/command'
import { executeCommand } from '@/storage/kernel'
import { newId } from '@/storage/newId'
import { openForTest, sampleEvaluation } from '../storage/testDatabase'

const set = (path: string[], value: unknown): EvaluationEdit => ({ type: 'set', path, value })
const cell = (row: string, field: string, value: unknown) => set(['indicators', row, field], value)

/** One person with a browser: a database of their own and a clock that goes on by a minute. */
async function makePerson(name: string, startMinute = 0) {
  const { db } = await openForTest()
  const actor: Actor = { name }
  const sessionId = newId()
  let minute = startMinute
  const run = (body: CommandBody) => {
    minute += 1
    const at = new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString()
    return executeCommand(db, { ...body, commandId: newId(), sessionId, actor, at })
  }
  const record = async (id = 'e1') => (await getEvaluation(db, id))!
  const edit = async (...edits: EvaluationEdit[]) => {
    const baseRevision = (await record()).revision
    return run({ type: 'edit', evaluationId: 'e1', edits, baseRevision })
  }
  const step = async (name: 'submit' | 'approve' | 'return' | 'lock', reason = '意见') => {
    const baseRevision = (await record()).revision
    return run({ type: 'step', evaluationId: 'e1', step: name, baseRevision, reason })
  }
  const branch = async (id = 'e1'): Promise<EvaluationBranch> =>
    structuredClone({ record: await record(id), history: await listHistory(db, id) })
  const plan = async (incoming: EvaluationBranch): Promise<MergePlan> => {
    const history = await listHistory(db, incoming.record.id)
    const local = await getEvaluation(db, incoming.record.id)
    return planMerge({ history, ...(local && { record: local }) }, incoming)
  }
  const take = async (
    incoming: EvaluationBranch,
    decision: MergeDecision = { choices: {} },
  ): Promise<MergePlan> => {
    const planned = await plan(incoming)
    const { localHead } = planned
    const merge = { incoming, decision, ...(localHead !== undefined && { localHead }) }
    await run({ type: 'merge', merges: [merge], profiles: [], attachments: [] })
    return planned
  }
  return { name, db, run, record, edit, step, branch, plan, take }
}

type Person = Awaited<ReturnType<typeof makePerson>>

/** 张 has made an evaluation, the others have taken it in. */
async function makePeople(...names: string[]): Promise<Person[]> {
  const people = await Promise.all(names.map((name, index) => makePerson(name, index * 1000)))
  const [first, ...others] = people
  const [row, ...rows] = sampleEvaluation().indicators
  const indicators = [{ ...row!, actual: { raw: '99%' } }, ...rows]
  const evaluation = sampleEvaluation({ indicators })
  await first!.run({ type: 'create', evaluations: [{ evaluation }] })
  const branch = await first!.branch()
  for (const other of others) await other.take(branch)
  return people
}

const both = async () => (await makePeople('张', '李')) as [Person, Person]
const codeOf = (reason: unknown) => (reason instanceof AppError ? reason.code : String(reason))
const failure = (promise: Promise<unknown>) => promise.then(() => 'no failure', codeOf)
const isIntact = async ({ db }: Person) => (await verifyHistory(db, 'e1')).status
const takeAll = (plan: MergePlan, side: 'mine' | 'theirs'): MergeDecision => ({
  choices: Object.fromEntries(plan.conflicts.map(({ path }) => [conflictKey(path), side])),
  reason: '电话核对',
})

describe('合并同事的数据包', () => {
  test('本机没有的评价连同其全部历史一并新增', async () => {
    const [zhang, li] = await both()
    expect(await li.branch()).toEqual(await zhang.branch())
    expect(await isIntact(li)).toBe('intact')
    expect((await listSummaries(li.db)).summaries.get('e1')).toMatchObject({ revision: 1 })
  })

  test('相同的评价跳过，不留任何痕迹', async () => {
    const [zhang, li] = await both()
    expect((await li.take(await zhang.branch())).kind).toBe('same')
    expect(await listHistory(li.db, 'e1')).toHaveLength(1)
  })

  test('对方接着本机的内容往下改：历史逐条接上，合并后两边相同', async () => {
    const [zhang, li] = await both()
    await li.edit(cell('i1', 'note', '已核'))
    expect((await zhang.take(await li.branch())).kind).toBe('continued')
    expect(await zhang.branch()).toEqual(await li.branch())
    expect(await isIntact(zhang)).toBe('intact')
  })

  test('本机已在其后修改：对方的旧版本跳过', async () => {
    const [zhang, li] = await both()
    const old = await zhang.branch()
    await li.edit(cell('i1', 'note', '已核'))
    expect((await li.take(old)).kind).toBe('older')
    expect((await li.record()).indicators[0]?.note).toBe('已核')
  })

  test('两人改了不同的单元格：两处修改都在，历史里留着对方的每一条', async () => {
    const [zhang, li] = await both()
    await zhang.edit(cell('i1', 'note', '张的备注'))
    await li.edit(cell('i2', 'note', '李的备注'), set(['goals', '0', 'attained'], '完成'))
    const plan = await zhang.take(await li.branch())
    expect(plan).toMatchObject({ kind: 'merged', conflicts: [] })
    const merged = await zhang.record()
    expect(merged.indicators.map(({ note }) => note).slice(0, 2)).toEqual(['张的备注', '李的备注'])
    expect(merged.goals[0]?.attained).toBe('完成')
    const merge = (await listHistory(zhang.db, 'e1')).find(({ action }) => action === 'merge')
    const { entries, choices } = merge?.after as MergedBranch
    expect(entries.map(({ actor }) => actor.name)).toEqual(['李', '李'])
    expect(choices).toEqual([])
    expect(await isIntact(zhang)).toBe('intact')
  })

  test('两人改了同一单元格：列出原值、两个新值、各由谁何时所改；所选与理由进入历史', async () => {
    const [zhang, li] = await both()
    await zhang.edit(cell('i1', 'note', '张'))
    await li.edit(cell('i1', 'note', '李'))
    const plan = await zhang.plan(await li.branch())
    expect(plan.conflicts).toMatchObject([
      {
        path: ['indicators', 'i1', 'note'],
        mine: '张',
        theirs: '李',
        mineBy: { actor: { name: '张' }, at: '2025-01-01T00:02:00.000Z' },
        theirsBy: { actor: { name: '李' } },
      },
    ])
    await zhang.take(await li.branch(), takeAll(plan, 'theirs'))
    expect((await zhang.record()).indicators[0]?.note).toBe('李')
    const merge = (await listHistory(zhang.db, 'e1')).find(({ action }) => action === 'merge')
    expect(merge).toMatchObject({
      reason: '电话核对',
      after: { choices: [{ kept: 'theirs', mine: '张', theirs: '李' }] },
    })
  })

  test('没有选完，或没有写理由：不合并', async () => {
    const [zhang, li] = await both()
    await zhang.edit(cell('i1', 'note', '张'))
    await li.edit(cell('i1', 'note', '李'))
    const incoming = await li.branch()
    const { choices } = takeAll(await zhang.plan(incoming), 'theirs')
    expect(await failure(zhang.take(incoming))).toMatch('open')
    expect(await failure(zhang.take(incoming, { choices, reason: ' ' }))).toMatch('open')
    expect((await zhang.record()).indicators[0]?.note).toBe('张')
  })

  test('一人删了行、另一人改了该行：由人选择', async () => {
    const [zhang, li] = await both()
    await zhang.edit({ type: 'remove-indicator', indicatorId: 'i2' })
    await li.edit(cell('i2', 'note', '李'))
    const plan = await zhang.plan(await li.branch())
    expect(plan.conflicts.map(({ path }) => path)).toEqual([['indicators', 'i2']])
    await zhang.take(await li.branch(), takeAll(plan, 'theirs'))
    expect((await zhang.record()).indicators.find(({ id }) => id === 'i2')?.note).toBe('李')
  })

  test('合并后发回：对方接续为同一内容，再往后的修改照样接得上', async () => {
    const [zhang, li] = await both()
    await zhang.edit(cell('i1', 'note', '张'))
    await li.edit(cell('i2', 'note', '李'))
    await zhang.take(await li.branch())
    await li.take(await zhang.branch())
    expect(contentOf(await li.record())).toEqual(contentOf(await zhang.record()))
    await zhang.edit(cell('i2', 'note', '再改'))
    await li.take(await zhang.branch())
    await li.edit(cell('i1', 'note', '又改'))
    expect((await zhang.take(await li.branch())).kind).not.toBe('refused')
    expect(contentOf(await zhang.record())).toEqual(contentOf(await li.record()))
    expect([await isIntact(zhang), await isIntact(li)]).toEqual(['intact', 'intact'])
  })

  test('两人同时互相合并，之后仍能合并', async () => {
    const [zhang, li] = await both()
    await zhang.edit(cell('i1', 'note', '张'))
    await li.edit(cell('i2', 'note', '李'))
    const [ofZhang, ofLi] = [await zhang.branch(), await li.branch()]
    await zhang.take(ofLi)
    await li.take(ofZhang)
    expect((await zhang.plan(await li.branch())).kind).toBe('same')
    await zhang.edit(cell('i1', 'note', '张二'))
    expect(await li.take(await zhang.branch())).toMatchObject({ kind: 'merged', conflicts: [] })
    expect((await li.record()).indicators[0]?.note).toBe('张二')
  })

  test('合并可以撤销，撤销后两边的内容都还在历史里', async () => {
    const [zhang, li] = await both()
    await li.edit(cell('i2', 'note', '李'))
    await zhang.edit(cell('i1', 'note', '张'))
    await zhang.take(await li.branch())
    await zhang.run({ type: 'undo', evaluationId: 'e1' })
    expect((await zhang.record()).indicators[1]?.note).toBeUndefined()
    expect((await zhang.record()).indicators[0]?.note).toBe('张')
  })

  test('比对之后本机又有改动：不合并，要求重新比对', async () => {
    const [zhang, li] = await both()
    await li.edit(cell('i2', 'note', '李'))
    const incoming = await li.branch()
    const { localHead } = await zhang.plan(incoming)
    await zhang.edit(cell('i1', 'note', '张'))
    const merge = { incoming, decision: { choices: {} }, localHead: localHead! }
    const body = { type: 'merge' as const, merges: [merge], profiles: [], attachments: [] }
    expect(await failure(zhang.run(body))).toBe('edit-conflict')
    expect((await zhang.record()).indicators[1]?.note).toBeUndefined()
  })
})

describe('合并与状态', () => {
  test('三人经数据包接力：填报、提交、退回、修改、再提交、通过、锁定，历史始终是同一条', async () => {
    const [zhang, li, wang] = (await makePeople('张', '李', '王')) as [Person, Person, Person]
    await zhang.edit(cell('i1', 'note', '填报'))
    await zhang.step('submit')
    await li.take(await zhang.branch())
    await li.edit(set(['indicators', 'i1', 'reviewed'], { score: 1, reason: '核减' }))
    await li.step('return', '请补充说明')
    await zhang.take(await li.branch())
    await zhang.edit(cell('i1', 'deviationAnalysis', '已补充'))
    await zhang.step('submit')
    await li.take(await zhang.branch())
    await li.step('approve')
    await wang.take(await li.branch())
    await wang.step('lock')
    expect((await zhang.take(await wang.branch())).kind).toBe('continued')
    expect(await zhang.branch()).toEqual(await wang.branch())
    expect((await zhang.record()).status).toBe('locked')
    expect(await isIntact(zhang)).toBe('intact')
  })

  test.each(['submitted', 'approved', 'locked'] as const)(
    '本机已是 %s：不接续本机历史的合并一律拒绝并列出差异',
    async (status) => {
      const [zhang, li] = await both()
      await li.edit(cell('i1', 'note', '李'))
      await zhang.step('submit')
      if (status !== 'submitted') await zhang.step('approve')
      if (status === 'locked') await zhang.step('lock')
      const before = await zhang.branch()
      const plan = await zhang.plan(await li.branch())
      expect(plan).toMatchObject({ kind: 'refused', refusal: 'filed' })
      expect(plan.taken).toEqual([['indicators', 'i1', 'note']])
      expect(await failure(zhang.take(await li.branch()))).toBe('not-allowed')
      expect(await zhang.branch()).toEqual(before)
    },
  )

  test('对方已提交、本机又有改动：整份二选一，不拼接', async () => {
    const [zhang, li] = await both()
    await zhang.edit(cell('i1', 'note', '张'))
    await li.edit(cell('i2', 'note', '李'))
    await li.step('submit')
    const incoming = await li.branch()
    expect((await zhang.plan(incoming)).kind).toBe('whole')
    await zhang.take(incoming, { choices: { [WHOLE]: 'theirs' }, reason: '以已提交的为准' })
    expect(contentOf(await zhang.record())).toEqual(contentOf(incoming.record))
    expect((await zhang.record()).status).toBe('submitted')
    await li.step('return')
    expect((await zhang.take(await li.branch())).kind).toBe('continued')
    expect((await zhang.record()).status).toBe('returned')
  })

  test('删除过的评价不会被悄悄带回', async () => {
    const [zhang, li] = await both()
    await zhang.run({ type: 'remove', evaluationIds: ['e1'] })
    expect((await zhang.plan(await li.branch())).kind).toBe('removed')
    expect(await failure(zhang.take(await li.branch()))).toBe('not-allowed')
  })
})

describe('不可信的数据包', () => {
  /** Chains entries anew, as somebody would who changes a package by hand. */
  function forge(
    { record, history }: EvaluationBranch,
    change: (record: EvaluationRecord) => EvaluationRecord,
    tail: readonly object[] = [],
  ): EvaluationBranch {
    const plain = history.map((entry) => without(entry, 'sequence', 'previousHash', 'hash'))
    const last = plain.at(-1)!
    const added = tail.map((entry) => ({ ...last, commandId: newId(), ...entry }))
    const start = { historyLength: 0, historyHead: CHAIN_START }
    const { chained } = chainEntries(start, [...plain, ...added])
    return { record: change(record), history: chained }
  }

  test('记录与历史不符', async () => {
    const [zhang, li] = await both()
    await li.edit(cell('i1', 'note', '李'))
    const forged = forge(await li.branch(), (record) => ({ ...record, projectName: '别的项目' }))
    expect(await zhang.plan(forged)).toMatchObject({ kind: 'refused', refusal: 'unfaithful' })
    const stranger = await makePerson('王')
    expect(await stranger.plan(forged)).toMatchObject({ kind: 'refused', refusal: 'unfaithful' })
  })

  test('锁定之后改分，链重新计算过：仍然拒绝', async () => {
    const [zhang, li] = await both()
    await zhang.step('submit')
    await zhang.step('approve')
    await zhang.step('lock')
    await li.take(await zhang.branch())
    const declared = { score: 100, reason: '' }
    const path = ['indicators', 'i1', 'declared']
    const tail = { action: 'set', path, before: undefined, after: declared }
    const forged = forge(
      await zhang.branch(),
      (record) => ({
        ...record,
        indicators: record.indicators.map((row) => (row.id === 'i1' ? { ...row, declared } : row)),
      }),
      [tail],
    )
    expect(await li.plan(forged)).toMatchObject({ kind: 'refused', refusal: 'unfaithful' })
    expect(await failure(li.take(forged))).toBe('not-allowed')
    expect((await li.record()).indicators[0]?.declared).toEqual(
      (await zhang.record()).indicators[0]?.declared,
    )
  })

  test('断链的历史、不同起点的同号评价', async () => {
    const [zhang, li] = await both()
    const broken = await li.branch()
    const [first] = broken.history
    const bent = { ...broken, history: [{ ...first!, reason: '改过' }] }
    const stranger = await makePerson('王')
    expect(await failure(stranger.take(bent))).toBe('not-allowed')
    await stranger.run({ type: 'create', evaluations: [{ evaluation: sampleEvaluation() }] })
    await stranger.edit(cell('i1', 'note', '王'))
    expect(await zhang.plan(await stranger.branch())).toMatchObject({ refusal: 'unrelated' })
  })
})

/** One edit of a colleague, as numbers that fast-check can shrink. */
const someEdit = fc.oneof(
  fc.record({
    kind: fc.constant('note' as const),
    row: fc.nat({ max: 5 }),
    value: fc.constantFrom('甲', '乙'),
  }),
  fc.record({ kind: fc.constant('insert' as const), row: fc.nat({ max: 5 }), value: fc.string() }),
  fc.record({ kind: fc.constant('remove' as const), row: fc.nat({ max: 5 }), value: fc.string() }),
  fc.record({ kind: fc.constant('move' as const), row: fc.nat({ max: 5 }), value: fc.string() }),
  fc.record({ kind: fc.constant('undo' as const), row: fc.nat({ max: 5 }), value: fc.string() }),
  fc.record({ kind: fc.constant('goal' as const), row: fc.nat({ max: 5 }), value: fc.string() }),
)

async function carryOut(
  person: Person,
  { kind, row, value }: typeof someEdit extends fc.Arbitrary<infer T> ? T : never,
) {
  const { indicators } = await person.record()
  const at = indicators[row % Math.max(1, indicators.length)]
  if (!at) return
  switch (kind) {
    case 'note':
      return person.edit(cell(at.id, 'note', value))
    case 'insert': {
      const indicator = { ...without(at, 'reviewed'), id: newId(), name: `新增${value}` }
      return person.edit({ type: 'insert-indicator', indicator, before: at.id })
    }
    case 'remove':
      if (indicators.length > 1) await person.edit({ type: 'remove-indicator', indicatorId: at.id })
      return
    case 'move':
      return person.edit({ type: 'move-indicator', indicatorId: at.id })
    case 'undo':
      return person.run({ type: 'undo', evaluationId: 'e1' })
    case 'goal':
      return person.edit(set(['goals', '0', 'attained'], value))
  }
}

describe('次序', () => {
  test('两个数据包先合哪个都一样，只要没有人需要选择', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(someEdit, { maxLength: 3 }),
        fc.array(someEdit, { maxLength: 3 }),
        fc.array(someEdit, { maxLength: 2 }),
        async (ofLi, ofWang, own) => {
          const people = await makePeople('张', '李', '王')
          const [zhang, li, wang] = people as [Person, Person, Person]
          for (const edit of own) await carryOut(zhang, edit)
          for (const edit of ofLi) await carryOut(li, edit)
          for (const edit of ofWang) await carryOut(wang, edit)
          const [fromLi, fromWang] = [await li.branch(), await wang.branch()]
          const other = await makePerson('张二', 5000)
          await other.take(await zhang.branch())
          const orders = [
            [zhang, [fromLi, fromWang]],
            [other, [fromWang, fromLi]],
          ] as const
          for (const [person, packages] of orders) {
            for (const incoming of packages) {
              const plan = await person.plan(incoming)
              if (plan.conflicts.length > 0) return
              await person.take(incoming)
            }
          }
          compared += 1
          expect(contentOf(await other.record())).toEqual(contentOf(await zhang.record()))
          expect([await isIntact(zhang), await isIntact(other)]).toEqual(['intact', 'intact'])
          for (const incoming of [fromLi, fromWang]) {
            expect(['older', 'same']).toContain((await zhang.plan(incoming)).kind)
          }
        },
      ),
      { numRuns: 120, seed: 20251121 },
    )
    expect(compared).toBeGreaterThan(30)
  })
})
