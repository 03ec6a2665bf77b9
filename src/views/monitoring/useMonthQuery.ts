import { computed, type MaybeRefOrGetter, toValue, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Evaluation, MonitoringMonth } from '@/domain/evaluation/evaluation'
import { isMonth } from '@/domain/monitoring/monitoringMonth'
import { recordedMonths } from '@/domain/monitoring/monthlyMonitoring'

/** The month in the address; without one the last that was recorded, else the month we are in. */
export function useMonthQuery(
  evaluation: MaybeRefOrGetter<Evaluation | undefined>,
): WritableComputedRef<MonitoringMonth> {
  const route = useRoute()
  const router = useRouter()
  const today = new Date()

  function usualMonth(): MonitoringMonth {
    const current = toValue(evaluation)
    const last = current && recordedMonths(current).at(-1)
    if (last !== undefined) return last
    const month = today.getMonth() + 1
    return current?.fiscalYear === today.getFullYear() && isMonth(month) ? month : 12
  }

  return computed({
    get: () => {
      const asked = Number(route.query['month'])
      return isMonth(asked) ? asked : usualMonth()
    },
    set: (month) => {
      void router.replace({ query: { ...route.query, month: String(month) } })
    },
  })
}
