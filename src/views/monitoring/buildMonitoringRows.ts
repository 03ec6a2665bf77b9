import { mergedSpans } from '@/components/indicatorTable/mergedRuns'
import { CAUSES, type MonitoringRow } from '@/components/monitoring/monitoringRow'
import type { DeviationCause, Evaluation, MonitoringMonth } from '@/domain/evaluation/evaluation'
import { proposeForecast } from '@/domain/monitoring/forecast'
import type { LightLimits } from '@/domain/monitoring/light'
import { lightOf, readToDate } from '@/domain/monitoring/lightOf'
import { findMonthNotices } from '@/domain/monitoring/monthNotices'
import { monthOf, rowMonitoring } from '@/domain/monitoring/monthlyMonitoring'

/** Rows of the monitoring table of a month. */
export function buildMonitoringRows(
  evaluation: Evaluation,
  month: MonitoringMonth,
  limits: LightLimits,
): MonitoringRow[] {
  const recorded = monthOf(evaluation, month)
  const { indicators, fiscalYear } = evaluation
  const spans = mergedSpans(indicators)
  return indicators.map((indicator, index): MonitoringRow => {
    const figures = rowMonitoring(recorded, indicator.id)
    const { target, scoringRule } = indicator
    const read = readToDate(indicator, figures, fiscalYear)
    const isGraded = target.kind === 'qualitative' || scoringRule === 'qualitative'
    const isProrated = target.kind === 'quantitative' && !isCeiling(target.comparator)
    return {
      id: indicator.id,
      firstLevel: indicator.firstLevelLabel,
      firstLevelSpan: spans[index]?.firstLevel ?? 1,
      secondLevel: indicator.secondLevelLabel,
      secondLevelSpan: spans[index]?.secondLevel ?? 1,
      name: indicator.name,
      target: target.raw,
      toDate: figures.toDate ?? '',
      isGraded,
      band: figures.band ?? (read.kind === 'band' ? read.band : undefined),
      light: lightOf(indicator, figures, month, fiscalYear, limits),
      forecast: figures.forecast ?? '',
      proposal: proposeForecast(indicator, figures, month, fiscalYear),
      causes: Object.fromEntries(
        CAUSES.map((cause) => [cause, figures.causes?.[cause] ?? '']),
      ) as Record<DeviationCause, string>,
      explanation: figures.explanation ?? '',
      likelihood: figures.likelihood,
      note: figures.note ?? indicator.note ?? '',
      isWholeYear: isGraded || !isProrated ? undefined : indicator.monitoringBasis === 'whole-year',
      notices: findMonthNotices(evaluation, indicator, month, limits),
    }
  })
}

const isCeiling = (comparator: string): boolean => comparator === '≤' || comparator === '<'
