import type {
  DeviationCause,
  Evaluation,
  IndicatorMonitoring,
  MonitoringMonth,
  MonthlyExecution,
} from '../evaluation/evaluation'
import type { EvaluationEdit } from '../evaluation/evaluationEdit'
import { hasUnplacedMonth, monthOf, placeMonth } from './monthlyMonitoring'

const set = (path: readonly string[], value: unknown): EvaluationEdit => ({
  type: 'set',
  path,
  value,
})

/**
 * Edits that move the figures of a monitoring form out of the rows into their month. Nothing where
 * they stand by month already.
 *
 * @param month taken where the form said none.
 */
export function placeMonthEdits(evaluation: Evaluation, month?: MonitoringMonth): EvaluationEdit[] {
  const placed = placeMonth(evaluation, month)
  if (placed === evaluation) return []
  return [
    set(['monitoringMonth'], placed.monitoringMonth),
    set(['monitoring'], placed.monitoring),
    ...evaluation.funds.rows.flatMap((row, index) =>
      (['executionToDate', 'forecastExecution'] as const).flatMap((field) =>
        row[field] === undefined ? [] : [set(['funds', 'rows', String(index), field], undefined)],
      ),
    ),
    ...evaluation.indicators.flatMap(({ id, monitoring }) =>
      monitoring ? [set(['indicators', id, 'monitoring'], undefined)] : [],
    ),
  ]
}

/** The first edit of a month that still stands in the rows takes them out of there. */
function begin(evaluation: Evaluation): EvaluationEdit[] {
  return hasUnplacedMonth(evaluation) ? [] : placeMonthEdits(evaluation)
}

type MonitoringField = Exclude<keyof IndicatorMonitoring, 'causes'>

/** One field of a row in a month; `undefined` empties it. */
export function setRowField<Field extends MonitoringField>(
  evaluation: Evaluation,
  month: MonitoringMonth,
  indicatorId: string,
  field: Field,
  value: IndicatorMonitoring[Field] | undefined,
): EvaluationEdit[] {
  const path = ['monitoring', String(month), 'indicators', indicatorId, field]
  return [...begin(evaluation), set(path, value)]
}

/** One 偏差原因 cell of a row; `undefined` empties it. */
export function setRowCause(
  evaluation: Evaluation,
  month: MonitoringMonth,
  indicatorId: string,
  cause: DeviationCause,
  value: string | undefined,
): EvaluationEdit[] {
  const path = ['monitoring', String(month), 'indicators', indicatorId, 'causes', cause]
  return [...begin(evaluation), set(path, value)]
}

/** One amount of a funds row in a month, 万元. */
export function setExecution(
  evaluation: Evaluation,
  month: MonitoringMonth,
  row: number,
  field: keyof MonthlyExecution,
  amount: number | undefined,
): EvaluationEdit[] {
  return [
    ...begin(evaluation),
    set(['monitoring', String(month), 'funds', String(row), field], amount),
  ]
}

/** Takes a whole month out; in the history, and undone like any edit. */
export function removeMonth(evaluation: Evaluation, month: MonitoringMonth): EvaluationEdit[] {
  if (monthOf(evaluation, month) === undefined) return []
  return [...begin(evaluation), set(['monitoring', String(month)], undefined)]
}
