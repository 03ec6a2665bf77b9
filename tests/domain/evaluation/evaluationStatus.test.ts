import { describe, expect, test } from 'vitest'
import { applyEdit } from '@/domain/evaluation/applyEdit'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { EvaluationStatus } from '@/domain/evaluation/evaluationRecord'
import {
  canEdit,
  canRemove,
  isAllowedChange,
  needsReason,
  openSteps,
  statusAfter,
} from '@/domain/evaluation/evaluationStatus'
import { sampleIndicator, sampleRecord } from './sampleRecord'

const STATUSES: EvaluationStatus[] = ['draft', 'submitted', 'returned', 'approved', 'locked']

describe('状态与步骤', () => {
  test.for([
    ['草稿只能提交', 'draft', ['submit']],
    ['已提交可以通过或退回', 'submitted', ['approve', 'return']],
    ['退回后可以再次提交', 'returned', ['submit']],
    ['复核通过后可以锁定', 'approved', ['lock']],
    ['锁定后只能解锁', 'locked', ['unlock']],
  ] as const)('%s', ([, status, steps]) => {
    expect(openSteps(status)).toEqual(steps)
  })

  test('解锁回到退回状态；退回和解锁要写理由', () => {
    expect(statusAfter('locked', 'unlock')).toBe('returned')
    expect(statusAfter('draft', 'approve')).toBeUndefined()
    expect(needsReason('return') && needsReason('unlock')).toBe(true)
    expect(needsReason('submit')).toBe(false)
  })

  test('提交以后不能删除，退回后可以', () => {
    expect(STATUSES.filter(canRemove)).toEqual(['draft', 'returned'])
  })
})

const EDITS: [title: string, isReview: boolean, edit: EvaluationEdit][] = [
  ['实际完成值', false, { type: 'set', path: ['indicators', 'i1', 'actual'], value: { raw: '1' } }],
  [
    '复核分',
    true,
    { type: 'set', path: ['indicators', 'i1', 'reviewed'], value: { score: 1, reason: '' } },
  ],
  [
    '复核分的理由',
    true,
    { type: 'set', path: ['indicators', 'i2', 'reviewed', 'reason'], value: '核减' },
  ],
  [
    '执行率的复核分',
    true,
    { type: 'set', path: ['budgetExecution', 'reviewed'], value: { score: 1, reason: '' } },
  ],
  ['复核意见', true, { type: 'set', path: ['reviewOpinion'], value: '同意' }],
  [
    '自评分',
    false,
    { type: 'set', path: ['indicators', 'i1', 'declared'], value: { score: 1, reason: '' } },
  ],
  ['计分方案', false, { type: 'set', path: ['profileId'], value: 'hubei' }],
  ['增加一行', false, { type: 'insert-indicator', indicator: sampleIndicator({ id: 'n' }) }],
  ['删除一行', false, { type: 'remove-indicator', indicatorId: 'i1' }],
  ['移动一行', false, { type: 'move-indicator', indicatorId: 'i1' }],
]

describe('什么状态下能改什么', () => {
  const record = (status: EvaluationStatus) =>
    sampleRecord({
      status,
      indicators: [
        sampleIndicator(),
        sampleIndicator({ id: 'i2', reviewed: { score: 8, reason: '现场核查' } }),
      ],
    })
  const pathOf = (edit: EvaluationEdit) => (edit.type === 'set' ? edit.path : ['indicators', 'i1'])
  const isExpected = (status: EvaluationStatus, isReview: boolean) =>
    isReview ? status === 'submitted' : status === 'draft' || status === 'returned'

  test.for(STATUSES.flatMap((status) => EDITS.map((row) => [status, ...row] as const)))(
    '%s：%s',
    ([status, , isReview, edit]) => {
      const before = record(status)
      const after = applyEdit(before, edit).record
      const isOpen = isExpected(status, isReview)
      expect(isAllowedChange(before, after)).toBe(isOpen)
      expect(canEdit(status, pathOf(edit))).toBe(isOpen)
    },
  )

  test('复核分不能藏在新增的行或整块执行率里', () => {
    const before = record('draft')
    const row = sampleIndicator({ id: 'n', reviewed: { score: 10, reason: '' } })
    const inserted = applyEdit(before, { type: 'insert-indicator', indicator: row }).record
    const block = { maxScore: 10, reviewed: { score: 10, reason: '' } }
    const set = applyEdit(before, { type: 'set', path: ['budgetExecution'], value: block }).record
    expect(isAllowedChange(before, inserted)).toBe(false)
    expect(isAllowedChange(before, set)).toBe(false)
  })

  test('撤销删除时，行连同原有复核分一并恢复', () => {
    const whole = record('returned')
    const removed = applyEdit(whole, { type: 'remove-indicator', indicatorId: 'i2' }).record
    expect(isAllowedChange(removed, whole, true)).toBe(true)
  })
})
