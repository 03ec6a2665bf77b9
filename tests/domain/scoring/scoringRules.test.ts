import { describe, expect, test } from 'vitest'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { ScoringProfileValues } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { evaluationOf, indicatorOf, profileWith, scoreOf } from './scoringTestTable'

type Row = readonly [
  rule: string,
  target: string,
  actual: string | undefined,
  expected: number | string,
  profile?: Partial<ScoringProfileValues>,
  row?: Partial<Indicator>,
]

function specify(title: string, rows: readonly Row[]) {
  describe(title, () => {
    test.for(rows)('%s：指标值 %s，实际 %s → %s', ([, target, actual, expected, profile, row]) => {
      expect(scoreOf(target, actual, profile, row)).toBe(expected)
    })
  })
}

specify('正向指标 ≥ >（财预〔2020〕10号）', [
  ['完成指标值，记全部分值', '≥100件', '100', 10],
  ['超额完成，不超过分值', '≥100件', '120', 10],
  ['未完成，按完成值与指标值的比例记分', '≥100件', '80', 8],
  ['比例记分四舍五入到 0.01', '≥3次', '2', 6.67],
  ['二进制误差不影响末位（1.005 → 1.01）', '≥1000件', '201', 1.01, {}, { maxScore: 5 }],
  ['> 恰好相等不算完成，但比例给全部分值', '>100件', '100', 10],
  ['> 未超过，按比例', '>100件', '50', 5],
  ['指标值为 0 且完成', '≥0%', '0', 10],
  ['指标值为 0 且未完成，不能计分（先于实际值为负）', '≥0%', '-1', 'proportion-undefined'],
  ['> 0 恰好为 0，不能计分', '>0件', '0', 'proportion-undefined'],
  ['指标值为负且未完成，不能计分', '≥-3%', '-4', 'proportion-undefined'],
  ['指标值为负且完成', '≥-3%', '-2', 10],
  ['实际完成值为 0 是有效值，得 0 分', '≥100件', '0', 0],
  ['实际完成值为负，得 0 分', '≥5%', '-2%', 0],
  ['尚未填报，不计分，也不是 0 分', '≥100件', undefined, 'actual-missing'],
  ['只填了“/”等于没有填', '≥100件', '/', 'actual-missing'],
  ['没有指标值，不能计分', '', '100', 'target-missing'],
])

specify('等于 =', [
  ['等于指标值', '=27人', '27', 10],
  ['多于指标值，同正向', '=27人', '30', 10],
  ['少于指标值，按比例', '=100%', '80%', 8],
  ['指标值为 0，实际为 0', '=0起', '0', 10],
  ['指标值为 0，实际为负', '=0%', '-1%', 10],
  ['指标值为 0，实际大于 0，得 0 分', '=0起', '1', 0],
  ['指标值为负且未完成，不能计分', '=-5%', '-6%', 'proportion-undefined'],
])

const deviation = { negativeRule: 'deviation' } as const

specify('反向指标 ≤ <（两种算法）', [
  ['不高于指标值，记全部分值', '≤5%', '5%', 10],
  ['比例：指标值 ÷ 实际完成值', '≤5天', '8', 6.25],
  ['比例：< 恰好相等不算完成，但比例给全部分值', '<5次', '5', 10],
  ['比例：未完成', '<5次', '6', 8.33],
  ['偏离度：1 −（实际 − 指标）÷ 指标', '≤5天', '8', 4, deviation],
  ['偏离度：达到 2 倍起为 0', '≤5天', '10', 0, deviation],
  ['偏离度：超过 2 倍仍为 0', '≤5天', '12', 0, deviation],
  ['偏离度：< 恰好相等给全部分值', '<5次', '5', 10, deviation],
  ['本行按比例计分时不用偏离度', '≤5天', '8', 6.25, deviation, { scoringRule: 'proportional' }],
  ['本行按偏离度计分', '≤5天', '8', 4, {}, { scoringRule: 'deviation' }],
  ['指标值为 0 且实际为 0', '≤0起', '0', 10],
  ['指标值为 0 且实际大于 0，得 0 分', '≤0起', '1', 0],
  ['指标值为 0 且实际大于 0，偏离度算法也得 0 分', '≤0起', '1', 0, deviation],
  ['< 0 恰好为 0，不能计分', '<0%', '0', 'proportion-undefined'],
  ['指标值为负且未完成，不能计分', '≤-5%', '-3%', 'proportion-undefined'],
  ['指标值为负且完成', '≤-5%', '-6%', 10],
  ['实际为负，已完成', '≤5%', '-1%', 10],
])

