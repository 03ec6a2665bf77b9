import { describe, expect, test } from 'vitest'
import type { FundsRow, Indicator } from '@/domain/evaluation/evaluation'
import type { ScoringProfileValues } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { evaluationOf, explanationOf, indicatorOf, profileWith, scoreOf } from './scoringTestTable'

type Row = readonly [
  words: string,
  target: string,
  actual: string,
  profile?: Partial<ScoringProfileValues>,
  row?: Partial<Indicator>,
]

const steps = { satisfactionRule: 'steps' } as const
const satisfaction = { firstLevel: 'satisfaction' } as const
const direct = { scoringRule: 'direct' } as const
const reducing = { overCompletion: { limit: 1.3, automaticReduction: 2 } } as const
const { sources } = profileWith()
const cases = '各省公开的评分办法：两种算法都有使用'

const rows: readonly Row[] = [
  ['正向指标按比例（财预〔2020〕10号）：0 ÷ 100 × 10 = 0.00', '≥100件', '0'],
  ['正向指标按比例（财预〔2020〕10号）：80 ÷ 100 × 10 = 8.00', '≥100件', '80'],
  [`反向指标按 指标值÷实际值（${cases}）：5 ÷ 8 × 10 = 6.25`, '≤5天', '8'],
  ['区间指标（本系统约定）：完成指标值，记全部分值 10.00', '3～5个', '4'],
  ['正向指标按比例（财预〔2020〕10号）：2 ÷ 3 × 10 = 6.67', '3～5个', '2'],
  [
    `定性指标分档（${sources.bands.document}）：评为“部分达成并具有一定效果”，70% × 10 = 7.00；按实际完成值的文字评定`,
    '正常使用',
    '基本达成',
  ],
  [
    '时限指标（docs/rules.md：时限指标）：完成指标值，记全部分值 10.00',
    '2024年12月31日前',
    '2024年12月31日',
  ],
  [
    '期间指标按天数（本系统约定）：覆盖 1 天，1 ÷ 366 × 10 = 0.03',
    '2024年全年',
    '2024年3月1日至2024年3月1日',
  ],
  [
    '期间指标按天数（本系统约定）：覆盖 31 天，31 ÷ 366 × 10 = 0.85',
    '2024年全年',
    '2023年10月1日至2024年1月31日',
  ],
  [
    '期间指标按天数（本系统约定）：覆盖 31 天，31 ÷ 366 × 10 = 0.85',
    '2024年全年',
    '2024年12月1日至2025年3月31日',
  ],
  ['期间指标按天数（本系统约定）：覆盖 0 天，0 ÷ 366 × 10 = 0.00', '2024年全年', '2025年1月-3月'],
  ['直接赋分（财预〔2021〕101号）：未完成，得 0.00', '≥100件', '99', {}, direct],
  ['直接赋分（财预〔2021〕101号）：完成指标值，记全部分值 10.00', '≥100件', '100', {}, direct],
  [
    '照抄指标值（本系统约定）：实际完成值照抄指标值，请填写实际数；暂按完成记 10.00',
    '≥360天',
    '≥360天',
  ],
  [
    '照抄指标值（本系统约定）：实际完成值照抄指标值，请填写实际数；暂按完成记 10.00',
    '≥360天',
    '≥360天',
    {},
    direct,
  ],
  [
    '正向指标按比例（财预〔2020〕10号）：80 ÷ 100 × 10 = 8.00；实际完成值带有符号，按其中的数值计分；指标值没有写符号，按“≥”理解',
    '100%',
    '=80%',
  ],
  [
    '正向指标按比例（财预〔2020〕10号）：完成指标值，记全部分值 10.00；超额完成扣 2 分（按计分方案自动扣减），得 8.00',
    '≥100件',
    '130',
    reducing,
  ],
  ['未计分：定性指标尚未评定达成情况', '正常使用', '较好', {}, direct],
  ['未计分：定性指标尚未评定达成情况', '', '较好', {}, direct],
  ['未计分：实际完成值未填', '100件', '', {}, { target: indicatorOf('≥100件', '').target }],
]

