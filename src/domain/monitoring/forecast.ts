import { formatPlain, multiply, roundProportion, toNumber } from '../decimal'
import type { Indicator, IndicatorMonitoring, MonitoringMonth } from '../evaluation/evaluation'
import { readToDate } from './lightOf'

/** Year-end figure on the present course: 截至月底数 ÷ 月份 × 12. */
export interface ForecastProposal {
  /** As it would stand in the cell, unit included. */
  text: string
  explanation: string
}

/**
 * 全年预计完成情况 if the year goes on as it began; a proposal that is never filled in by itself.
 * `undefined` where months say nothing of the year: 反向, rates held against the whole year, words, dates.
 *
 * Source: project decision (docs/adr/0095-monitoring-by-month.md).
 */
export function proposeForecast(
  indicator: Pick<Indicator, 'name' | 'target' | 'monitoringBasis' | 'scoringRule'>,
  monitoring: IndicatorMonitoring,
  month: MonitoringMonth,
  fiscalYear: number | undefined,
): ForecastProposal | undefined {
  const { target, monitoringBasis, scoringRule } = indicator
  if (monitoringBasis === 'whole-year' || scoringRule === 'qualitative') return undefined
  if (target.kind !== 'quantitative' && target.kind !== 'range') return undefined
  if (target.kind === 'quantitative' && (target.comparator === '≤' || target.comparator === '<')) {
    return undefined
  }
  const actual = readToDate(indicator, monitoring, fiscalYear)
  if (actual.kind !== 'number') return undefined
  const numerator = toNumber(multiply(actual.value, 12))
  const value = roundProportion(1, { numerator, denominator: month }, 2)
  const text = `${formatPlain(value)}${target.measureUnit ?? ''}`
  return {
    text,
    explanation: `按 1–${month}月的进度推算：${formatPlain(actual.value)} ÷ ${month} × 12 = ${formatPlain(value)}`,
  }
}
