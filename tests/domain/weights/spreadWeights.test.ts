import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sum } from '@/domain/decimal'
import { exampleEvaluations } from '@/domain/example/exampleEvaluations'
import type { FirstLevel, SecondLevel } from '@/domain/indicator/levels'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { spreadWeights } from '@/domain/weights/spreadWeights'

const row = (firstLevel: FirstLevel, secondLevel: SecondLevel, firstLevelLabel = '') => ({
  firstLevel,
  firstLevelLabel,
  secondLevel,
  secondLevelLabel: '',
})
const profile = (id: string) => builtInProfiles.find((known) => known.id === id)!
const noFunds = { rows: [] }
const funds = { rows: [{ kind: 'total', label: '年度资金总额', annualBudget: 10 }] as const }

const spread = (rows: ReturnType<typeof row>[], id = 'national-2020', step: 0.01 | 1 = 0.01) =>
  spreadWeights({ indicators: rows, funds: noFunds }, profile(id), step).maxScores

describe('按计分方案分配分值', () => {
  test('二级指标之间平均，二级指标内平均', () => {
    expect(
      spread([
        row('output', 'quantity'),
        row('output', 'quantity'),
        row('output', 'quality'),
        row('benefit', 'social-benefit'),
        row('satisfaction', 'service-recipient-satisfaction'),
      ]),
    ).toEqual([12.5, 12.5, 25, 30, 10])
  })

  test('除不尽的余数放在前面的行，合计不差一分', () => {
    const rows = [1, 2, 3].map(() => row('output', 'quantity'))
    expect(spread([...rows, row('benefit', 'social-benefit')])).toEqual([16.67, 16.67, 16.66, 40])
  })

  test('按整数分分配', () => {
    const rows = [1, 2, 3].map(() => row('output', 'quantity'))
    expect(spread([...rows, row('benefit', 'social-benefit')], 'national-2020', 1)).toEqual([
      17, 17, 16, 40,
    ])
  })

  test('没有满意度指标，10 分给效益', () => {
    expect(spread([row('output', 'quantity'), row('benefit', 'social-benefit')])).toEqual([50, 40])
  })

  test('既没有满意度也没有效益，都给产出', () => {
    expect(spread([row('output', 'quantity')])).toEqual([90])
  })

  test('10号方案中成本算在产出内', () => {
    expect(spread([row('cost', 'economic-cost'), row('output', 'quantity')])).toEqual([45, 45])
  })

  test('101号方案中成本单独 20 分，印在产出下的成本也一样', () => {
    const rows = [
      row('output', 'cost'),
      row('output', 'quantity'),
      row('benefit', 'social-benefit'),
      row('satisfaction', 'service-recipient-satisfaction'),
    ]
    expect(spread(rows, 'core-2021-cost')).toEqual([20, 40, 20, 10])
  })

  test('方案没有规定的一级指标（决策、过程）与其他一级指标平均', () => {
    const rows = [
      row('decision', 'other'),
      row('process', 'other'),
      row('output', 'quantity'),
      row('benefit', 'social-benefit'),
    ]
    expect(spread(rows)).toEqual([22.5, 22.5, 22.5, 22.5])
  })

  test('只评绩效指标的方案按一级指标括号内的分值', () => {
    const rows = [
      row('output', 'quantity', '产出指标（60分）'),
      row('benefit', 'social-benefit', '效益指标（40分）'),
    ]
    expect(spread(rows, 'indicators-only')).toEqual([60, 40])
  })

  test('“其中”行和合并计分的行没有分值', () => {
    const rows = [
      row('output', 'quantity'),
      { ...row('output', 'quantity'), isSubRow: true as const },
      { ...row('output', 'quantity'), sharesScoreWith: 0 },
    ]
    expect(
      spreadWeights({ indicators: rows, funds: noFunds }, profile('national-2020')).maxScores,
    ).toEqual([90, undefined, undefined])
  })

  test('有资金情况的表，预算执行率 10 分；没有的不分', () => {
    const indicators = [row('output', 'quantity')]
    const national = profile('national-2020')
    expect(
      spreadWeights({ indicators, funds: { rows: [...funds.rows] } }, national).budgetExecution,
    ).toBe(10)
    expect(spreadWeights({ indicators, funds: noFunds }, national)).not.toHaveProperty(
      'budgetExecution',
    )
  })

  test('没有指标的空表', () => {
    expect(spread([])).toEqual([])
  })

  test.for(
    exampleEvaluations.flatMap((table) =>
      builtInProfiles.map(({ id }) => [table.projectName, id, table] as const),
    ),
  )('已公开的表“%s”按 %s 分配，合计正好 100 分', ([, id, table]) => {
    const { maxScores, budgetExecution = 0 } = spreadWeights(table, profile(id))
    if (table.indicators.length === 0) return
    const hasExecution = table.funds.rows.length > 0
    const points = hasExecution ? 100 : 100 - profile(id).budgetExecutionPoints
    expect(sum([...maxScores.map((value) => value ?? 0), budgetExecution])).toBe(points)
  })

  test('任意行数、任意级次，合计与方案分值一分不差', () => {
    const levels = fc.constantFrom<[FirstLevel, SecondLevel]>(
      ['output', 'quantity'],
      ['output', 'quality'],
      ['output', 'timeliness'],
      ['output', 'cost'],
      ['cost', 'economic-cost'],
      ['benefit', 'social-benefit'],
      ['benefit', 'sustainability'],
      ['satisfaction', 'service-recipient-satisfaction'],
      ['decision', 'other'],
    )
    fc.assert(
      fc.property(
        fc.array(levels, { minLength: 1, maxLength: 200 }),
        fc.constantFrom(...builtInProfiles),
        fc.constantFrom<0.01 | 1>(0.01, 1),
        (drawn, drawnProfile, step) => {
          const indicators = drawn.map(([first, second]) => row(first, second))
          const { maxScores } = spreadWeights({ indicators, funds: noFunds }, drawnProfile, step)
          const scores = maxScores.filter((value) => value !== undefined)
          expect(scores).toHaveLength(indicators.length)
          expect(sum(scores)).toBe(100 - drawnProfile.budgetExecutionPoints)
          for (const score of scores) {
            expect(score).toBeGreaterThanOrEqual(0)
            expect(Math.round(score / step) * step).toBeCloseTo(score, 9)
          }
        },
      ),
    )
  })
})