describe('计分说明一字不差', () => {
  test.for(rows)('%s', ([words, target, actual, profile, row]) => {
    expect(explanationOf(target, actual, profile, row)).toBe(words)
  })

  test('及格线、满意度分档和预算执行率分档写明所依据的文件', () => {
    const line = explanationOf('≥100件', '50', { passLine: { rate: 0.6, scale: 'plain' } })
    expect(line).toMatch(/^及格线（.+）：完成率 50 ÷ 100 低于 60%，得 0\.00$/)
    const step = explanationOf('≥95%', '85%', steps, satisfaction)
    expect(step).toMatch(/^满意度分档（.+）：满意度 85% 达到 80% 一档，80% × 10 = 8\.00$/)
    const below = explanationOf('≥5分', '-1', steps, satisfaction)
    expect(below).toMatch(/^满意度分档（.+）：实际完成值 -1 小于 0，得 0\.00$/)
    const { budgetExecution } = scoreFunds([{ annualBudget: 100, annualExecution: 85 }], {
      budgetExecutionRule: 'steps',
    })
    expect(budgetExecution?.explanation).toMatch(
      /^预算执行率分档（.+）：执行率 85 ÷ 100 达到 80% 一档，70% × 10 = 7\.00$/,
    )
  })

  test('一个得分印在几行上：逐行列出', () => {
    const { indicators } = scoreEvaluation(
      evaluationOf([
        indicatorOf('≥100件', '80', { id: 'a', name: '办件' }),
        indicatorOf('≥10次', '6', { id: 'b', name: '巡查', sharesScoreWith: 'a' }),
      ]),
      profileWith(),
    )
    expect(indicators[0]?.explanation).toBe(
      '合并计分（本系统约定）：2 行得分率的平均 × 10 = 7.00；' +
        '办件：正向指标按比例（财预〔2020〕10号）：80 ÷ 100 × 10 = 8.00；' +
        '巡查：正向指标按比例（财预〔2020〕10号）：6 ÷ 10 × 10 = 6.00',
    )
    expect(indicators[1]?.explanation).toBe('与上一行合并计分，得分记在有分值的一行')
  })

  test('没有分值的行', () => {
    const row = indicatorOf('≥100件', '80')
    delete row.maxScore
    const { indicators } = scoreEvaluation(evaluationOf([row]), profileWith())
    expect(indicators[0]?.explanation).toBe('本行没有分值，不计入总分')
  })
})

function scoreFunds(
  rows: Partial<FundsRow>[],
  changes: Partial<ScoringProfileValues> = {},
  indicators: Indicator[] = [],
) {
  return scoreEvaluation(
    evaluationOf(indicators, {
      budgetExecution: { maxScore: 10 },
      funds: {
        printedUnit: '万元',
        rows: rows.map((row) => ({ kind: 'total', label: '资金', ...row })),
      },
    }),
    profileWith(changes),
  )
}

describe('预算执行率取哪一行', () => {
  test('有合计行，只看合计行', () => {
    const { budgetExecution } = scoreFunds([
      { kind: 'current', annualBudget: 60, annualExecution: 10 },
      { kind: 'total', annualBudget: 100, annualExecution: 50 },
    ])
    expect(budgetExecution?.explanation).toBe(
      `预算执行率按比例（${sources.budgetExecutionRule.document}）：50 ÷ 100 × 10 = 5.00`,
    )
  })

  test('没有合计行，各项相加', () => {
    const { budgetExecution } = scoreFunds([
      { kind: 'current', annualBudget: 60, annualExecution: 40 },
      { kind: 'other', annualBudget: 40, annualExecution: 10 },
    ])
    expect(budgetExecution?.computed).toEqual({ status: 'scored', score: 5 })
  })

  test.for([
    ['有一项没有填执行数', [{ annualBudget: 60, annualExecution: 40 }, { annualBudget: 40 }]],
    ['有一项没有填预算数', [{ annualBudget: 60, annualExecution: 40 }, { annualExecution: 4 }]],
    ['都没有填', [{}]],
  ] as const)('%s，不能计分，不当作 0', ([, parts]) => {
    const { budgetExecution } = scoreFunds(parts.map((part) => ({ kind: 'current', ...part })))
    expect(budgetExecution?.explanation).toBe('未计分：全年预算数或全年执行数未填')
  })

  test('恰好 100% 得全部分值，分档也一样', () => {
    const rows = [{ annualBudget: 100, annualExecution: 100 }]
    expect(scoreFunds(rows).budgetExecution?.explanation).toBe(
      `预算执行率按比例（${sources.budgetExecutionRule.document}）：100 ÷ 100 × 10 = 10.00`,
    )
    const stepped = scoreFunds([{ annualBudget: 100, annualExecution: 120 }], {
      budgetExecutionRule: 'steps',
    })
    expect(stepped.budgetExecution?.explanation).toContain(
      '120 ÷ 100 达到 100% 一档，100% × 10 = 10.00',
    )
  })

  test('全年执行数为 0 得 0 分', () => {
    const { budgetExecution } = scoreFunds([{ annualBudget: 100, annualExecution: 0 }])
    expect(budgetExecution?.explanation).toContain('0 ÷ 100 × 10 = 0.00')
  })

  const caps = [
    { below: 0.8, maxTotal: 89 },
    { below: 0.6, maxTotal: 69 },
    { below: 0.7, maxTotal: 79 },
  ]
  test.for([
    ['封顶取最低的一档，与先后无关', { annualBudget: 100, annualExecution: 55 }, 69],
    ['预算数为 0，执行率无从计算，不封顶', { annualBudget: 0, annualExecution: 0 }, 90],
    ['没有填预算数，不封顶', { annualExecution: 10 }, 90],
  ] as const)('%s', ([, row, total]) => {
    const indicators = [indicatorOf('≥1件', '1', { maxScore: 90 })]
    const evaluation = evaluationOf(indicators, {
      funds: { printedUnit: '万元', rows: [{ kind: 'total', label: '资金', ...row }] },
    })
    const { computedTotal } = scoreEvaluation(evaluation, profileWith({ executionCaps: caps }))
    expect(computedTotal).toBe(total)
  })
})

