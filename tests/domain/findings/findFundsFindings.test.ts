import { describe, expect, test } from 'vitest'
import type { Evaluation, Funds, FundsRow } from '@/domain/evaluation/evaluation'
import { evaluation, indicator } from './evaluationBuilder'
import { findingsOf, profile } from './finding'

const national = profile('national-2020')
const funds = (
  rows: readonly (readonly [
    FundsRow['kind'],
    annualBudget?: number | undefined,
    annualExecution?: number,
  ])[],
  rest: Partial<Funds> = {},
): Funds => ({
  printedUnit: '万元',
  rows: rows.map(([kind, annualBudget, annualExecution]) => ({
    kind,
    label: kind,
    ...(annualBudget === undefined ? {} : { annualBudget }),
    ...(annualExecution === undefined ? {} : { annualExecution }),
  })),
  ...rest,
})
const table = (block: Funds, rest: Partial<Evaluation> = {}): Evaluation =>
  evaluation({ form: 'self-evaluation', funds: block, ...rest })

describe('各项资金之和等于年度资金总额', () => {
  test.for<[string, Funds, [number, number] | undefined]>([
    [
      '分项都为 0，总额 268.388',
      funds([
        ['total', 268.388],
        ['current', 0],
        ['other', 0],
        ['carried-over', 0],
      ]),
      [0, 268.388],
    ],
    [
      '分项相加等于总额',
      funds([
        ['total', 248.34],
        ['current', 200],
        ['other', 48.34],
      ]),
      undefined,
    ],
    ['分项没有填', funds([['total', 248.34], ['current'], ['other']]), undefined],
    ['只填了一项且等于总额', funds([['total', 7], ['current', 7], ['other']]), undefined],
    ['只填了一项，少于总额', funds([['total', 10], ['current', 8], ['other']]), [8, 10]],
    [
      '四舍五入到 0.01 万元的尾差',
      funds([
        ['total', 10],
        ['current', 3.33],
        ['other', 3.33],
        ['carried-over', 3.33],
      ]),
      undefined,
    ],
    [
      '相差 0.1 万元',
      funds([
        ['total', 10],
        ['current', 5],
        ['other', 4.9],
      ]),
      [9.9, 10],
    ],
    [
      '以元为单位时按分比较',
      funds(
        [
          ['total', 511.21344],
          ['current', 511.2134],
          ['other', 0],
        ],
        { printedUnit: '元' },
      ),
      [511.2134, 511.21344],
    ],
    ['没有总额行', funds([['current', 5]]), undefined],
    [
      '部门：基本支出加项目支出只差尾数',
      funds([['total', 679.18]], { basicExpenditure: 410.8, projectExpenditure: 268.39 }),
      undefined,
    ],
    [
      '部门：基本支出加项目支出不等于合计',
      funds([['total', 679.18]], { basicExpenditure: 400, projectExpenditure: 268.39 }),
      [668.39, 679.18],
    ],
  ])('%s', ([, block, expected]) => {
    const found = findingsOf('funds-parts-differ', table(block), national)
    expect(found.map(({ figures }) => [figures.parts, figures.total])).toEqual(
      expected ? [expected] : [],
    )
  })

  test('执行数一栏也要相加', () => {
    const block = funds([
      ['total', 10, 9],
      ['current', 10, 8],
    ])
    expect(findingsOf('funds-parts-differ', table(block), national)).toMatchObject([
      { figures: { column: 'annualExecution', parts: 8, total: 9 } },
    ])
  })
})

