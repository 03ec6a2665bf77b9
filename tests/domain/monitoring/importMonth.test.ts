import { describe, expect, test } from 'vitest'
import { applyEdits } from '@/domain/evaluation/applyEdit'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import { compareMonth, importMonthEdits } from '@/domain/monitoring/importMonth'
import { monthOf } from '@/domain/monitoring/monthlyMonitoring'
import { indicatorOf } from '../scoring/scoringTestTable'
import { monitoredRecord, withMonth } from './monitoringFixture'

let count = 0
const newId = () => `new-${++count}`

const form = (overrides: Partial<EvaluationDraft> = {}): EvaluationDraft => ({
  form: 'monitoring',
  scope: 'project',
  projectName: '骨干培训',
  fiscalYear: 2024,
  monitoringMonth: 8,
  goals: [],
  funds: {
    printedUnit: '万元',
    rows: [
      {
        kind: 'total',
        label: '年度资金总额',
        initialBudget: 100,
        executionToDate: 62.5,
        forecastExecution: 98,
      },
    ],
  },
  indicators: [
    {
      ...indicatorOf('≥1200人次', undefined, { name: '培训人次' }),
      monitoring: { toDate: '800人次', causes: { staff: '√' }, likelihood: 'certain' },
      note: '含线上',
    },
  ],
  ...overrides,
})

const accept = (record: ReturnType<typeof monitoredRecord>, draft: EvaluationDraft) =>
  applyEdits(record, importMonthEdits(record, draft, 8, newId)).record

describe('导入监控表：写入这个月的记录', () => {
  test('按指标名称对上行，数、原因、可能性、备注和资金一格不丢', () => {
    const after = accept(monitoredRecord(), form())
    expect(monthOf(after, 8)).toEqual({
      indicators: {
        people: {
          toDate: '800人次',
          causes: { staff: '√' },
          likelihood: 'certain',
          note: '含线上',
        },
      },
      funds: { 0: { executionToDate: 62.5, forecastExecution: 98 } },
    })
  })

  test('表上空白的格子不清除已有的记录，其他月份不动', () => {
    const record = withMonth(withMonth(monitoredRecord(), 6, { people: { toDate: '600' } }), 8, {
      people: { forecast: '1200人次' },
      pass: { toDate: '99%' },
    })
    const after = accept(record, form())
    expect(monthOf(after, 8)?.indicators).toMatchObject({
      people: { toDate: '800人次', forecast: '1200人次' },
      pass: { toDate: '99%' },
    })
    expect(monthOf(after, 6)).toEqual(monthOf(record, 6))
  })

  test('评价里没有的行连同它的数一起加入', () => {
    const extra = {
      ...indicatorOf('≥3场', undefined, { name: '推介会' }),
      monitoring: { toDate: '2场' },
    }
    const after = accept(monitoredRecord(), form({ indicators: [extra] }))
    const added = after.indicators.at(-1)
    expect(added).toMatchObject({ name: '推介会' })
    expect(added?.monitoring).toBeUndefined()
    expect(monthOf(after, 8)?.indicators?.[added?.id ?? '']).toEqual({ toDate: '2场' })
  })

  test('指标值和预算数不同的，指出而不改动', () => {
    const draft = form({
      indicators: [
        {
          ...indicatorOf('≥1000人次', undefined, { name: '培训人次' }),
          monitoring: { toDate: '800人次' },
        },
      ],
      funds: {
        printedUnit: '万元',
        rows: [{ kind: 'total', label: '年度资金总额', initialBudget: 120, executionToDate: 60 }],
      },
    })
    const { kept } = compareMonth(monitoredRecord(), draft, 8)
    expect(kept.map(({ path }) => path.at(-1))).toEqual(['initialBudget', 'target'])
    const after = accept(monitoredRecord(), draft)
    expect(after.indicators[0]?.target.raw).toBe('≥1200人次')
    expect(after.funds.rows[0]?.initialBudget).toBe(100)
  })

  test('没有资金的评价，从监控表补入', () => {
    const bare = monitoredRecord({ funds: { printedUnit: '万元', rows: [] } })
    const after = accept(bare, form())
    expect(after.funds.rows).toEqual([{ kind: 'total', label: '年度资金总额', initialBudget: 100 }])
    expect(monthOf(after, 8)?.funds?.[0]?.executionToDate).toBe(62.5)
  })

  test('同一张表再导入一次没有变化', () => {
    const after = accept(monitoredRecord(), form())
    expect(importMonthEdits(after, form(), 8, newId)).toEqual([])
  })

  test('表上的数与已有的不同，列出前后', () => {
    const record = withMonth(monitoredRecord(), 8, { people: { toDate: '700人次' } })
    const change = compareMonth(record, form(), 8).indicators[0]
    expect(change?.kind === 'kept' && change.fields[0]).toMatchObject({
      before: '700人次',
      after: '800人次',
    })
  })
})