const plainLine = { passLine: { rate: 0.6, scale: 'plain' } } as const
const rescaledLine = { passLine: { rate: 0.6, scale: 'rescaled' } } as const

specify('及格线（财预〔2021〕101号）', [
  ['低于 60%，得 0 分', '≥100件', '59.99', 0, plainLine],
  ['恰好 60%，按比例', '≥100件', '60', 6, plainLine],
  ['80%，按比例', '≥100件', '80', 8, plainLine],
  ['换算：恰好 60% 得 0 分', '≥100件', '60', 0, rescaledLine],
  ['换算：（80% − 60%）÷ 40%', '≥100件', '80', 5, rescaledLine],
  ['换算：低于 60%，得 0 分', '≥100件', '50', 0, rescaledLine],
  ['换算：完成得全部分值', '≥100件', '100', 10, rescaledLine],
  ['换算：> 恰好相等', '>100件', '100', 10, rescaledLine],
  ['换算：反向比例 5 ÷ 8 = 62.5%', '≤5天', '8', 0.63, rescaledLine],
  ['反向低于 60%', '≤5天', '9', 0, plainLine],
  ['偏离度 40% 低于及格线', '≤5天', '8', 0, { ...deviation, ...plainLine }],
  ['本行按比例计分时不设及格线', '≥100件', '50', 5, plainLine, { scoringRule: 'proportional' }],
])

specify('区间指标', [
  ['下限在内', '90%-95%', '90%', 10],
  ['区间之内', '90%-95%', '93%', 10],
  ['上限在内', '90%-95%', '95%', 10],
  ['低于下限，同正向', '90%-95%', '45%', 5],
  ['高于上限，同反向', '3～5个', '8', 6.25],
  ['高于上限，偏离度', '3～5个', '8', 4, deviation],
  ['低于下限且有及格线', '90%-95%', '45%', 0, plainLine],
  ['照抄区间，按完成', '90%-95%', '90%-95%', 10],
  ['没有填', '90%-95%', undefined, 'actual-missing'],
  ['文字', '90%-95%', '较好', 'actual-unreadable'],
])

const grade = (band: 'met' | 'partly-met' | 'unmet', bandScore?: number): Partial<Indicator> => ({
  actual: { raw: '见说明', band, ...(bandScore === undefined ? {} : { bandScore }) },
})
const qualitative: readonly (readonly [string, Partial<Indicator>, number | string])[] = [
  ['达成，默认全部分值', grade('met'), 10],
  ['部分达成，默认 70%', grade('partly-met'), 7],
  ['未达成，默认 30%', grade('unmet'), 3],
  ['达成档内给分：80% 在内', grade('met', 8), 8],
  ['达成档内给分：100% 在内', grade('met', 10), 10],
  ['达成档外：79.99%', grade('met', 7.99), 'band-score-outside-band'],
  ['达成档外：超过分值', grade('met', 10.01), 'band-score-outside-band'],
  ['部分达成档内给分：60% 在内', grade('partly-met', 6), 6],
  ['部分达成档外：80% 不在内', grade('partly-met', 8), 'band-score-outside-band'],
  ['部分达成档内：79.99%', grade('partly-met', 7.99), 7.99],
  ['部分达成档外：59.99%', grade('partly-met', 5.99), 'band-score-outside-band'],
  ['未达成档内给分：0', grade('unmet', 0), 0],
  ['未达成档外：60% 不在内', grade('unmet', 6), 'band-score-outside-band'],
  ['未达成档外：负分', grade('unmet', -1), 'band-score-outside-band'],
]

