import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocument } from '@/documents/readDocument'
import { writeArchive } from '@/documents/writers/writeArchive'
import { documentName } from '@/documents/writers/documentName'
import { writeDocument } from '@/documents/writeDocument'
import { applyEdits } from '@/domain/evaluation/applyEdit'
import type { MonthlyMonitoring } from '@/domain/evaluation/evaluation'
import { importMonthEdits } from '@/domain/monitoring/importMonth'
import { monthOf } from '@/domain/monitoring/monthlyMonitoring'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { monitoredRecord } from '../../domain/monitoring/monitoringFixture'

const june: MonthlyMonitoring = { indicators: { people: { toDate: '600人次' } } }
const august: MonthlyMonitoring = {
  indicators: {
    people: {
      toDate: '800人次',
      forecast: '1150人次',
      causes: { funding: '√', staff: '讲师不足' },
      explanation: '秋季班经费九月到位',
      likelihood: 'possible',
      note: '含线上',
    },
    pass: { toDate: '99%', forecast: '99%', likelihood: 'certain' },
    complaints: { toDate: '0' },
    use: { toDate: '部分达成', likelihood: 'impossible', causes: { other: '场地检修' } },
  },
  funds: { 0: { executionToDate: 62.5, forecastExecution: 98 }, 1: { executionToDate: 50 } },
}
const record = monitoredRecord({ monitoring: { 6: june, 8: august } })

describe.each(['monitoring.xlsx', 'monitoring.docx'] as const)('%s', (format) => {
  const read = async (month?: 6 | 8) => {
    const options = month === undefined ? {} : { month }
    const bytes = await writeDocument([record], builtInProfiles, format, options)
    const { evaluations, issues } = await readDocument({ name: `a.${format.slice(11)}`, bytes })
    expect(issues.filter(({ severity }) => severity !== 'hint')).toEqual([])
    return evaluations[0]!
  }

  test('八月的监控表写出、读回、归入空白的评价，一格不差', async () => {
    const draft = await read(8)
    expect(draft).toMatchObject({ form: 'monitoring', monitoringMonth: 8 })
    const blank = monitoredRecord()
    const edits = importMonthEdits(blank, draft, 8, () => 'new')
    const after = applyEdits(blank, edits).record
    expect(monthOf(after, 8)).toEqual(august)
    expect({ ...after, monitoring: undefined }).toEqual({ ...blank, monitoring: undefined })
  })

  test('选哪个月印哪个月，没有选印最后记录的一个月', async () => {
    expect((await read(6)).indicators[0]?.monitoring).toEqual({ toDate: '600人次' })
    expect((await read()).monitoringMonth).toBe(8)
  })
})

test('多个项目打包成 zip，文件名写明月份', async () => {
  const bytes = await writeArchive(
    [record, monitoredRecord()],
    builtInProfiles,
    'monitoring.docx',
    {
      month: 8,
    },
  )
  expect(Object.keys(unzipSync(bytes))).toEqual([
    '2024_区大数据中心_骨干培训_绩效运行监控表_1-8月.docx',
    '2024_区大数据中心_骨干培训_绩效运行监控表_1-8月 (2).docx',
  ])
  expect(documentName([record], 'monitoring.xlsx')).toBe(
    '2024_区大数据中心_骨干培训_绩效运行监控表.xlsx',
  )
})

test('不知道是几月的数，表上月份留空，读回来仍要问', async () => {
  const [first, ...rest] = monitoredRecord().indicators
  const unplaced = monitoredRecord({
    indicators: [{ ...first!, monitoring: { toDate: '800人次' } }, ...rest],
  })
  const bytes = await writeDocument([unplaced], builtInProfiles, 'monitoring.xlsx')
  const { evaluations, issues } = await readDocument({ name: 'a.xlsx', bytes })
  expect(evaluations[0]?.monitoringMonth).toBeUndefined()
  expect(evaluations[0]?.indicators[0]?.monitoring).toEqual({ toDate: '800人次' })
  expect(issues.map(({ code }) => code)).toContain('monitoring-month-missing')
})
