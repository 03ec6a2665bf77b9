import { describe, expect, test } from 'vitest'
import type { Evaluation, Funds, Indicator } from '@/domain/evaluation/evaluation'
import type { ScoringProfileValues } from '@/domain/profile/scoringProfile'
import { gradeOf } from '@/domain/scoring/gradeOf'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { evaluationOf, indicatorOf, profileWith } from './scoringTestTable'

const declared = (score: number) => ({ declared: { score, reason: '' } })
const reviewed = (score: number) => ({ reviewed: { score, reason: '现场核查' } })
const row = (id: string, actual: string | undefined, overrides: Partial<Indicator> = {}) =>
  indicatorOf('≥100件', actual, { id, ...overrides })
const fundsOf = (annualBudget?: number, annualExecution?: number): Funds => ({
  printedUnit: '万元',
  rows: [
    {
      kind: 'total',
      label: '年度资金总额',
      ...(annualBudget === undefined ? {} : { annualBudget }),
      ...(annualExecution === undefined ? {} : { annualExecution }),
    },
  ],
})
const score = (
  indicators: Indicator[],
  overrides: Partial<Evaluation> = {},
  profile: Partial<ScoringProfileValues> = {},
) => scoreEvaluation(evaluationOf(indicators, overrides), profileWith(profile))

describe('三个得分互不覆盖', () => {
  test('规则总分是各行印出的得分之和', () => {
    const rows = [1, 2, 3].map((n) => indicatorOf('≥3次', '2', { id: `i${n}` }))
    expect(score(rows).computedTotal).toBe(20.01)
  })

  test('没有自评分的行，自评总分用规则分', () => {
    const result = score([row('a', '80', declared(9)), row('b', '50')])
    expect(result).toMatchObject({ computedTotal: 13, declaredTotal: 14 })
    expect(result.indicators[0]).toMatchObject({
      computed: { status: 'scored', score: 8 },
      declared: 9,
    })
    expect(result.indicators[1]).not.toHaveProperty('declared')
  })

  test('自评分和规则分都没有的行，没有自评总分', () => {
    const result = score([row('a', '80', declared(9)), row('b', undefined)])
    expect(result).not.toHaveProperty('declaredTotal')
    expect(result).not.toHaveProperty('computedTotal')
    expect(result.grades).toEqual({})
  })

  test('只有自评分没有实际完成值，有自评总分，没有规则总分', () => {
    const result = score([row('a', undefined, declared(9))])
    expect(result).toMatchObject({ declaredTotal: 9, filled: 0, of: 1 })
    expect(result).not.toHaveProperty('computedTotal')
  })

  test('没有一个复核分，就没有复核总分', () => {
    expect(score([row('a', '80', declared(9))])).not.toHaveProperty('reviewedTotal')
  })

  test('没有复核分的行，复核总分用自评分，再用规则分', () => {
    const rows = [row('a', '80', reviewed(5)), row('b', '50', declared(6)), row('c', '90')]
    expect(score(rows)).toMatchObject({ reviewedTotal: 20, declaredTotal: 23, computedTotal: 22 })
  })

  test('自评 0 分是得分，不是没有填', () => {
    expect(score([row('a', '80', declared(0))])).toMatchObject({ declaredTotal: 0 })
  })
})

describe('缺少实际完成值', () => {
  test('没有总分，记未完成填报 k/n，从不当作 0 分', () => {
    const result = score([row('a', '80'), row('b', undefined), row('c', ' ')])
    expect(result).toMatchObject({ filled: 1, of: 3 })
    expect(result).not.toHaveProperty('computedTotal')
  })

  test('没有分值的行不进 k/n，也不进总分', () => {
    const { maxScore, ...plain } = row('b', undefined)
    expect(maxScore).toBe(10)
    const result = score([row('a', '80'), plain])
    expect(result).toMatchObject({ filled: 1, of: 1, computedTotal: 8 })
    expect(result.indicators[1]!.computed).toEqual({ status: 'unscored', issue: 'points-missing' })
  })

  test('“其中”行不进 k/n，也不进总分', () => {
    const result = score([row('a', '80'), row('b', '10', { isSubRow: true })])
    expect(result).toMatchObject({ filled: 1, of: 1, computedTotal: 8 })
  })

  test('没有一行有分值的表没有总分', () => {
    expect(score([])).toEqual({ indicators: [], filled: 0, of: 0, grades: {} })
  })
})