describe('定性指标三档（财预〔2020〕10号）', () => {
  test.for(qualitative)('%s', ([, row, expected]) => {
    expect(scoreOf('正常使用', undefined, {}, row)).toBe(expected)
  })

  test.for([
    ['优', 10],
    ['优秀', 10],
    ['完成', 10],
    ['已完成', 10],
    ['达成预期指标', 10],
    ['正常使用', 10],
    ['定性正常使用', 10],
    ['正常使用。', 10],
    ['基本达成', 7],
    ['基本达成预期目标', 7],
    ['部分完成', 7],
    ['部分设备可用', 7],
    ['未达成', 3],
    ['未按时完成', 3],
    ['未使用', 3],
    ['没有达到预期', 3],
    ['较好', 'actual-ungraded'],
    ['良', 'actual-ungraded'],
    ['未发生安全事故', 'actual-ungraded'],
    ['95%', 'actual-ungraded'],
  ] as const)('实际完成值的文字“%s” → %s', ([words, expected]) => {
    expect(scoreOf('正常使用', words)).toBe(expected)
  })

  test('没有填，不计分', () => {
    expect(scoreOf('正常使用', undefined)).toBe('actual-missing')
  })

  test('定量指标由用户改为定性评分', () => {
    const row = { scoringRule: 'qualitative', actual: { raw: '80', band: 'partly-met' } } as const
    expect(scoreOf('≥100件', undefined, {}, row)).toBe(7)
  })

  test('分值为 0 的行得 0 分', () => {
    expect(scoreOf('正常使用', undefined, {}, { ...grade('met', 0), maxScore: 0 })).toBe(0)
  })
})

const steps = {
  satisfactionRule: 'steps',
  satisfactionSteps: profileWith().satisfactionSteps,
} as const
const satisfaction = {
  firstLevel: 'satisfaction',
  secondLevel: 'service-recipient-satisfaction',
} as const

specify('满意度：按比例（10号）或分档（101号）', [
  ['比例', '≥90%', '81%', 9, {}, satisfaction],
  ['分档：90% 起得全部分值', '≥95%', '90%', 10, steps, satisfaction],
  ['分档：80% 起得 80%', '≥95%', '80%', 8, steps, satisfaction],
  ['分档：不到 90%', '≥95%', '89.99%', 8, steps, satisfaction],
  ['分档：60% 起得 50%', '≥95%', '60%', 5, steps, satisfaction],
  ['分档：不到 80%', '≥95%', '79.99%', 5, steps, satisfaction],
  ['分档：不到 60% 得 0 分', '≥95%', '59.99%', 0, steps, satisfaction],
  ['分档：没有写单位，取指标值的单位', '≥95%', '85', 8, steps, satisfaction],
  ['分档：不是百分数的满意度按完成率', '≥5分', '4.5', 10, steps, satisfaction],
  ['分档：看满意度本身，不看与指标值之比', '≥80%', '72%', 5, steps, satisfaction],
  ['分档：达到指标值而满意度不到 90%，仍得 80%', '≥85%', '86%', 8, steps, satisfaction],
  ['分档：不是百分数的，按完成率 72% 一档', '≥5分', '3.6', 5, steps, satisfaction],
  ['分档：不是百分数、指标值为 0，完成即得全部分值', '≥0分', '0', 10, steps, satisfaction],
  [
    '分档：方案的分档超过 100%，不超过分值',
    '≥95%',
    '90%',
    10,
    { ...steps, satisfactionSteps: [{ from: 0.9, share: 1.2 }] },
    satisfaction,
  ],
  ['分档：负值得 0 分', '≥95%', '-1%', 0, steps, satisfaction],
  ['分档：反向的满意度指标仍按反向', '≤5%', '10%', 5, steps, satisfaction],
  [
    '分档：本行改为按比例',
    '≥90%',
    '81%',
    9,
    steps,
    { ...satisfaction, scoringRule: 'proportional' },
  ],
  ['分档：定性的满意度按定性', '满意', '完成', 10, steps, satisfaction],
  [
    '分档：印在效益下的满意度也分档',
    '≥95%',
    '85%',
    8,
    steps,
    {
      firstLevel: 'benefit',
      secondLevel: 'service-recipient-satisfaction',
    },
  ],
])

const proRata = { lateRule: 'pro-rata' } as const

