import { describe, expect, test } from 'vitest'
import type { IndicatorMonitoring } from '@/domain/evaluation/evaluation'
import { usualLightLimits } from '@/domain/monitoring/light'
import { findMonthNotices } from '@/domain/monitoring/monthNotices'
import { monitoredRecord, withMonth } from './monitoringFixture'

function codes(
  id: string,
  figures: IndicatorMonitoring,
  june?: IndicatorMonitoring,
  basis?: 'whole-year',
) {
  const blank = monitoredRecord({
    indicators: monitoredRecord().indicators.map((row) =>
      row.id === id && basis ? { ...row, monitoringBasis: basis } : row,
    ),
  })
  const before = june ? withMonth(blank, 6, { [id]: june }) : blank
  const record = withMonth(before, 8, { [id]: figures })
  const row = record.indicators.find((each) => each.id === id)!
  return findMonthNotices(record, row, 8, usualLightLimits).map(({ code }) => code)
}

describe('监控表的前后矛盾', () => {
  test.for<[string, string, IndicatorMonitoring, readonly string[]]>([
    ['红灯没有写原因', 'people', { toDate: '100' }, ['cause-missing']],
    ['黄灯没有写原因', 'people', { toDate: '500' }, ['cause-missing']],
    ['写了原因', 'people', { toDate: '100', causes: { staff: '√' } }, []],
    ['只写了原因说明', 'people', { toDate: '100', explanation: '场地检修' }, []],
    ['绿灯不必写原因', 'people', { toDate: '800' }, []],
    ['没有填不问原因', 'people', {}, []],
    [
      '预计不到指标值却确定能',
      'people',
      { toDate: '800', forecast: '1100人次', likelihood: 'certain' },
      ['certain-but-missed'],
    ],
    [
      '预计达到却完全不可能',
      'people',
      { toDate: '800', forecast: '1200人次', likelihood: 'impossible' },
      ['impossible-but-met'],
    ],
    ['预计与可能性相符', 'people', { toDate: '800', forecast: '1200', likelihood: 'certain' }, []],
    ['没有预计不判断', 'people', { toDate: '800', likelihood: 'impossible' }, []],
    [
      '全年预计少于已完成',
      'people',
      { toDate: '1300', forecast: '1250' },
      ['forecast-below-to-date'],
    ],
  ])('%s', ([, id, figures, expected]) => {
    expect(codes(id, figures)).toEqual(expected)
  })

  test('累计数比上次小', () => {
    expect(codes('people', { toDate: '800' }, { toDate: '900' })).toEqual(['below-last-month'])
    expect(codes('people', { toDate: '800' }, { toDate: '800' })).toEqual([])
    expect(codes('people', { toDate: '800' }, {})).toEqual([])
  })

  test('比率可以下降', () => {
    expect(codes('pass', { toDate: '98%' }, { toDate: '99%' })).toEqual([])
  })

  test('按全年指标值比较的不是累计数', () => {
    expect(codes('people', { toDate: '1200' }, { toDate: '1300' }, 'whole-year')).toEqual([])
  })
})
