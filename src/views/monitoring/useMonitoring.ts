import { storeToRefs } from 'pinia'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import type { MonitoringChange, MonitoringRow } from '@/components/monitoring/monitoringRow'
import type { MonitoringMonth, MonthlyExecution } from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { usualLightLimits } from '@/domain/monitoring/light'
import { setExecution, setRowCause, setRowField } from '@/domain/monitoring/monitoringEdits'
import { recordedMonths } from '@/domain/monitoring/monthlyMonitoring'
import { useEvaluationStore } from '@/stores/evaluationStore'
import { buildMonitoringRows } from './buildMonitoringRows'

/** The open evaluation in one month of 绩效运行监控, and the edits of its cells. */
export function useMonitoring(month: MaybeRefOrGetter<MonitoringMonth>) {
  const { record } = storeToRefs(useEvaluationStore())

  const rows = computed<MonitoringRow[]>(() =>
    record.value ? buildMonitoringRows(record.value, toValue(month), usualLightLimits) : [],
  )
  const months = computed(() => (record.value ? recordedMonths(record.value) : []))

  /** Edits of a change in a row; none while the evaluation is loading. */
  function editsOf(indicatorId: string, change: MonitoringChange): EvaluationEdit[] {
    const evaluation = record.value
    if (!evaluation) return []
    const at = toValue(month)
    switch (change.field) {
      case 'cause':
        return setRowCause(evaluation, at, indicatorId, change.cause, change.value)
      case 'basis': {
        const path = ['indicators', indicatorId, 'monitoringBasis']
        return [{ type: 'set', path, value: change.value }]
      }
      case 'likelihood':
        return setRowField(evaluation, at, indicatorId, 'likelihood', change.value)
      case 'band':
        return setRowField(evaluation, at, indicatorId, 'band', change.value)
      case 'toDate':
      case 'forecast':
      case 'explanation':
      case 'note':
        return setRowField(evaluation, at, indicatorId, change.field, change.value)
    }
  }

  const executionEdits = (
    row: number,
    field: keyof MonthlyExecution,
    amount: number | undefined,
  ) => (record.value ? setExecution(record.value, toValue(month), row, field, amount) : [])

  return { rows, months, editsOf, executionEdits }
}
