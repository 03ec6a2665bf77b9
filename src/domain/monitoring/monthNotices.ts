import { parseActual, type ParsedActual } from '../actual/parseActual'
import { compare, formatPlain } from '../decimal'
import type { Evaluation, Indicator, MonitoringMonth } from '../evaluation/evaluation'
import { isTargetMet } from '../scoring/isTargetMet'
import type { LightLimits } from './light'
import { lightOf, readToDate } from './lightOf'
import { monthOf, recordedMonths, rowMonitoring } from './monthlyMonitoring'

/** What a reviewer of the form would ask about a row. Each has a text in `locales/`. */
export type MonthNoticeCode =
  | 'cause-missing' // a red or yellow light without a cause
  | 'certain-but-missed' // 确定能, while the forecast misses the target
  | 'impossible-but-met' // 完全不可能, while the forecast meets it
  | 'below-last-month' // a cumulative figure that became smaller
  | 'forecast-below-to-date' // less expected for the year than there is already

export interface MonthNotice {
  code: MonthNoticeCode
  /** Figures of the message. */
  figures: Record<string, string | number>
}

/**
 * Contradictions inside one row of a month. They hinder nothing: the figures are the unit's.
 *
 * Source: project decision (docs/adr/0095-monitoring-by-month.md).
 */
export function findMonthNotices(
  evaluation: Evaluation,
  indicator: Indicator,
  month: MonitoringMonth,
  limits: LightLimits,
): MonthNotice[] {
  const { fiscalYear } = evaluation
  const figures = rowMonitoring(monthOf(evaluation, month), indicator.id)
  const light = lightOf(indicator, figures, month, fiscalYear, limits)
  const { target, name } = indicator
  const context = fiscalYear === undefined ? { name } : { name, fiscalYear }
  const toDate = readToDate(indicator, figures, fiscalYear)
  const forecast = parseActual(figures.forecast ?? '', target, context)
  const notices: MonthNotice[] = []

  const isBehind = light.status === 'lit' && (light.light === 'red' || light.light === 'yellow')
  const causes = Object.values(figures.causes ?? {}).filter(Boolean)
  if (isBehind && causes.length === 0 && !figures.explanation) {
    notices.push({ code: 'cause-missing', figures: {} })
  }
  const isMet = isTargetMet(target, forecast)
  const said = { forecast: figures.forecast ?? '', target: target.raw }
  if (isMet === false && figures.likelihood === 'certain') {
    notices.push({ code: 'certain-but-missed', figures: said })
  }
  if (isMet === true && figures.likelihood === 'impossible') {
    notices.push({ code: 'impossible-but-met', figures: said })
  }
  if (accumulates(indicator)) {
    const before = lastBefore(evaluation, indicator, month)
    if (before && isBelow(toDate, before.actual)) {
      notices.push({
        code: 'below-last-month',
        figures: { month: before.month, before: print(before.actual), now: print(toDate) },
      })
    }
    if (isBelow(forecast, toDate)) {
      notices.push({
        code: 'forecast-below-to-date',
        figures: { forecast: print(forecast), now: print(toDate) },
      })
    }
  }
  return notices
}

/** A count or an amount that only grows; a rate may fall. */
function accumulates({ target, monitoringBasis, scoringRule }: Indicator): boolean {
  if (monitoringBasis === 'whole-year' || scoringRule === 'qualitative') return false
  return target.kind === 'quantitative' && target.measureUnit !== '%'
}

function lastBefore(
  evaluation: Evaluation,
  indicator: Indicator,
  month: MonitoringMonth,
): { month: MonitoringMonth; actual: ParsedActual } | undefined {
  return recordedMonths(evaluation)
    .filter((each) => each < month)
    .map((each) => ({
      month: each,
      actual: readToDate(
        indicator,
        rowMonitoring(monthOf(evaluation, each), indicator.id),
        evaluation.fiscalYear,
      ),
    }))
    .findLast(({ actual }) => actual.kind === 'number')
}

const isBelow = (one: ParsedActual, other: ParsedActual): boolean =>
  one.kind === 'number' && other.kind === 'number' && compare(one.value, other.value) < 0

const print = (actual: ParsedActual): string =>
  actual.kind === 'number' ? formatPlain(actual.value) : ''
