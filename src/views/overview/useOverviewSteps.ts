import type { WritableComputedRef } from 'vue'
import { useRouter } from 'vue-router'
import type { HeatmapMatrix } from '@/charts/heatmap/heatmapMatrix'
import type { OverviewQuery } from '@/composables/useOverviewQuery'

type Change = (
  next: { [Key in keyof OverviewQuery]?: OverviewQuery[Key] | undefined },
  options?: { isStep: boolean },
) => void

/** Steps down from the overview (year → units → evaluations → evaluation) and its filters. */
export function useOverviewSteps(
  query: () => OverviewQuery,
  change: Change,
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
          year.value = Number(head.key)
          change({ rows: isGroupHead ? 'evaluation' : 'unit', group: undefined }, { isStep: true })
          return
        case 'unit':
          change({ rows: 'evaluation', unit: head.key, group: undefined }, { isStep: true })
          return
        case 'evaluation':
          openEvaluation(head.key, column === undefined ? undefined : matrix.columns[column])
      }
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
