import { computed, ref, watch, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * 年度 of the address (`?year=2024`), `undefined` for all years. Pages that know no year keep the last
 * one, so that going there and back changes nothing.
 */
export function useYearQuery(): WritableComputedRef<number | undefined> {
  const route = useRoute()
  const router = useRouter()
  const lastYear = ref<number>()

  watch(
    () => [route.meta.usesYear, route.query['year']] as const,
    ([usesYear, raw]) => {
      if (!usesYear) return
      const year = Number(typeof raw === 'string' ? raw : Number.NaN)
      lastYear.value = Number.isInteger(year) ? year : undefined
    },
    { immediate: true },
  )

  return computed({
    get: () => lastYear.value,
    set: (year) => {
      const isHere = route.meta.usesYear === true && route.name !== undefined
      void router.push({
        name: isHere ? route.name : 'evaluations',
        params: isHere ? route.params : {},
        query: { ...(isHere ? route.query : {}), year },
      })
    },
  })
}
