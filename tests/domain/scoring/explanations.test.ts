import { describe, expect, test } from 'vitest'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { ScoringProfileValues } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { evaluationOf, explanationOf, indicatorOf, profileWith } from './scoringTestTable'

type Row = readonly [
  words: string,
  target: string,
  actual: string,
  profile?: Partial<ScoringProfileValues>,
  row?: Partial<Indicator>,
]

const rows: readonly Row[] = [
  ['正向指标按比例（财预〔2020〕10号）：完成指标值，记全部分值 10.00', '≥100件', '120'],
  ['正向指标按比例（财预〔2020〕10号）：80 ÷ 100 × 10 = 8.00', '≥100件', '80'],
  ['实际完成值 -1 小于 0，得 0.00', '≥5%', '-1%'],
  ['指标值为 0，实际 2，得 0.00', '=0起', '2'],
  ['反向指标按 指标值÷实际值', '≤5天', '8'],
  ['5 ÷ 8 × 10 = 6.25', '≤5天', '8'],
  ['指标值为 0，实际 1，得 0.00', '≤0起', '1'],
  [
    '反向指标按偏离度（各省公开的评分办法：两种算法都有使用）：（1 −（8 − 5）÷ 5） × 10 = 4.00',
    '≤5天',
    '8',
    { negativeRule: 'deviation' },
  ],
  ['实际 10 已达指标值 5 的 2 倍，得 0.00', '≤5天', '10', { negativeRule: 'deviation' }],
  [
    '完成率 50 ÷ 100 低于 60%，得 0.00',
    '≥100件',
    '50',
    { passLine: { rate: 0.6, scale: 'plain' } },
  ],
  ['及格线', '≥100件', '80', { passLine: { rate: 0.6, scale: 'plain' } }],
  [
    '（80 ÷ 100 − 60%）÷ 40% × 10 = 5.00',
    '≥100件',
    '80',
    { passLine: { rate: 0.6, scale: 'rescaled' } },
  ],
  ['区间指标（本系统约定）：完成指标值', '3～5个', '4'],
  [
    '满意度 85% 达到 80% 一档，80% × 10 = 8.00',
    '≥95%',
    '85%',
    { satisfactionRule: 'steps' },
    { firstLevel: 'satisfaction' },
  ],
  [
    '满意度 50% 未达到最低一档，得 0.00',
    '≥95%',
    '50%',
    { satisfactionRule: 'steps' },
    { firstLevel: 'satisfaction' },
  ],
  [
    '4.5 ÷ 5 达到 90% 一档，100% × 10 = 10.00',
    '≥5分',
    '4.5',
    { satisfactionRule: 'steps' },
    { firstLevel: 'satisfaction' },
  ],
  ['评为“部分达成并具有一定效果”，70% × 10 = 7.00', '正常使用', '基本达成'],
  ['按实际完成值的文字评定', '正常使用', '基本达成'],
  [
    '评为“达成”，在 8.00–10.00 分（分值 10）内给 9.00',
    '正常使用',
    '',
    {},
    { actual: { raw: '良好', band: 'met', bandScore: 9 } },
  ],
  ['2025-01-01 完成，晚于 2024-12-31，得 0.00', '2024年12月31日前', '2025年1月1日'],
  [
    '晚 73 天，（1 − 73 ÷ 365） × 10 = 8.00',
    '2024年12月31日前',
    '2025年3月14日',
    { lateRule: 'pro-rata' },
  ],
  ['覆盖 183 天，183 ÷ 366 × 10 = 5.00', '2024年全年', '2024年7月2日至2024年12月31日'],
  ['直接赋分（财预〔2021〕101号）：未完成，得 0.00', '≥100件', '99', {}, { scoringRule: 'direct' }],
  ['实际完成值照抄指标值，请填写实际数；暂按完成记 10.00', '≥360天', '≥360天'],
  ['实际完成值带有符号，按其中的数值计分', '≥300米', '≥266米'],
  ['实际完成值与指标值的单位不同，未作换算', '≥200平方米', '204.46米'],
  ['金额已换算为指标值的单位', '≤10万元', '80000元'],
  ['文字表述为没有发生，按 0 计', '≤0次', '无上访'],
  ['指标值没有写符号，按“≥”理解', '100%', '80%'],
  [
    '完成指标值，记全部分值 10.00；超额完成扣 2 分（按计分方案自动扣减），得 8.00',
    '≥100件',
    '130',
    { overCompletion: { limit: 1.3, automaticReduction: 2 } },
  ],
  [
    '超额完成扣 1.5 分（指标值明显偏低），得 8.50',
    '≥100件',
    '130',
    {},
    { overCompletionReduction: { score: 1.5, reason: '指标值明显偏低' } },
  ],
  ['未计分：实际完成值未填', '≥100件', ''],
  ['未计分：实际完成值不是可以与指标值比较的数值或日期', '≥100件', '较好'],
  ['未计分：定性指标尚未评定达成情况', '正常使用', '较好'],
  ['未计分：指标值未填', '/', '较好'],
  ['未计分：未达到指标值，而指标值不大于 0，无法按比例计算', '≥0%', '-1%'],
  [
    '未计分：所给分数不在所评档次的分数范围内',
    '正常使用',
    '',
    {},
    { actual: { raw: '', band: 'met', bandScore: 5 } },
  ],
]

describe('每个得分都说明依据和算式', () => {
  test.for(rows)('%s', ([words, target, actual, profile, row]) => {
    expect(explanationOf(target, actual, profile, row)).toContain(words)
  })

  test('得分是普通数据：复制、转成 JSON 后一字不差', () => {
    const rows = [indicatorOf('≥100件', '80'), indicatorOf('正常使用', '较好', { id: 'i2' })]
    const score = scoreEvaluation(evaluationOf(rows), profileWith())
    expect(structuredClone(score)).toStrictEqual(score)
    expect(JSON.parse(JSON.stringify(score))).toStrictEqual(score)
    expect({ ...score.indicators[0] }).toStrictEqual(score.indicators[0])
  })

  test('每个内置方案的每个字段都能说出依据', () => {
    const evaluation = evaluationOf([indicatorOf('≤5天', '8')])
    const explanation = scoreEvaluation(evaluation, profileWith({}, 'core-2021')).indicators[0]
    expect(explanation?.explanation).toContain('财预〔2021〕101号')
  })

  test.for([
    ['预算执行率按比例', 100, 50, '50 ÷ 100 × 10 = 5.00'],
    ['预算执行率按比例', 100, 120, '120 ÷ 100 超过 100%，按全部分值记 10.00'],
    ['未计分', 0, 120, '全年预算数为 0，执行率无从计算'],
    ['预算执行率按比例', 100, -1, '全年执行数小于 0，得 0.00'],
  ] as const)('%s：%d 与 %d', ([name, annualBudget, annualExecution, words]) => {
    const rows = [{ kind: 'total', label: '年度资金总额', annualBudget, annualExecution }] as const
    const score = scoreEvaluation(
      evaluationOf([], {
        budgetExecution: { maxScore: 10 },
        funds: { printedUnit: '万元', rows: [...rows] },
      }),
      profileWith(),
    )
    expect(score.budgetExecution?.explanation).toContain(name)
    expect(score.budgetExecution?.explanation).toContain(words)
  })
})