specify('时限指标', [
  ['当日完成', '2024年12月31日前', '2024年12月31日', 10],
  ['提前完成', '2024年12月31日前', '2024年10月15日', 10],
  ['逾期得 0 分', '2024年12月31日前', '2025年1月1日', 0],
  ['按月填写，以该月最后一日为准', '2024年10月', '2024年10月', 10],
  ['按月填写，最后一日已过期限', '2024年10月15日前', '2024年10月', 0],
  ['照抄“前”字，按完成', '2024年12月31日前', '2024年12月31日前', 10],
  ['按天扣分：晚 73 天，1 − 73 ÷ 365', '2024年12月31日前', '2025年3月14日', 8, proRata],
  ['按天扣分：晚的天数达到期限天数，得 0 分', '2024年12月31日前', '2025年12月31日', 0, proRata],
  ['按天扣分：没有逾期', '2024年12月31日前', '2024年12月1日', 10, proRata],
  ['没有写年份，取预算年度', '2024年12月31日前', '12月20日', 10],
  ['文字不能判断', '2024年12月31日前', '按期', 'actual-unreadable'],
  ['不存在的日期', '2024年12月31日前', '2024年2月30日', 'actual-unreadable'],
  ['没有填', '2024年12月31日前', undefined, 'actual-missing'],
])

test('按天扣分：没有预算年度的表，从期限所在年度的 1 月 1 日算起', () => {
  const evaluation = evaluationOf([indicatorOf('2024年12月31日前', '2025年3月14日')])
  delete evaluation.fiscalYear
  const { indicators } = scoreEvaluation(evaluation, profileWith(proRata))
  expect(indicators[0]?.computed).toEqual({ status: 'scored', score: 8 })
})

test('按天扣分：期限在下一年度的，从预算年度的 1 月 1 日算起', () => {
  const late = indicatorOf('2025年6月30日前', '2025年7月30日')
  const { indicators } = scoreEvaluation(evaluationOf([late]), profileWith(proRata))
  expect(indicators[0]?.explanation).toContain('晚 30 天，（1 − 30 ÷ 546） × 10 = 9.45')
})

specify('期间指标', [
  ['全部覆盖', '2024年全年', '2024年1月-12月', 10],
  ['照填全年', '2024年全年', '2024年全年', 10],
  ['按天数：183 ÷ 366', '2024年全年', '2024年7月-12月', 5.03],
  ['超出的天数不多给分', '2024年全年', '2023年7月1日至2024年12月31日', 10],
  ['没有交集，得 0 分', '2024年全年', '2023年全年', 0],
  ['没有写年份，取预算年度', '2024年全年', '上半年', 4.97],
  ['单独一个日期不能判断', '2024年全年', '2024年12月31日', 'actual-unreadable'],
])

const direct = { scoringRule: 'direct' } as const

specify('直接赋分（由用户设定，从不推断）', [
  ['完成，全部分值', '≥100件', '100', 10, {}, direct],
  ['未完成，得 0 分', '≥100件', '99', 0, {}, direct],
  ['> 恰好相等，未完成', '>100件', '100', 0, {}, direct],
  ['反向完成', '≤5天', '5', 10, {}, direct],
  ['< 恰好相等，未完成', '<5天', '5', 0, {}, direct],
  ['= 0 完成', '=0起', '0', 10, {}, direct],
  ['区间之外', '90%-95%', '96%', 0, {}, direct],
  ['区间之内', '90%-95%', '92%', 10, {}, direct],
  ['逾期', '2024年12月31日前', '2025年1月1日', 0, {}, direct],
  ['期间覆盖', '2024年全年', '2024年全年', 10, {}, direct],
  ['期间未覆盖', '2024年全年', '2024年1月-11月', 0, {}, direct],
  ['文字：与合同一致', '与合同一致', '与合同一致', 10, {}, direct],
  ['文字：部分达成，得 0 分', '与合同一致', '部分达成', 0, {}, direct],
  ['文字：未评定', '与合同一致', '较好', 'actual-ungraded', {}, direct],
  ['照抄指标值，按完成', '≥100件', '≥100件', 10, {}, direct],
  ['没有填', '≥100件', undefined, 'actual-missing', {}, direct],
  ['无法比较', '≥100件', '较好', 'actual-unreadable', {}, direct],
  ['未设定时按定性', '与合同一致', '部分达成', 7],
])