describe('一个得分印在几行上', () => {
  const shared = (id: string, actual: string | undefined, root: string | number) => {
    const { maxScore, ...plain } = row(id, actual, { sharesScoreWith: root })
    expect(maxScore).toBe(10)
    return plain
  }

  test('分值 × 各行得分率的平均', () => {
    const result = score([row('a', '100'), shared('b', '50', 'a'), shared('c', '75', 'a')])
    expect(result).toMatchObject({ computedTotal: 7.5, filled: 1, of: 1 })
    expect(result.indicators[1]!.computed).toEqual({ status: 'unscored', issue: 'shares-score' })
    expect(result.indicators[0]!.explanation).toContain('3 行得分率的平均 × 10 = 7.50')
  })

  test('平均之前不取舍：（1/3 + 2/3 + 1/7）÷ 3', () => {
    const rows = [
      indicatorOf('≥3次', '1', { id: 'a' }),
      { ...shared('b', '2', 0), target: indicatorOf('≥3次', '2').target },
      { ...shared('c', '1', 0), target: indicatorOf('≥7次', '1').target },
    ]
    expect(score(rows).computedTotal).toBe(3.81)
  })

  test('其中一行没有填，整组不计分', () => {
    const result = score([row('a', '100'), shared('b', undefined, 'a')])
    expect(result.indicators[0]!.computed).toEqual({ status: 'unscored', issue: 'actual-missing' })
    expect(result).toMatchObject({ filled: 0, of: 1 })
  })

  test('连着指的几行归到有分值的一行', () => {
    const result = score([row('a', '100'), shared('b', '50', 'a'), shared('c', '0', 'b')])
    expect(result).toMatchObject({ computedTotal: 5, of: 1 })
  })

  test.for([
    ['不存在的行', 'x'],
    ['自己', 'b'],
    ['不存在的行号', 9],
  ] as const)('指向%s，按单独一行计分', ([, root]) => {
    const result = score([row('a', '100'), row('b', '50', { sharesScoreWith: root })])
    expect(result).toMatchObject({ computedTotal: 15, of: 2 })
  })

  test('互相指着的两行，各按单独一行计分', () => {
    const rows = [
      row('a', '100', { sharesScoreWith: 'b' }),
      row('b', '50', { sharesScoreWith: 'a' }),
      row('c', '50', { sharesScoreWith: 'a' }),
    ]
    expect(score(rows)).toMatchObject({ computedTotal: 20, of: 3 })
  })
})

describe('预算执行率', () => {
  const execution = { budgetExecution: { maxScore: 10 } }
  const steps = { budgetExecutionRule: 'steps' } as const

  test.for<[string, number, number, number, Partial<ScoringProfileValues>]>([
    ['执行率 × 分值', 100, 73.19, 7.32, {}],
    ['超过 100%，得全部分值', 100, 120, 10, {}],
    ['恰好 100%', 1087.76, 1087.76, 10, {}],
    ['全年执行数为 0 是有效值，得 0 分', 100, 0, 0, {}],
    ['全年执行数为负，得 0 分', 100, -1, 0, {}],
    ['分档：100% 得全部分值', 100, 100, 10, steps],
    ['分档：超过 100%', 100, 120, 10, steps],
    ['分档：80% 起得 70%', 100, 80, 7, steps],
    ['分档：不到 100%', 100, 99.99, 7, steps],
    ['分档：60% 起得 50%', 100, 60, 5, steps],
    ['分档：不到 60%，得 0 分', 100, 59.99, 0, steps],
  ])('%s：B %d 中的 A %d → %d', ([, budget, spent, expected, profile]) => {
    const result = score([row('a', '80')], { ...execution, funds: fundsOf(budget, spent) }, profile)
    expect(result.budgetExecution?.computed).toEqual({ status: 'scored', score: expected })
    expect(result).toMatchObject({ filled: 2, of: 2, computedTotal: 8 + expected })
  })

  test.for<[string, Funds, string]>([
    ['全年预算数为 0，不能计分', fundsOf(0, 5), 'budget-zero'],
    ['全年预算数为负，不能计分', fundsOf(-1, 5), 'proportion-undefined'],
    ['没有全年预算数', fundsOf(undefined, 5), 'budget-missing'],
    ['没有全年执行数，不当作 0', fundsOf(100), 'budget-missing'],
  ])('%s', ([, funds, issue]) => {
    const result = score([row('a', '80')], { ...execution, funds })
    expect(result.budgetExecution?.computed).toEqual({ status: 'unscored', issue })
    expect(result).toMatchObject({ filled: 1, of: 2 })
    expect(result).not.toHaveProperty('computedTotal')
  })

  test('没有合计行，用各项之和', () => {
    const part = (annualBudget: number, annualExecution: number) =>
      ({ kind: 'other', label: '其他资金', annualBudget, annualExecution }) as const
    const funds: Funds = { printedUnit: '万元', rows: [part(0.1, 0.1), part(0.2, 0.05)] }
    const result = score([row('a', '80')], { ...execution, funds })
    expect(result.budgetExecution?.computed).toEqual({ status: 'scored', score: 5 })
  })

  test('没有资金情况，不进总分', () => {
    const result = score([row('a', '80')], execution)
    expect(result).toMatchObject({ of: 1, computedTotal: 8 })
    expect(result).not.toHaveProperty('budgetExecution')
  })

  test('没有分值，不进总分', () => {
    const result = score([row('a', '80')], { funds: fundsOf(100, 50) })
    expect(result).not.toHaveProperty('budgetExecution')
  })

  test('自评分和复核分计入各自的总分', () => {
    const result = score([row('a', '80')], {
      funds: fundsOf(100, 50),
      budgetExecution: { maxScore: 10, ...declared(6), ...reviewed(4) },
    })
    expect(result).toMatchObject({ computedTotal: 13, declaredTotal: 14, reviewedTotal: 12 })
    expect(result.budgetExecution).toMatchObject({ declared: 6, reviewed: 4 })
  })
})

