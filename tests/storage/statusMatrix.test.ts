import { describe, expect, test } from 'vitest'
import { AppError } from '@/domain/appError'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { EvaluationRecord, EvaluationStatus } from '@/domain/evaluation/evaluationRecord'
import type { StatusStep } from '@/domain/evaluation/evaluationStatus'
import { without } from '@/domain/evaluation/plainData'
import { planMerge } from '@/domain/merge/planMerge'
import { makeCommandJournal } from '@/storage/commandJournal'
import type { CommandBody } from '@/storage/command'
import { getEvaluation } from '@/storage/evaluationRepository'
import { listHistory } from '@/storage/historyChain'
import { executeCommand } from '@/storage/kernel'
import { replayJournal } from '@/storage/replayJournal'
import { sampleIndicator } from '../domain/evaluation/sampleRecord'
import { asCommand, makeMemoryStorage, openForTest, sampleEvaluation } from './testDatabase'

const set = (path: string[], value: unknown): EvaluationEdit => ({ type: 'set', path, value })
const score = { score: 5, reason: '核对' }

/** Every kind of change, by what it belongs to. */
const CHANGES: Readonly<
  Record<string, { edits: EvaluationEdit[]; belongs: 'content' | 'review' }>
> = {
  实际完成值: { edits: [set(['indicators', 'i1', 'actual'], { raw: '90%' })], belongs: 'content' },
  自评分: { edits: [set(['indicators', 'i1', 'declared'], score)], belongs: 'content' },
  指标值: {
    edits: [set(['indicators', 'i1', 'target'], { kind: 'none', raw: '' })],
    belongs: 'content',
  },
  新增一行: {
    edits: [{ type: 'insert-indicator', indicator: sampleIndicator({ id: 'new' }) }],
    belongs: 'content',
  },
  删除一行: { edits: [{ type: 'remove-indicator', indicatorId: 'i2' }], belongs: 'content' },
  移动一行: {
    edits: [{ type: 'move-indicator', indicatorId: 'i2', before: 'i1' }],
    belongs: 'content',
  },
  运行监控: {
    edits: [set(['monitoring', '8', 'indicators', 'i1', 'toDate'], '60%')],
    belongs: 'content',
  },
  换计分方案: { edits: [set(['profileId'], 'core-2021')], belongs: 'content' },
  接受校验: { edits: [set(['acceptedFindings'], [])], belongs: 'content' },
  佐证: { edits: [set(['supportingDocuments'], [])], belongs: 'content' },
  复核分: { edits: [set(['indicators', 'i1', 'reviewed'], score)], belongs: 'review' },
  预算执行率的复核分: { edits: [set(['budgetExecution', 'reviewed'], score)], belongs: 'review' },
  复核意见: { edits: [set(['reviewOpinion'], '同意')], belongs: 'review' },
  藏在新行里的复核分: {
    edits: [
      { type: 'insert-indicator', indicator: sampleIndicator({ id: 'new', reviewed: score }) },
    ],
    belongs: 'review',
  },
  连同整块改的复核分: {
    edits: [set(['budgetExecution'], { maxScore: 10, reviewed: score })],
    belongs: 'review',
  },
}

/** Hidden in a change of content: allowed in no status. */
const NEVER: ReadonlySet<string> = new Set(['藏在新行里的复核分', '连同整块改的复核分'])

const ROUTES: Readonly<Record<EvaluationStatus, readonly StatusStep[]>> = {
  draft: [],
  submitted: ['submit'],
  returned: ['submit', 'return'],
  approved: ['submit', 'approve'],
  locked: ['submit', 'approve', 'lock'],
}

/** An evaluation in a status, with something that could be undone, and something that was. */
async function openIn(status: EvaluationStatus) {
  const opened = await openForTest()
  const { db } = opened
  const run = (body: CommandBody) => executeCommand(db, asCommand(body))
  const record = async () => (await getEvaluation(db, 'e1'))!
  const edit = async (edits: EvaluationEdit[]) =>
    run({ type: 'edit', evaluationId: 'e1', edits, baseRevision: (await record()).revision })
  const [first, ...rest] = sampleEvaluation().indicators
  const indicators = [{ ...first!, actual: { raw: '99%' } }, ...rest]
  const finding = { key: 'k', reason: 'r', by: { name: '李评' }, at: '' }
  await run({ type: 'create', evaluations: [{ evaluation: sampleEvaluation({ indicators }) }] })
  await edit([set(['acceptedFindings'], [finding])])
  await edit([set(['supportingDocuments'], [fileOf('d1')])])
  await edit([set(['indicators', 'i1', 'note'], '先改')])
  await run({ type: 'undo', evaluationId: 'e1' })
  for (const step of ROUTES[status]) {
    const { revision } = await record()
    await run({ type: 'step', evaluationId: 'e1', step, baseRevision: revision, reason: '意见' })
  }
  return { opened, db, run, record, edit }
}