describe('执行率等于全年执行数 ÷ 全年预算数', () => {
  test.for<[string, string, number, number, boolean]>([
    ['1087.76 ÷ 1087.76 印成 73.19%', '73.19%', 1087.76, 1087.76, true],
    ['2 ÷ 3 印成 66.67%', '66.67%', 3, 2, false],
    ['2 ÷ 3 印成 67%', '67%', 3, 2, false],
    ['2 ÷ 3 印成 66.7%', '66.7%', 3, 2, false],
    ['2 ÷ 3 截尾印成 66.66%', '66.66%', 3, 2, false],
    ['2 ÷ 3 印成 68%', '68%', 3, 2, true],
    ['印成小数 0.9962', '0.9962', 1000, 996.2, false],
    ['印成 1，即 100%', '1', 100, 100, false],
    ['全角 １００％', '１００％', 100, 100, false],
    ['99.6% 印成 100%', '100%', 1000, 996, false],
    ['97.2% 印成 100%', '100%', 1000, 972, true],
    ['没有印', '', 100, 50, false],
    ['印“—”', '—', 100, 50, false],
  ])('%s', ([, printedRate, budget, execution, differs]) => {
    const subject = table(funds([['total', budget, execution]]), {
      budgetExecution: { maxScore: 10, printedRate },
    })
    const found = findingsOf('execution-rate-differs', subject, national)
    expect(found).toHaveLength(differs ? 1 : 0)
  })

  test('写明算式：73.19% 应为 100%', () => {
    const subject = table(funds([['total', 1087.76, 1087.76]]), {
      budgetExecution: { printedRate: '73.19%' },
    })
    expect(findingsOf('execution-rate-differs', subject, national)).toMatchObject([
      {
        message:
          '预算执行率印为 73.19%，全年执行数 1087.76 万元 ÷ 全年预算数 1087.76 万元 = 100%，请核对',
        figures: { printed: '73.19%', rate: 100, execution: 1087.76, budget: 1087.76 },
      },
    ])
  })

  test('执行数大于预算数，执行率超过 100%', () => {
    const subject = table(funds([['total', 100, 120]]))
    expect(findingsOf('percentage-over-100', subject, national)).toMatchObject([
      { figures: { rate: 120 } },
    ])
  })
})

describe('自评时有预算执行情况', () => {
  test.for<[string, Evaluation, number]>([
    ['没有项目资金', table(funds([])), 1],
    ['没有项目资金，方案不计执行率也提示', table(funds([])), 1],
    ['有预算数和执行数', table(funds([['total', 100, 90]])), 0],
    ['缺执行数', table(funds([['total', 100]])), 1],
    ['缺预算数', table(funds([['total', undefined, 90]])), 1],
    ['执行数为 0 是有效值', table(funds([['total', 100, 0]])), 0],
    ['预算数为 0，算不出执行率', table(funds([['total', 0, 0]])), 1],
    ['目标表还没有执行', evaluation({ funds: funds([['total', 100]]) }), 0],
  ])('%s', ([, subject, count]) => {
    expect(findingsOf('execution-missing', subject, national)).toHaveLength(count)
    expect(findingsOf('execution-missing', subject)).toHaveLength(count)
  })
})

describe('单价 × 数量与预算相符', () => {
  const price = (target: string) =>
    indicator({ firstLevel: 'cost', secondLevel: 'economic-cost', name: '人员工资', target })
  const count = (target: string, name = '聘用人数') =>
    indicator({ secondLevel: 'quantity', name, target })
  test.for<[string, Evaluation['indicators'], number, number | undefined]>([
    [
      '8.2 万元/人 × 27 人 = 221.4 ≠ 268.388',
      [price('=8.2万元/人'), count('=27人')],
      268.388,
      221.4,
    ],
    ['8.2 万元/人 × 27 人 = 221.4', [price('=8.2万元/人'), count('=27人')], 221.4, undefined],
    ['尾差在千分之五以内', [price('=8.2万元/人'), count('=27人')], 222, undefined],
    ['5 元/户 × 500 户 = 0.25 万元', [price('5元/户'), count('≥500户')], 5, 0.25],
    ['单价没有对应的数量', [price('5元/户'), count('≥500人')], 5, undefined],
    [
      '对应的数量有两个，无从判断',
      [price('5元/人'), count('≥5人'), count('≥6人', '培训')],
      5,
      undefined,
    ],
    ['按月的单价还要乘月数，不判断', [price('5元/人/月'), count('≥500人')], 5, undefined],
    ['没有单价', [count('≥500人')], 5, undefined],
    [
      '多个单价分别相乘后相加',
      [price('10元/件'), count('≥1000件', '证件'), price('2元/份'), count('≥5000份', '材料')],
      2,
      undefined,
    ],
  ])('%s', ([, indicators, budget, product]) => {
    const subject = evaluation({ indicators, funds: funds([['total', budget]]) })
    const found = findingsOf('unit-price-differs', subject)
    expect(found.map(({ figures }) => figures.product)).toEqual(
      product === undefined ? [] : [product],
    )
  })
})
