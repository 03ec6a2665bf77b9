import { describe, expect, test } from 'vitest'
import { applyEdits } from '@/domain/evaluation/applyEdit'
import { buildEvaluation } from '@/domain/evaluation/buildEvaluation'
import {
  placeMonthEdits,
  removeMonth,
  setExecution,
  setRowCause,
  setRowField,
} from '@/domain/monitoring/monitoringEdits'
import {
  hasUnplacedMonth,
  monthOf,
  printableMonth,
  recordedMonths,
} from '@/domain/monitoring/monthlyMonitoring'
import { monitoredRecord, withMonth } from './monitoringFixture'

const printedForm = (monitoringMonth?: number) =>
  monitoredRecord({
    ...(monitoringMonth !== undefined && { monitoringMonth }),
    funds: {
      printedUnit: '万元',
      rows: [{ kind: 'total', label: '年度资金总额', initialBudget: 100, executionToDate: 40 }],
    },
    indicators: monitoredRecord().indicators.map((row) =>
      row.id === 'people' ? { ...row, monitoring: { toDate: '600人次' } } : row,
    ),
  })

describe('绩效运行监控按月份分别记录', () => {
  test('八月的数不覆盖六月的数', () => {
    const june = applyEdits(
      monitoredRecord(),
      setRowField(monitoredRecord(), 6, 'people', 'toDate', '600人次'),
    ).record
    const both = applyEdits(june, setRowField(june, 8, 'people', 'toDate', '800人次')).record
    expect(recordedMonths(both)).toEqual([6, 8])
    expect(monthOf(both, 6)?.indicators?.['people']?.toDate).toBe('600人次')
    expect(monthOf(both, 8)?.indicators?.['people']?.toDate).toBe('800人次')
  })

  test('清空的格子不是零，整月清空后这个月视为没有记录', () => {
    const record = withMonth(monitoredRecord(), 8, { people: { toDate: '800' } })
    const emptied = applyEdits(record, setRowField(record, 8, 'people', 'toDate', undefined)).record
    expect(monthOf(emptied, 8)).toBeUndefined()
    expect(recordedMonths(emptied)).toEqual([])
  })

  test('原因、可能性、资金各记各的格子', () => {
    const record = monitoredRecord()
    const edits = [
      ...setRowCause(record, 8, 'people', 'funding', '√'),
      ...setRowField(record, 8, 'people', 'likelihood', 'possible'),
      ...setExecution(record, 8, 0, 'executionToDate', 55.5),
    ]
    expect(monthOf(applyEdits(record, edits).record, 8)).toEqual({
      indicators: { people: { causes: { funding: '√' }, likelihood: 'possible' } },
      funds: { 0: { executionToDate: 55.5 } },
    })
  })

  test('删除一个月不动其他月份', () => {
    const record = withMonth(withMonth(monitoredRecord(), 6, { people: { toDate: '600' } }), 8, {
      people: { toDate: '800' },
    })
    const left = applyEdits(record, removeMonth(record, 8)).record
    expect(recordedMonths(left)).toEqual([6])
    expect(removeMonth(left, 8)).toEqual([])
  })

  test('打印某月的表，只带这个月的数；月备注优先于行备注', () => {
    const record = withMonth(
      withMonth(monitoredRecord(), 6, { people: { toDate: '600' } }),
      8,
      { people: { toDate: '800', note: '含线上' } },
      62.5,
    )
    const printed = printableMonth(record, 8)
    expect(printed.monitoringMonth).toBe(8)
    expect(printed.indicators[0]).toMatchObject({ monitoring: { toDate: '800' }, note: '含线上' })
    expect(printed.funds.rows[0]?.executionToDate).toBe(62.5)
    expect(printed.monitoring).toBeUndefined()
    expect(printableMonth(record, 7).indicators.every((row) => !row.monitoring)).toBe(true)
  })
})

describe('读入的监控表归入它的月份', () => {
  test('写明月份的，建立时就按月记录', () => {
    const { id, profileId, ...draft } = printedForm(6)
    expect([id, profileId]).not.toContain('')
    let count = 0
    const built = buildEvaluation(draft, { id: 'national-2020', version: 1 }, () => `n${++count}`)
    const [row] = built.indicators
    expect(built.monitoring?.[6]).toEqual({
      indicators: { [row!.id]: { toDate: '600人次' } },
      funds: { 0: { executionToDate: 40 } },
    })
    expect(row?.monitoring).toBeUndefined()
    expect(built.funds.rows[0]).not.toHaveProperty('executionToDate')
  })

  test('没有写明月份的，数留在行里，等人选定月份', () => {
    const record = printedForm()
    expect(hasUnplacedMonth(record)).toBe(true)
    expect(recordedMonths(record)).toEqual([])
    const placed = applyEdits(record, placeMonthEdits(record, 9)).record
    expect(hasUnplacedMonth(placed)).toBe(false)
    expect(monthOf(placed, 9)?.indicators?.['people']?.toDate).toBe('600人次')
    expect(placed.indicators[0]?.monitoring).toBeUndefined()
  })

  test('写成十三月的不算月份', () => {
    expect(hasUnplacedMonth(printedForm(13))).toBe(true)
  })

  test('从前存在行里的数照常显示，第一次修改时移入月份，一格不丢', () => {
    const record = printedForm(6)
    expect(recordedMonths(record)).toEqual([6])
    const edited = applyEdits(record, setRowField(record, 6, 'pass', 'toDate', '99%')).record
    expect(monthOf(edited, 6)).toEqual({
      indicators: { people: { toDate: '600人次' }, pass: { toDate: '99%' } },
      funds: { 0: { executionToDate: 40 } },
    })
  })
})