specify('实际完成值的读法', [
  ['带等号', '=100%', '=80%', 8],
  ['照抄指标值（≥360），按完成', '≥360天', '≥360', 10],
  ['照抄指标值（<=5%），按完成', '≤5%', '<=5%', 10],
  ['带符号的另一数值，按数值', '≥300米', '≥266米', 8.87],
  ['数值相同而符号不同，按数值', '≥5%', '≤5%', 10],
  ['没有符号的指标值，照抄带等号', '100%', '=100%', 10],
  ['万元与元换算', '≤10万元', '80000元', 10],
  ['元与亿元换算', '≥1亿元', '50000000元', 5],
  ['单价换算', '≤0.8万元/人', '8000元/人', 10],
  ['43.56万与 435600元', '≤43.56万', '435600元', 10],
  ['没有单位，取指标值的单位', '≤43.56万', '43.56', 10],
  ['单位不同，不作换算', '≥200平方米', '204.46米', 10],
  ['千分位', '≥100000件', '100,000', 10],
  ['全角', '≥95%', '９６％', 10],
  ['中文数字', '≥3次', '三次', 10],
  ['无上访，按 0 计', '≤0次', '无上访', 10],
  ['没有发生安全事故，按 0 计', '≤2起', '未发生安全事故', 10],
  ['无，而指标名称是负面事项', '≤0起', '无', 10, {}, { name: '安全事故数' }],
  ['无，而指标名称不是负面事项', '≥3次', '无', 'actual-unreadable'],
  ['完成', '≥100件', '完成', 'actual-unreadable'],
  ['达成预期指标', '≥100件', '达成预期指标', 'actual-unreadable'],
  ['1e309', '≥100件', '1e309', 'actual-unreadable'],
  ['超过 15 位数字', '≥100件', '1234567890123456', 'actual-unreadable'],
])

const reducing = { overCompletion: { limit: 1.3, automaticReduction: 2 } } as const
const own = (score: number): Partial<Indicator> => ({
  overCompletionReduction: { score, reason: '指标值明显偏低' },
})

specify('超额完成', [
  ['没有自动扣分的方案', '≥100件', '200', 10],
  ['自动扣分：恰好 130%', '≥100件', '130', 8, reducing],
  ['自动扣分：不到 130%', '≥100件', '129.99', 10, reducing],
  ['自动扣分：反向指标不扣', '≤100件', '10', 10, reducing],
  ['自动扣分：不低于 0', '≥100件', '130', 0, reducing, { maxScore: 1 }],
  [
    '界限由方案规定（120%）',
    '≥100件',
    '120',
    8,
    {
      overCompletion: { limit: 1.2, automaticReduction: 2 },
    },
  ],
  ['用户填写的扣分代替自动扣分', '≥100件', '150', 9, reducing, own(1)],
  ['没有自动扣分，用户填写扣分', '≥100件', '150', 8.5, {}, own(1.5)],
  ['没有超额，扣分不起作用', '≥100件', '100', 10, {}, own(1)],
  ['扣分填成负数，不超过分值', '≥100件', '150', 10, {}, own(-1)],
  ['指标值为 0，没有完成率', '≥0件', '5', 10, reducing],
])

specify('取舍', [
  [
    '四舍五入到整数',
    '≥3次',
    '2',
    7,
    { rounding: { mode: 'half-up', decimals: 0, stage: 'indicator' } },
  ],
  [
    '四舍五入到一位',
    '≥3次',
    '2',
    6.7,
    { rounding: { mode: 'half-up', decimals: 1, stage: 'indicator' } },
  ],
  ['四舍五入：1.005 → 1.01', '≥1000件', '201', 1.01, {}, { maxScore: 5 }],
  [
    '四舍六入五成双：1.005 → 1.00（GB/T 8170）',
    '≥1000件',
    '201',
    1,
    { rounding: { mode: 'half-even', decimals: 2, stage: 'indicator' } },
    { maxScore: 5 },
  ],
  [
    '四舍六入五成双：1.015 → 1.02',
    '≥1000件',
    '203',
    1.02,
    { rounding: { mode: 'half-even', decimals: 2, stage: 'indicator' } },
    { maxScore: 5 },
  ],
])
