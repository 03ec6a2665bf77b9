import { describe, expect, test } from 'vitest'
import { proposeForecast } from '@/domain/monitoring/forecast'
import { progressByMonth, progressOf } from '@/domain/monitoring/progress'
import { indicatorOf, profileWith } from '../scoring/scoringTestTable'
import { monitoredRecord, withMonth } from './monitoringFixture'

const profile = profileWith()
const core = profileWith({}, 'core-2021')

describe('执行率与完成率', () => {
  const record = withMonth(
    monitoredRecord(),
    8,
    {
      people: { toDate: '600人次' },
      pass: { toDate: '99%' },
      complaints: { toDate: '10起' },
      use: { toDate: '部分达成' },
    },
    62.5,
  )

  test('执行率 = 执行数 ÷ 年初预算数，完成率按分值加权，单项不超过 100%', () => {
    // (40 × 50% + 20 × 100% + 20 × 50% + 10 × 70%) ÷ 90 = 63.33%
    expect(progressOf(record, 8, profile)).toMatchObject({
      executionRate: 62.5,
      attainment: 63.33,
      difference: -0.83,
      measured: 4,
      of: 4,
    })
  })

  test('算式可以照着重算', () => {
    expect(progressOf(record, 8, profile).explanation).toEqual({
      executionRate: '1–8月执行数 62.5 ÷ 年初预算数 100 = 62.50%',
      attainment: '各指标完成率按分值加权平均，4/4 个指标有数 = 63.33%',
    })
  })

  test('及格线和阶梯不进入完成率：进度不是得分', () => {
    expect(progressOf(record, 8, core).attainment).toBe(63.33)
  })

  test('没有填的指标不按 0 计入', () => {
    const partly = withMonth(monitoredRecord(), 8, { people: { toDate: '600' } })
    expect(progressOf(partly, 8, profile)).toMatchObject({
      attainment: 50,
      measured: 1,
      executionRate: undefined,
      difference: undefined,
    })
  })

  test('照抄指标值和读不懂的文字不计入', () => {
    const odd = withMonth(monitoredRecord(), 8, {
      people: { toDate: '≥1200人次' },
      use: { toDate: '较好' },
    })
    expect(progressOf(odd, 8, profile)).toMatchObject({ attainment: undefined, measured: 0 })
  })

  test('没有分值的表取简单平均', () => {
    const rows = monitoredRecord().indicators.map(({ maxScore, ...row }) => {
      expect(maxScore).toBeGreaterThan(0)
      return row
    })
    const unweighted = withMonth(monitoredRecord({ indicators: rows }), 8, {
      people: { toDate: '600' },
      pass: { toDate: '98%' },
    })
    expect(progressOf(unweighted, 8, profile)).toMatchObject({ attainment: 75, of: 4 })
  })

  test('没有年初预算数的，用全年预算数并写明', () => {
    const annual = withMonth(
      monitoredRecord({
        funds: {
          printedUnit: '万元',
          rows: [{ kind: 'total', label: '年度资金总额', annualBudget: 200 }],
        },
      }),
      8,
      {},
      50,
    )
    expect(progressOf(annual, 8, profile).executionRate).toBe(25)
    expect(progressOf(annual, 8, profile).explanation.executionRate).toContain('全年预算数 200')
  })

  test('预算数为 0 没有执行率', () => {
    const none = withMonth(
      monitoredRecord({
        funds: { printedUnit: '万元', rows: [{ kind: 'total', label: '总额', initialBudget: 0 }] },
      }),
      8,
      {},
      50,
    )
    expect(progressOf(none, 8, profile).executionRate).toBeUndefined()
  })

  test('没有记录的月份不出现在两条线上', () => {
    const both = withMonth(record, 6, { people: { toDate: '300' } })
    expect(progressByMonth(both, profile).map(({ month }) => month)).toEqual([6, 8])
  })
})

describe('按进度推算全年', () => {
  const proposal = (target: string, toDate: string, month: 1 | 7 | 8 | 12, whole = false) =>
    proposeForecast(
      indicatorOf(target, undefined, whole ? { monitoringBasis: 'whole-year' } : {}),
      { toDate },
      month,
      2024,
    )

  test.for([
    ['≥1200人次', '800人次', 8, '1200人次'],
    ['≥1200人次', '800', 7, '1371.43人次'],
    ['≥120万元', '500000元', 8, '75万元'],
    ['60～80个', '40', 8, '60个'],
    ['≥1200人次', '0', 8, '0人次'],
    ['≥1200人次', '1100人次', 12, '1100人次'],
  ] as const)('指标值 %s，执行 %s，%i 月 → %s', ([target, toDate, month, text]) => {
    expect(proposal(target, toDate, month)?.text).toBe(text)
  })

  test('写出算式', () => {
    expect(proposal('≥1200人次', '800', 7)?.explanation).toBe(
      '按 1–7月的进度推算：800 ÷ 7 × 12 = 1371.43',
    )
  })

  test.for([
    ['≤5起', '3起'],
    ['正常使用', '达成'],
    ['2024年12月31日前', '2024年8月'],
    ['≥1200人次', ''],
    ['≥1200人次', '进展顺利'],
    ['≥1200人次', '≥1200人次'],
  ] as const)('不能推算的不推算：指标值 %s，执行 %s', ([target, toDate]) => {
    expect(proposal(target, toDate, 8)).toBeUndefined()
  })

  test('按全年指标值比较的比率不推算', () => {
    expect(proposal('≥98%', '98%', 8, true)).toBeUndefined()
  })
})