const fileOf = (id: string) => ({
  id,
  fileName: '合同.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: '0'.repeat(64),
})

const mayChange = (status: EvaluationStatus, name: string): boolean => {
  const { belongs } = CHANGES[name]!
  if (NEVER.has(name)) return false
  if (status === 'draft' || status === 'returned') return belongs === 'content'
  return status === 'submitted' && belongs === 'review'
}

const outcomeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

const withoutTimes = (record: EvaluationRecord) => without(record, 'updatedAt', 'revision')

describe.each(Object.keys(ROUTES) as EvaluationStatus[])('状态 %s', (status) => {
  test.each(Object.keys(CHANGES))('编辑：%s', async (name) => {
    const { record, edit } = await openIn(status)
    const before = await record()
    expect(before.status).toBe(status)
    const outcome = await outcomeOf(edit(CHANGES[name]!.edits))
    expect(outcome).toBe(mayChange(status, name) ? 'done' : 'not-allowed')
    if (outcome !== 'done') expect(await record()).toEqual(before)
  })

  test.each(Object.keys(CHANGES))('补做上次离开时登记的修改：%s', async (name) => {
    const { opened, record, db } = await openIn(status)
    const before = await record()
    const journal = makeCommandJournal(makeMemoryStorage(), db.name)
    const { edits } = CHANGES[name]!
    const body = { type: 'edit' as const, evaluationId: 'e1', edits, baseRevision: before.revision }
    journal.add(asCommand(body))
    const report = await replayJournal(opened.db, journal)
    expect(report.refused).toHaveLength(mayChange(status, name) ? 0 : 1)
    if (!mayChange(status, name)) expect(await record()).toEqual(before)
  })

  test('撤销与重做不越过状态，也不在已提交之后改内容', async () => {
    const { run, record } = await openIn(status)
    const before = withoutTimes(await record())
    await outcomeOf(run({ type: 'undo', evaluationId: 'e1' }))
    await outcomeOf(run({ type: 'redo', evaluationId: 'e1' }))
    const after = withoutTimes(await record())
    if (status === 'draft') expect(after.indicators[0]?.note).toBeUndefined()
    expect(after.status).toBe(before.status)
    if (status !== 'draft') expect(after).toEqual(before)
  })

  test('合并同事改过内容的副本', async () => {
    const here = await openIn(status)
    const there = await openForTest()
    const history = await listHistory(here.db, 'e1')
    const drafted = history.slice(0, 1)
    const base = drafted[0]!.after as EvaluationRecord
    const start = planMerge(undefined, { record: base, history: drafted })
    expect(start.kind).toBe('added')
    const added = { incoming: { record: base, history: drafted }, decision: { choices: {} } }
    const merge = { type: 'merge' as const, profiles: [], attachments: [] }
    await executeCommand(there.db, asCommand({ ...merge, merges: [added] }))
    const edits = [set(['indicators', 'i2', 'note'], '同事')]
    const body = { type: 'edit' as const, evaluationId: 'e1', edits, baseRevision: 1 }
    await executeCommand(there.db, asCommand(body, 'tab-b'))
    const incoming = {
      record: (await getEvaluation(there.db, 'e1'))!,
      history: await listHistory(there.db, 'e1'),
    }
    const before = await here.record()
    const localHead = history.at(-1)!.hash
    const merges = [{ incoming, decision: { choices: {} }, localHead }]
    const outcome = await outcomeOf(here.run({ ...merge, merges }))
    const isOpen = status === 'draft' || status === 'returned'
    expect(outcome).toBe(isOpen ? 'done' : 'not-allowed')
    if (!isOpen) expect(await here.record()).toEqual(before)
  })

  test('删除', async () => {
    const { run, db } = await openIn(status)
    const outcome = await outcomeOf(run({ type: 'remove', evaluationIds: ['e1'] }))
    const isOpen = status === 'draft' || status === 'returned'
    expect(outcome).toBe(isOpen ? 'done' : 'not-allowed')
    expect(Boolean(await getEvaluation(db, 'e1'))).toBe(!isOpen)
  })
})