describe('超额完成只看正向的数值', () => {
  const own: Partial<Indicator> = { overCompletionReduction: { score: 1, reason: '偏低' } }
  test.for([
    ['反向 ≤', '≤100件', '30', 10],
    ['反向 ≤ 未完成', '≤100件', '130', 7.69],
    ['反向 < 未完成', '<100件', '130', 7.69],
    ['反向 <', '<100件', '30', 10],
    ['区间', '3～5个', '4', 10],
    ['期限', '2024年12月31日前', '2024年1月1日', 10],
    ['定性', '正常使用', '达成', 10],
    ['照抄指标值', '≥100件', '≥100件', 10],
    ['>', '>100件', '130', 9],
    ['=', '=100件', '130', 9],
  ] as const)('%s', ([, target, actual, score]) => {
    expect(scoreOf(target, actual, {}, own)).toBe(score)
  })
})

describe('规则的边界', () => {
  test.for<
    readonly [
      string,
      string,
      string,
      number | string,
      Partial<ScoringProfileValues>?,
      Partial<Indicator>?,
    ]
  >([
    ['> 0 而超过，得全部分值', '>0件', '5', 10],
    ['< 0 而低于，得全部分值', '<0%', '-1%', 10],
    [
      '满意度不是百分数，> 0 恰好为 0，不能计分',
      '>0分',
      '0',
      'proportion-undefined',
      steps,
      satisfaction,
    ],
    ['不是满意度指标的不分档', '≥95%', '85%', 8.95, steps],
    [
      '分档的先后不影响得分',
      '≥95%',
      '85%',
      8,
      {
        ...steps,
        satisfactionSteps: [
          { from: 0.6, share: 0.5 },
          { from: 0.8, share: 0.8 },
          { from: 0.9, share: 1 },
        ],
      },
      satisfaction,
    ],
    [
      '及格线为 100%：换算没有余地，按比例',
      '≥100件',
      '100',
      10,
      { passLine: { rate: 1, scale: 'rescaled' } },
    ],
    [
      '及格线为 100%：> 恰好相等',
      '>100件',
      '100',
      10,
      { passLine: { rate: 1, scale: 'rescaled' } },
    ],
    ['没有写年份的完成日期取预算年度，不取期限的年度', '2025年6月30日前', '12月20日', 10],
    [
      '逾期一天，而期限就是年初，得 0 分',
      '2024年1月1日前',
      '2024年1月2日',
      0,
      { lateRule: 'pro-rata' },
    ],
    ['区间下限为 0，实际为 0，得全部分值', '0～5个', '0', 10],
  ])('%s：%s，实际 %s → %s', ([, target, actual, expected, profile, row]) => {
    expect(scoreOf(target, actual, profile, row)).toBe(expected)
  })

  test('没有预算年度的表，负面事项填“无”也按 0 计', () => {
    const evaluation = evaluationOf([indicatorOf('≤2起', '无', { name: '安全事故数' })])
    delete evaluation.fiscalYear
    const { indicators } = scoreEvaluation(evaluation, profileWith())
    expect(indicators[0]?.computed).toEqual({ status: 'scored', score: 10 })
  })

  test('未达成档的名称写全', () => {
    expect(explanationOf('正常使用', '未达成')).toContain('评为“未达成且效果较差”，30% × 10 = 3.00')
  })
})
