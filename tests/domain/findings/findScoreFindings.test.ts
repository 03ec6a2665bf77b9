import { describe, expect, test } from 'vitest'
import { findFindings } from '@/domain/findings/findFindings'
import type { FindingCode } from '@/domain/findings/finding'
import { evaluation, indicator, type RowOverrides } from './evaluationBuilder'
import { findingsOf, profile } from './finding'

const CODES: readonly FindingCode[] = [
  'declared-differs',
  'full-score-but-missed',
  'points-lost-but-met',
  'declared-without-reason',
]

const row = (
  actual: string,
  declared: number | undefined,
  rest: RowOverrides = {},
): RowOverrides => ({
  target: '≥100%',
  name: '办结率',
  actual: { raw: actual },
  ...(declared === undefined ? {} : { declared: { score: declared, reason: '' } }),
  ...rest,
})
const because = (score: number, reason: string): RowOverrides => ({ declared: { score, reason } })
const ceiling: RowOverrides = {
  target: '≤50万元',
  firstLevel: 'cost',
  secondLevel: 'economic-cost',
}

describe('自评分与规则分、指标值和实际完成值一致', () => {
  test.for<[string, RowOverrides, FindingCode[]]>([
    ['表上只印一位小数：8.9 与 8.91，不要求理由', row('89.1', 8.9), ['declared-differs']],
    ['自评分等于规则分', row('80', 8), []],
    ['没有自评分', row('80', undefined), []],
    ['未完成却得满分', row('80', 10, because(10, '按批复')), ['full-score-but-missed']],
    ['已完成却扣分', row('100', 6, because(6, '按批复')), ['points-lost-but-met']],
    ['超额完成却扣分', row('120', 6, because(6, '按批复')), ['points-lost-but-met']],
    ['未完成，自评 7 分，规则分 8 分', row('80', 7, because(7, '按批复')), ['declared-differs']],
    ['自评高于规则分但不是满分', row('80', 9, because(9, '按批复')), ['declared-differs']],
    ['自评超过分值', row('100', 12, because(12, '按批复')), ['declared-differs']],
    [
      '反向指标已完成却扣分',
      row('43', 6, { ...ceiling, ...because(6, '按批复') }),
      ['points-lost-but-met'],
    ],
    [
      '反向指标超支却得满分',
      row('80', 10, { ...ceiling, ...because(10, '按批复') }),
      ['full-score-but-missed'],
    ],
    ['没有理由：错误', row('80', 9), ['declared-differs', 'declared-without-reason']],
    [
      '理由写“无”等于没有写',
      row('80', 9, because(9, '无')),
      ['declared-differs', 'declared-without-reason'],
    ],
    [
      '偏差原因分析就是表上的理由',
      row('80', 9, { deviationAnalysis: '系统升级停办两天' }),
      ['declared-differs'],
    ],
    ['实际完成值缺失，没有规则分可比', row('', 9), []],
    ['没有分值的行不比较', row('80', 9, { maxScore: undefined }), []],
    [
      '超额完成扣减后规则分低于分值，不算未完成',
      row('200', 10, {
        target: '≥100个',
        overCompletionReduction: { score: 2, reason: '目标偏低' },
        ...because(10, '按批复'),
      }),
      ['declared-differs'],
    ],
  ])('%s', ([, subject, expected]) => {
    const table = evaluation({ form: 'self-evaluation', indicators: [indicator(subject)] })
    const codes = findFindings(table, profile('indicators-only'))
      .map(({ code }) => code)
      .filter((code) => CODES.includes(code))
    expect(codes.toSorted()).toEqual(expected.toSorted())
  })

  test('满意度分档给满分时，低于指标值而扣分的不算“已完成却扣分”', () => {
    const table = evaluation({
      form: 'self-evaluation',
      indicators: [
        indicator({
          firstLevel: 'satisfaction',
          secondLevel: 'service-recipient-satisfaction',
          name: '满意度',
          target: '≥95%',
          actual: { raw: '92%' },
          declared: { score: 9.68, reason: '按比例' },
        }),
      ],
    })
    expect(findingsOf('points-lost-but-met', table, profile('core-2021'))).toEqual([])
    expect(findingsOf('declared-differs', table, profile('core-2021'))).toMatchObject([
      { figures: { declared: 9.68, computed: 10 } },
    ])
  })

  test('预算执行率 73.19% 却得满分', () => {
    const table = evaluation({
      form: 'self-evaluation',
      funds: {
        printedUnit: '万元',
        rows: [{ kind: 'total', label: '合计', annualBudget: 100, annualExecution: 73.19 }],
      },
      budgetExecution: { maxScore: 10, declared: { score: 10, reason: '' } },
    })
    expect(findingsOf('full-score-but-missed', table, profile('national-2020'))).toMatchObject([
      { figures: { declared: 10, computed: 7.32, maxScore: 10 } },
    ])
  })
})
