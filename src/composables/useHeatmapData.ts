import { computed, type ComputedRef } from 'vue'
import { buildHeatmapMatrix, type HeatmapMatrix } from '@/charts/heatmap/heatmapMatrix'
import type { RowOrder } from '@/charts/heatmap/heatmapPainter'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { mainScore } from '@/domain/summary/mainScore'
import { unitOf } from '@/domain/summary/unitOf'
import type { HeatmapSort, OverviewQuery } from './useOverviewQuery'

function orderRows(matrix: HeatmapMatrix, sort: HeatmapSort): RowOrder {
  const order = Int32Array.from({ length: matrix.rows.length }, (_, row) => row)
  if (sort === 'printed') return order
  const collator = new Intl.Collator('zh-CN', { numeric: true })
  const label = (row: number): string => matrix.rows[row]?.label ?? ''
  const lost = (row: number): number => matrix.rows[row]?.lostPoints ?? 0
  return sort === 'name'
    ? order.sort((a, b) => collator.compare(label(a), label(b)))
    : order.sort((a, b) => lost(b) - lost(a) || a - b)
}

type Filter = Pick<OverviewQuery, 'unit' | 'grade' | 'status' | 'indicator' | 'project'> & {
  year?: number
}

function matches(summary: EvaluationSummary, filter: Filter): boolean {
  const { unit, grade, status, indicator, project, year } = filter
  return (
    (year === undefined || summary.fiscalYear === year) &&
    (unit === undefined || unitOf(summary) === unit) &&
    (grade === undefined || (mainScore(summary).grade ?? 'ungraded') === grade) &&
    (status === undefined || summary.status === status) &&
    (project === undefined || summary.projectKey === project) &&
    (indicator === undefined || summary.indicators.some(([name]) => name === indicator))
  )
}

/** Matrix and row order of the heatmap for the summaries that the filters leave. */
export function useHeatmapData(
  summaries: () => readonly EvaluationSummary[],
  query: () => OverviewQuery,
  year: () => number | undefined,
): {
  shown: ComputedRef<EvaluationSummary[]>
  matrix: ComputedRef<HeatmapMatrix>
  order: ComputedRef<RowOrder>
} {
  // As text, so that a change of look or order does not filter anew.
  const filter = computed(() => {
    const { unit, grade, status, indicator, project } = query()
    return JSON.stringify({ unit, grade, status, indicator, project, year: year() })
  })
  const shown = computed(() => {
    const wanted = JSON.parse(filter.value) as Filter
    return summaries().filter((summary) => matches(summary, wanted))
  })
  // Each choice that changes the matrix by itself, so that sorting does not build it anew.
  const rows = computed(() => query().rows)
  const columns = computed(() => query().columns)
  const score = computed(() => query().score)
  const sort = computed(() => query().sort)
  const matrix = computed(() =>
    buildHeatmapMatrix(shown.value, {
      rows: rows.value,
      columns: columns.value,
      score: score.value,
    }),
  )
  const order = computed(() => orderRows(matrix.value, sort.value))
  return { shown, matrix, order }
}
