import { describe, expect, test } from 'vitest'
import { applyEdits } from '@/domain/evaluation/applyEdit'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { buildYearsTable } from '@/domain/years/buildYearsTable'
import { carryBaseline } from '@/domain/years/carryBaseline'
import { pickYearTables } from '@/domain/years/pickYearTables'
import { evaluation, indicator, record, type RowOverrides } from '../findings/evaluationBuilder'

const profile = builtInProfiles.find(({ id }) => id === 'national-2020')!

const table = (fiscalYear: number, rows: RowOverrides[], overrides: Partial<Evaluation> = {}) =>
  evaluation({
    id: `y${String(fiscalYear)}`,
    form: 'self-evaluation',
    fiscalYear,
    indicators: rows.map((row) => indicator(row)),
    ...overrides,
  })

const build = (tables: Evaluation[]) =>
  buildYearsTable(
    tables.map((each) => ({
      fiscalYear: each.fiscalYear ?? 0,
      evaluation: each,
      score: scoreEvaluation(each, profile),
    })),
  )

describe('每个年度取一份表', () => {
  const target = table(2024, [{ name: '甲' }], { id: 'target', form: 'target-table' })
  const filled = table(2024, [{ name: '甲', actual: { raw: '95%' } }], { id: 'filled' })
  const earlier = table(2023, [{ name: '甲' }], { id: 'earlier' })

  test('按年度先后排列，同一年度取填了实际完成值的', () => {
    const picked = pickYearTables([target, filled, earlier])
    expect(picked.map(({ fiscalYear, chosen }) => [fiscalYear, chosen.id])).toEqual([
      [2023, 'earlier'],
      [2024, 'filled'],
    ])
    expect(picked[1]?.tables).toHaveLength(2)
  })
  test('都没有填的，自评表在目标表之前', () => {
    const blank = table(2024, [{ name: '甲' }], { id: 'blank' })
    expect(pickYearTables([target, blank])[0]?.chosen.id).toBe('blank')
  })
  test('可以指定用哪一份', () => {
    expect(pickYearTables([target, filled], ['target'])[0]?.chosen.id).toBe('target')
  })
  test('没有年度的表不参加对比', () => {
    const undated = evaluation({ id: 'undated' })
    delete undated.fiscalYear
    expect(pickYearTables([undated])).toEqual([])
  })
})

describe('各年对比', () => {
  const tables = [
    table(2022, [
      { name: '故障处理及时率', target: '≥98%', actual: { raw: '99%' } },
      { name: '巡检次数', target: '≥12次', actual: { raw: '12次' } },
    ]),
    table(2023, [{ name: '故障处理及时率', target: '≥95%', actual: { raw: '94%' } }]),
    table(2024, [
      { name: '故障处理及时率', target: '≥95%' },
      { name: '巡检次数', target: '≥12次' },
      { name: '新增点位数', target: '≥3个' },
    ]),
  ]
  const { years, rows } = build(tables)
  const rowOf = (name: string) => rows.find((row) => row.name === name)!

  test('指标值放宽的标出，当年与上年逐年比较', () => {
    const { cells } = rowOf('故障处理及时率')
    expect(cells.map(({ change }) => change)).toEqual([undefined, 'softened', 'same'])
    expect(cells.map(({ presence }) => presence)).toEqual(['first', 'kept', 'kept'])
  })
  test('删去的、重新列入的、新增的各自标出', () => {
    expect(rowOf('巡检次数').cells.map(({ presence }) => presence)).toEqual([
      'first',
      'dropped',
      'added',
    ])
    expect(rowOf('新增点位数').cells.map(({ presence }) => presence)).toEqual([
      'absent',
      'absent',
      'added',
    ])
  })
  test('每年的增删放宽各计一数', () => {
    expect(years.map(({ counts }) => [counts.added, counts.dropped, counts.softened])).toEqual([
      [0, 0, 0],
      [0, 1, 1],
      [2, 0, 0],
    ])
  })
  test('得分取复核分，没有的取自评分、规则分；没有填的没有得分，不作零分', () => {
    const reviewed = { score: 7, reason: '核减' }
    const declared = { score: 8, reason: '' }
    const scored = build([
      table(2023, [{ name: '甲', actual: { raw: '99%' }, declared, reviewed }]),
      table(2024, [{ name: '甲' }]),
    ])
    expect(scored.rows[0]?.cells[0]?.score).toBe(7)
    expect(scored.rows[0]?.cells[1]?.score).toBeUndefined()
    expect(scored.years[1]?.total).toBeUndefined()
  })
  test('执行率为全年执行数除以全年预算数，预算数缺或为零时没有', () => {
    const funds = (annualBudget: number | undefined) => ({
      printedUnit: '万元' as const,
      rows: [
        {
          kind: 'total' as const,
          label: '年度资金总额',
          annualExecution: 30,
          ...(annualBudget !== undefined && { annualBudget }),
        },
      ],
    })
    const rates = build(
      [40, 0, undefined].map((budget, index) =>
        table(2022 + index, [], { id: String(index), funds: funds(budget) }),
      ),
    ).years.map(({ executionRate }) => executionRate)
    expect(rates).toEqual([0.75, undefined, undefined])
  })
})

describe('上年实际完成值作为本年基期值', () => {
  const earlier = table(2023, [
    { name: '故障处理及时率', actual: { raw: '94%' } },
    { name: '巡检次数', actual: { raw: ' ' } },
    { name: '已取消的指标', actual: { raw: '1' } },
  ])
  const now = record({
    fiscalYear: 2024,
    indicators: [
      indicator({ id: 'a', name: '故障处理及时率' }),
      indicator({ id: 'b', name: '巡检次数' }),
      indicator({ id: 'c', name: '新增点位数' }),
    ],
  })

  test('对得上的行带入，写明年度；上年没有填的不带', () => {
    const edits = carryBaseline(now, earlier)
    const { record: after } = applyEdits(now, edits)
    expect(after.indicators.map(({ baseline }) => baseline)).toEqual([
      { raw: '94%', fiscalYear: 2023 },
      undefined,
      undefined,
    ])
    expect(after.indicators.map(({ target, actual }) => [target, actual])).toEqual(
      now.indicators.map(({ target, actual }) => [target, actual]),
    )
  })
  test('已经带入的不重复带', () => {
    const { record: after } = applyEdits(now, carryBaseline(now, earlier))
    expect(carryBaseline(after, earlier)).toEqual([])
  })
})