describe('执行率封顶（个别省份，默认不启用）', () => {
  const caps = [
    { below: 0.5, maxTotal: 59 },
    { below: 0.6, maxTotal: 69 },
    { below: 0.7, maxTotal: 79 },
    { below: 0.8, maxTotal: 89 },
  ]
  const full = row('a', '100', { maxScore: 100 })

  test.for([
    [80, 100],
    [79.99, 89],
    [70, 89],
    [69.99, 79],
    [60, 79],
    [59.99, 69],
    [50, 69],
    [49.99, 59],
  ] as const)('执行率 %d%% → 总分不超过 %d', ([spent, total]) => {
    const result = score([full], { funds: fundsOf(100, spent) }, { executionCaps: caps })
    expect(result).toMatchObject({ computedTotal: total, declaredTotal: total })
  })

  test('低于封顶的总分不变', () => {
    const low = row('a', '50', { maxScore: 100 })
    expect(score([low], { funds: fundsOf(100, 49) }, { executionCaps: caps }).computedTotal).toBe(
      50,
    )
  })

  test('内置方案不封顶', () => {
    expect(score([full], { funds: fundsOf(100, 10) }).computedTotal).toBe(100)
  })

  test.for([
    ['没有执行数', fundsOf(100)],
    ['预算数为 0', fundsOf(0, 0)],
  ] as const)('%s，不封顶', ([, funds]) => {
    expect(score([full], { funds }, { executionCaps: caps }).computedTotal).toBe(100)
  })
})

describe('取舍的环节', () => {
  const rows = [1, 2, 3].map((n) => indicatorOf('≥3次', '2', { id: `i${n}` }))

  test('按指标取舍：6.67 × 3 = 20.01', () => {
    expect(score(rows).computedTotal).toBe(20.01)
  })

  test('按总分取舍：20.00', () => {
    const rounding = { mode: 'half-up', decimals: 2, stage: 'total' } as const
    expect(score(rows, {}, { rounding }).computedTotal).toBe(20)
  })

  test('按总分取舍时自评分照原数相加', () => {
    const rounding = { mode: 'half-up', decimals: 1, stage: 'total' } as const
    const [first, ...rest] = rows
    const result = score([{ ...first!, ...declared(6.5) }, ...rest], {}, { rounding })
    expect(result).toMatchObject({ computedTotal: 20, declaredTotal: 19.8 })
  })
})

describe('等级', () => {
  const grades = profileWith().grades

  test.for([
    [100, 'excellent'],
    [90, 'excellent'],
    [89.99, 'good'],
    [80, 'good'],
    [79.99, 'fair'],
    [60, 'fair'],
    [59.99, 'poor'],
    [0, 'poor'],
  ] as const)('%d 分 → %s', ([total, grade]) => {
    expect(gradeOf(total, grades)).toBe(grade)
  })

  test('分数线属于计分方案：80/70/60', () => {
    const lower = { excellent: 80, good: 70, fair: 60 }
    expect(gradeOf(80, lower)).toBe('excellent')
    expect(gradeOf(79.99, lower)).toBe('good')
    expect(gradeOf(69.99, lower)).toBe('fair')
  })

  test('按取舍后的总分评定：89.995 印作 90.00，为优', () => {
    const rows = [row('a', '99.995', { maxScore: 90, target: indicatorOf('≥100件', '').target })]
    const result = score(rows)
    expect(result.computedTotal).toBe(90)
    expect(result.grades.computed).toBe('excellent')
  })
})
