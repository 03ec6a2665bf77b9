import { describe, expect, test } from 'vitest'
import { applyEdits } from '@/domain/evaluation/applyEdit'
import { carryOverEdits, lastRecordedMonth, planCarryOver } from '@/domain/monitoring/carryOver'
import { monitoredRecord, withMonth } from './monitoringFixture'

const nothing = { indicatorIds: new Set<string>(), fundsRows: new Set<number>() }

const recorded = () => {
  const record = withMonth(
    monitoredRecord(),
    12,
    {
      people: { toDate: '1230人次' },
      pass: { toDate: '99%' },
      use: { toDate: '运行平稳', band: 'met' },
    },
    96.4,
  )
  const [people, pass, ...rest] = record.indicators
  return {
    ...record,
    indicators: [people!, { ...pass!, actual: { raw: '97%' } }, ...rest],
  }
}

describe('带入自评：把监控的数带到实际完成值', () => {
  test('取十二月，没有十二月取最后一次', () => {
    expect(lastRecordedMonth(recorded())).toBe(12)
    expect(lastRecordedMonth(withMonth(monitoredRecord(), 8, { people: { toDate: '1' } }))).toBe(8)
    expect(lastRecordedMonth(monitoredRecord())).toBeUndefined()
  })

  test('空着的填入，已有别的数的不动，没有记录的行不出现', () => {
    const plan = planCarryOver(recorded(), 12)
    expect(plan.actuals.map(({ indicator, kind }) => [indicator.id, kind])).toEqual([
      ['people', 'fills'],
      ['pass', 'replaces'],
      ['use', 'fills'],
    ])
    const after = applyEdits(recorded(), carryOverEdits(plan, nothing)).record
    expect(after.indicators.map(({ actual }) => actual)).toEqual([
      { raw: '1230人次' },
      { raw: '97%' },
      undefined,
      { raw: '运行平稳', band: 'met' },
    ])
    expect(after.funds.rows[0]?.annualExecution).toBe(96.4)
  })

  test('问过同意的才替换', () => {
    const edits = carryOverEdits(planCarryOver(recorded(), 12), {
      ...nothing,
      indicatorIds: new Set(['pass']),
    })
    const after = applyEdits(recorded(), edits).record
    expect(after.indicators[1]?.actual).toEqual({ raw: '99%' })
  })

  test('带入过的再带一次没有变化', () => {
    const plan = planCarryOver(recorded(), 12)
    const after = applyEdits(recorded(), carryOverEdits(plan, nothing)).record
    const again = planCarryOver(after, 12)
    expect(again.actuals.map(({ kind }) => kind)).toEqual(['same', 'replaces', 'same'])
    expect(carryOverEdits(again, nothing)).toEqual([])
  })

  test('已有全年执行数的不替换', () => {
    const record = {
      ...recorded(),
      funds: {
        printedUnit: '万元' as const,
        rows: [{ kind: 'total' as const, label: '总额', initialBudget: 100, annualExecution: 95 }],
      },
    }
    const plan = planCarryOver(record, 12)
    expect(plan.executions).toMatchObject([{ carried: 96.4, present: 95, kind: 'replaces' }])
    const after = applyEdits(record, carryOverEdits(plan, nothing)).record
    expect(after.funds.rows[0]?.annualExecution).toBe(95)
  })
})
