import type { WritableComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import type { HeatmapMatrix } from '@/charts/heatmap/heatmapMatrix'
import type { ChangeOverview, OverviewQuery } from '@/composables/useOverviewQuery'

/** Filters that steps down set, from the widest to the narrowest. */
const stepKeys = ['year', 'unit', 'indicator', 'project'] as const
/** What the rows were before that step was taken. */
const rowsBefore = { year: 'year', unit: 'unit' } as const

/** The steps among the filters that are on, in the order of the trail. */
export const trailOf = <Filter extends { key: string }>(active: readonly Filter[]): Filter[] =>
  stepKeys.flatMap((key) => active.filter((filter) => filter.key === key))

/** Steps down from the overview (year → units → evaluations → evaluation) and its filters. */
export function useOverviewSteps(
  query: () => OverviewQuery,
  change: ChangeOverview,
  year: WritableComputedRef<number | undefined>,
) {
  const router = useRouter()

  const openEvaluation = (id: string, focus?: string) =>
    void router.push({
      name: 'evaluation',
      params: { id },
      query: focus === undefined ? {} : { focus },
    })

  return {
    openEvaluation,
    openUnit(unit: string) {
      change({ rows: 'evaluation', unit }, { isStep: true })
    },
    openIndicator(indicator: string) {
      change({ rows: 'evaluation', indicator }, { isStep: true })
    },
    openCell(matrix: HeatmapMatrix, row: number, column: number | undefined) {
      const head = matrix.rows[row]
      if (!head) return
      const { rows, group } = query()
      const isGroupHead = rows === 'evaluation' && group !== undefined && head.group === undefined
      switch (isGroupHead ? group : rows) {
        case 'year':
          change(
            {
              rows: isGroupHead ? 'evaluation' : 'unit',
              group: undefined,
              year: Number.isInteger(Number(head.key)) ? Number(head.key) : undefined,
            },
            { isStep: true },
          )
          return
        case 'unit':
          change({ rows: 'evaluation', unit: head.key, group: undefined }, { isStep: true })
          return
        case 'evaluation':
          openEvaluation(head.key, column === undefined ? undefined : matrix.columns[column])
      }
    },
    /** Back up to a step of the trail; all that was narrowed after it is let go. */
    goUp(trail: readonly { key: string }[], index: number) {
      const left = stepKeys.filter((key) => trail.slice(index + 1).some((step) => step.key === key))
      const [first] = left
      const rows = first === 'year' || first === 'unit' ? rowsBefore[first] : query().rows
      change({ ...Object.fromEntries(left.map((key) => [key, undefined])), rows }, { isStep: true })
    },
    /** Keeps a row on top, or lets it go. */
    pin(matrix: HeatmapMatrix, row: number) {
      const key = matrix.rows[row]?.key
      if (key === undefined) return
      const { pin } = query()
      const isPinned = pin.includes(key)
      change({ pin: isPinned ? pin.filter((other) => other !== key) : [...pin, key] })
    },
    choose(key: string, value: string) {
      change({ [key]: value === '' ? undefined : value })
    },
    remove(key: string) {
      if (key === 'year') year.value = undefined
      else change({ [key]: undefined })
    },
    clear() {
      const none = undefined
      change({ unit: none, grade: none, status: none, indicator: none, project: none })
    },
  }
}
