import { describe, expect, test } from 'vitest'
import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import { evaluation, indicator } from './evaluationBuilder'
import { findingsOf, profile } from './finding'

type Level = 'output' | 'cost' | 'benefit' | 'satisfaction' | 'decision'
const SECOND = {
  output: ['quality', '质量指标'],
  cost: ['economic-cost', '经济成本指标'],
  benefit: ['social-benefit', '社会效益指标'],
  satisfaction: ['service-recipient-satisfaction', '服务对象满意度指标'],
  decision: ['other', '项目立项'],
} as const

/** A table of one row a level with the given 分值. */
function table(
  points: Partial<Record<Level, number>>,
  overrides: Partial<Evaluation> = {},
): Evaluation {
  return evaluation({
    form: 'self-evaluation',
    indicators: Object.entries(points).map(([level, maxScore]) => {
      const firstLevel = level as Level
      const [secondLevel, secondLevelLabel] = SECOND[firstLevel]
      return indicator({ firstLevel, secondLevel, secondLevelLabel, maxScore, name: level })
    }),
    ...overrides,
  })
}

const FULL = { output: 50, benefit: 30, satisfaction: 10 }
const TEN = { budgetExecution: { maxScore: 10 } }

describe('分值合计等于计分方案的总分（财预〔2020〕10号：满分 100）', () => {
  test.for<[string, Evaluation, string, [number, number] | undefined]>([
    [
      '“其中”行和共用得分的行不另计分值',
      evaluation({
        indicators: [
          indicator({ id: 'a', maxScore: 100 }),
          indicator({ maxScore: 10, isSubRow: true, name: '其中甲' }),
          indicator({ maxScore: 10, sharesScoreWith: 'a', name: '乙' }),
        ],
      }),
      'indicators-only',
      undefined,
    ],
    ['指标 90 分加预算执行率 10 分，合计 100', table(FULL, TEN), 'national-2020', undefined],
    [
      '没有项目资金的表，指标 100 分也算合计正确',
      table({ output: 100 }),
      'national-2020',
      undefined,
    ],
    ['没有项目资金的表，指标 90 分只缺预算执行率', table(FULL), 'national-2020', undefined],
    ['合计 95 分', table({ ...FULL, output: 45 }, TEN), 'national-2020', [95, 100]],
    ['指标 100 分再加预算执行率 10 分', table({ output: 100 }, TEN), 'national-2020', [110, 100]],
    [
      '湖北：指标 80 分加预算执行率 20 分',
      table({ output: 40, benefit: 30, satisfaction: 10 }, { budgetExecution: { maxScore: 20 } }),
      'hubei',
      undefined,
    ],
    ['只看指标的方案：合计 90 分', table({ output: 90 }), 'indicators-only', [90, 100]],
    [
      '小数相加没有误差：33.33 + 33.33 + 33.34',
      table({ output: 33.33, benefit: 33.33, satisfaction: 33.34 }),
      'indicators-only',
      undefined,
    ],
    [
      '自评表没有任何分值',
      evaluation({ form: 'self-evaluation', indicators: [] }),
      'indicators-only',
      [0, 100],
    ],
    ['目标表没有分值，留待分配', evaluation({ form: 'target-table' }), 'national-2020', undefined],
  ])('%s', ([, subject, profileId, expected]) => {
    const found = findingsOf('weights-not-total', subject, profile(profileId))
    expect(found.map(({ figures }) => [figures.total, figures.expected])).toEqual(
      expected ? [expected] : [],
    )
    expect(found.every(({ severity }) => severity === 'error')).toBe(true)
  })
})

