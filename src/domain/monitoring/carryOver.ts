import type { ActualValue, Evaluation, Indicator, MonitoringMonth } from '../evaluation/evaluation'
import type { EvaluationEdit } from '../evaluation/evaluationEdit'
import { monthOf, recordedMonths, rowMonitoring } from './monthlyMonitoring'

/** One figure to date that can become a 实际完成值. */
export interface CarriedActual {
  indicator: Indicator
  carried: ActualValue
  /** `replaces`: another actual value stands there; it is kept unless the user says otherwise. */
  kind: 'fills' | 'replaces' | 'same'
}

/** 1–n月执行数 of a funds row that can become its 全年执行数, 万元. */
export interface CarriedExecution {
  row: number
  label: string
  carried: number
  present: number | undefined
  kind: CarriedActual['kind']
}

/** What a month has to give to the self-evaluation. */
export interface CarryOver {
  month: MonitoringMonth
  actuals: CarriedActual[]
  executions: CarriedExecution[]
}

/**
 * The month whose figures go into the self-evaluation: December, else the last one recorded.
 */
export const lastRecordedMonth = (evaluation: Evaluation): MonitoringMonth | undefined =>
  recordedMonths(evaluation).at(-1)

/**
 * Compares the figures of a month with the actual values that stand on the self-evaluation. Rows
 * without a figure to date do not occur: nothing is carried over as 0.
 */
export function planCarryOver(evaluation: Evaluation, month: MonitoringMonth): CarryOver {
  const recorded = monthOf(evaluation, month)
  const actuals = evaluation.indicators.flatMap((indicator): CarriedActual[] => {
    const { toDate, band } = rowMonitoring(recorded, indicator.id)
    if (toDate === undefined && band === undefined) return []
    const carried: ActualValue = { raw: toDate ?? '', ...(band && { band }) }
    return [{ indicator, carried, kind: kindOf(indicator.actual, carried) }]
  })
  const executions = evaluation.funds.rows.flatMap((row, index): CarriedExecution[] => {
    const carried = recorded?.funds?.[String(index)]?.executionToDate
    const { label, annualExecution: present } = row
    if (carried === undefined) return []
    const kind = present === undefined ? 'fills' : present === carried ? 'same' : 'replaces'
    return [{ row: index, label, carried, present, kind }]
  })
  return { month, actuals, executions }
}

function kindOf(present: ActualValue | undefined, carried: ActualValue): CarriedActual['kind'] {
  if (present === undefined || (present.raw.trim() === '' && present.band === undefined)) {
    return 'fills'
  }
  const isSameBand = carried.band === undefined || carried.band === present.band
  return present.raw === carried.raw && isSameBand ? 'same' : 'replaces'
}

/**
 * Edits that carry a month over. Values that stand there already are replaced only where the user has
 * said so, row by row.
 *
 * @param replaced ids of rows, and positions of funds rows, whose present value gives way.
 */
export function carryOverEdits(
  { actuals, executions }: CarryOver,
  replaced: { indicatorIds: ReadonlySet<string>; fundsRows: ReadonlySet<number> },
): EvaluationEdit[] {
  return [
    ...actuals.flatMap(({ indicator, carried, kind }): EvaluationEdit[] =>
      kind === 'fills' || (kind === 'replaces' && replaced.indicatorIds.has(indicator.id))
        ? [{ type: 'set', path: ['indicators', indicator.id, 'actual'], value: carried }]
        : [],
    ),
    ...executions.flatMap(({ row, carried, kind }): EvaluationEdit[] =>
      kind === 'fills' || (kind === 'replaces' && replaced.fundsRows.has(row))
        ? [{ type: 'set', path: ['funds', 'rows', String(row), 'annualExecution'], value: carried }]
        : [],
    ),
  ]
}
