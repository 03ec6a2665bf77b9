import { storeToRefs } from 'pinia'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { shownFundsRows } from '@/components/evaluation/fundsEdits'
import { bandWords } from '@/components/indicatorTable/useCellEditing'
import type { MonitoringChange, MonitoringRow } from '@/components/monitoring/monitoringRow'
import type {
  AttainmentBand,
  FundsRow,
  MonitoringMonth,
  MonthlyExecution,
} from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { lastRecordedMonth, planCarryOver } from '@/domain/monitoring/carryOver'
import { limitsOf } from '@/domain/monitoring/light'
import { setExecution, setRowCause, setRowField } from '@/domain/monitoring/monitoringEdits'
import { monthOf, recordedMonths, rowMonitoring } from '@/domain/monitoring/monthlyMonitoring'
import { progressByMonth, progressOf } from '@/domain/monitoring/progress'
import { useEvaluationStore } from '@/stores/evaluationStore'
import { buildMonitoringRows } from './buildMonitoringRows'

const set = (path: string[], value: unknown): EvaluationEdit => ({ type: 'set', path, value })

/** The open evaluation in one month of 绩效运行监控, and the edits of its cells. */
export function useMonitoring(
  month: MaybeRefOrGetter<MonitoringMonth>,
  labelOfFunds: (kind: FundsRow['kind']) => string,
) {
  const { record, profile } = storeToRefs(useEvaluationStore())

  const rows = computed<MonitoringRow[]>(() =>
    record.value && profile.value
      ? buildMonitoringRows(record.value, toValue(month), limitsOf(profile.value))
      : [],
  )
  const months = computed(() => (record.value ? recordedMonths(record.value) : []))
  const progress = computed(() =>
    record.value && profile.value ? progressByMonth(record.value, profile.value) : [],
  )
  const current = computed(
    () => record.value && profile.value && progressOf(record.value, toValue(month), profile.value),
  )
  const fundsRows = computed(() =>
    record.value ? shownFundsRows(record.value.funds, labelOfFunds) : [],
  )
  const carryPlan = computed(() => {
    const last = record.value && lastRecordedMonth(record.value)
    return record.value && last && planCarryOver(record.value, last)
  })

  /** A grade is printed as words: its own, unless the clerk has written hers. */
  function gradeEdits(indicatorId: string, band: AttainmentBand | undefined): EvaluationEdit[] {
    const evaluation = record.value
    if (!evaluation) return []
    const at = toValue(month)
    const { toDate = '', band: before } = rowMonitoring(monthOf(evaluation, at), indicatorId)
    const isOwnWord = toDate !== '' && !(before && toDate === bandWords[before])
    const words = isOwnWord ? toDate : band && bandWords[band]
    return [
      ...setRowField(evaluation, at, indicatorId, 'band', band),
      ...(words === toDate ? [] : [set(rowPath(at, indicatorId, 'toDate'), words)]),
    ]
  }

  /** Edits of a change in a row; none while the evaluation is loading. */
  function editsOf(indicatorId: string, change: MonitoringChange): EvaluationEdit[] {
    const evaluation = record.value
    if (!evaluation) return []
    const at = toValue(month)
    switch (change.field) {
      case 'cause':
        return setRowCause(evaluation, at, indicatorId, change.cause, change.value)
      case 'basis':
        return [set(['indicators', indicatorId, 'monitoringBasis'], change.value)]
      case 'likelihood':
        return setRowField(evaluation, at, indicatorId, 'likelihood', change.value)
      case 'band':
        return gradeEdits(indicatorId, change.value)
      case 'toDate':
      case 'forecast':
      case 'explanation':
      case 'note':
        return setRowField(evaluation, at, indicatorId, change.field, change.value)
    }
  }

  /** One amount, 万元. The first one of an evaluation without funds stores the rows that are shown. */
  function executionEdits(
    row: number,
    field: keyof MonthlyExecution | 'initialBudget',
    amount: number | undefined,
  ): EvaluationEdit[] {
    const evaluation = record.value
    if (!evaluation) return []
    const isEmpty = evaluation.funds.rows.length === 0
    const begin = isEmpty ? [set(['funds', 'rows'], [...fundsRows.value])] : []
    return field === 'initialBudget'
      ? [...begin, set(['funds', 'rows', String(row), field], amount)]
      : [...begin, ...setExecution(evaluation, toValue(month), row, field, amount)]
  }

  return { rows, months, progress, current, fundsRows, carryPlan, editsOf, executionEdits }
}

const rowPath = (month: MonitoringMonth, id: string, field: string): string[] => [
  'monitoring',
  String(month),
  'indicators',
  id,
  field,
]