describe('一级指标分值等于计分方案的分值', () => {
  test.for<[string, Evaluation, string, [string, number, number][]]>([
    ['50/30/10 与方案一致', table(FULL, TEN), 'national-2020', []],
    [
      '产出 60、效益 20',
      table({ output: 60, benefit: 20, satisfaction: 10 }, TEN),
      'national-2020',
      [
        ['output', 60, 50],
        ['benefit', 20, 30],
      ],
    ],
    [
      '成本单列，方案把成本放在产出：两者合计 50',
      table({ ...FULL, output: 40, cost: 10 }, TEN),
      'national-2020',
      [],
    ],
    [
      '成本单列的方案：成本 10 分不足 20 分',
      table({ cost: 10, output: 50, benefit: 20, satisfaction: 10 }, TEN),
      'core-2021-cost',
      [
        ['cost', 10, 20],
        ['output', 50, 40],
      ],
    ],
    [
      '没有满意度指标，其 10 分并入效益',
      table({ output: 50, benefit: 40 }, TEN),
      'national-2020',
      [],
    ],
    [
      '没有满意度指标，效益仍为 30 分',
      table({ output: 60, benefit: 30 }, TEN),
      'national-2020',
      [
        ['output', 60, 50],
        ['benefit', 30, 40],
      ],
    ],
    [
      '预算执行率 20 分，方案为 10 分',
      table({ output: 40, benefit: 30, satisfaction: 10 }, { budgetExecution: { maxScore: 20 } }),
      'national-2020',
      [
        ['output', 40, 50],
        ['budget-execution', 20, 10],
      ],
    ],
    ['按表印分值的方案不规定各级分值', table({ output: 70, benefit: 30 }), 'indicators-only', []],
    [
      '决策、过程另有体系，不按项目支出的分值比较',
      table({ decision: 20, output: 60, benefit: 20 }),
      'national-2020',
      [],
    ],
    ['目标表没有分值', table({}, { form: 'target-table' }), 'national-2020', []],
  ])('%s', ([, subject, profileId, expected]) => {
    const found = findingsOf('level-sum-differs', subject, profile(profileId))
    expect(found.map(({ figures }) => [figures.level, figures.total, figures.expected])).toEqual(
      expected,
    )
  })

  test('印有分值的目标，其下指标合计应等于目标的分值（湖北 40 + 40）', () => {
    const subject = evaluation({
      goals: [
        { expected: '一', maxScore: 40, term: 'annual' },
        { expected: '二', maxScore: 40, term: 'annual' },
      ],
      indicators: [
        indicator({ goal: 0, maxScore: 40 }),
        indicator({ goal: 1, maxScore: 25, name: '出勤率' }),
        indicator({ goal: 1, maxScore: 10, name: '及时率' }),
      ],
    })
    expect(findingsOf('level-sum-differs', subject).map(({ figures }) => figures)).toEqual([
      { level: 'goal-2', total: 35, expected: 40 },
    ])
  })
})

describe('分值等于括号内印的分值', () => {
  const group = (label: string, ...points: number[]): Indicator[] =>
    points.map((maxScore, index) =>
      indicator({ secondLevelLabel: label, maxScore, name: `${label}第${index}项工作` }),
    )
  test.for<[string, Indicator[], [number, number][]]>([
    ['质量指标 (15分) 下合计 30', group('质量指标 (15分)', 10, 10, 10), [[15, 30]]],
    ['全角括号', group('质量指标（15分）', 10), [[15, 10]]],
    ['括号内与合计一致', group('质量指标（30）', 10, 20), []],
    ['括号内写百分比权重', group('质量指标（30%）', 10, 10), [[30, 20]]],
    ['括号里是单位或说明', group('质量指标（必填）', 10), []],
    ['括号里是年份', group('质量指标（2024）', 10), []],
    ['指标名称括号内为 5 分，分值 10 分', [indicator({ name: '稳步推进 (5)' })], [[5, 10]]],
    ['指标名称括号内为计量单位', [indicator({ name: '办结率 (%)' })], []],
    ['没有分值的行不比较', [indicator({ name: '办结率 (5分)', maxScore: undefined })], []],
    [
      '各组括号合计与各行合计不同：20 + 30 ≠ 60',
      [...group('数量指标(20分)', 20), ...group('质量指标(30分)', 40)],
      [
        [30, 40],
        [50, 60],
      ],
    ],
    [
      '只有部分组有括号时，不比较合计',
      [...group('数量指标(20分)', 20), ...group('质量指标', 40), ...group('时效指标(5分)', 5)],
      [],
    ],
  ])('%s', ([, indicators, expected]) => {
    const found = findingsOf('bracket-differs', evaluation({ indicators }))
    expect(found.map(({ figures }) => [figures.bracket, figures.total])).toEqual(expected)
  })
})
