import { computed, type ComputedRef } from 'vue'
import { buildHeatmapMatrix, type HeatmapMatrix } from '@/charts/heatmap/heatmapMatrix'
import type { RowOrder } from '@/charts/heatmap/heatmapPainter'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { mainScore } from '@/domain/summary/mainScore'
import { unitOf } from '@/domain/summary/unitOf'
import type { HeatmapSort, OverviewQuery } from './useOverviewQuery'

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Rows in the order asked for; members of a group stand below the row of their group. */
function orderRows(matrix: HeatmapMatrix, sort: HeatmapSort): RowOrder {
  const all = Int32Array.from({ length: matrix.rows.length }, (_, row) => row)
  const label = (row: number): string => matrix.rows[row]?.label ?? ''
  const lost = (row: number): number => matrix.rows[row]?.lostPoints ?? 0
  const group = (row: number): string | undefined => matrix.rows[row]?.group
  const sorted =
    sort === 'printed'
      ? all
      : sort === 'name'
        ? all.sort((a, b) => collator.compare(label(a), label(b)))
        : all.sort((a, b) => lost(b) - lost(a) || a - b)

  const members = new Map<string, number[]>()
  for (const row of sorted) {
    const key = group(row)
    if (key === undefined) continue
    const known = members.get(key)
    if (known) known.push(row)
    else members.set(key, [row])
  }
  if (members.size === 0) return sorted
  const heads = Array.from(sorted).filter((row) => group(row) === undefined)
  return Int32Array.from(
    heads.flatMap((row) => [row, ...(members.get(matrix.rows[row]?.key ?? '') ?? [])]),
  )
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
  /** Rows that scroll. */
  order: ComputedRef<RowOrder>
  /** Rows that stay on top, in the order in which they were pinned. */
  pinned: ComputedRef<RowOrder>
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
  const group = computed(() => query().group)
  // As text, so that an address that says the same pins nothing anew.
  const pins = computed(() => JSON.stringify(query().pin))
  const matrix = computed(() =>
    buildHeatmapMatrix(shown.value, {
      rows: rows.value,
      columns: columns.value,
      score: score.value,
      group: group.value,
    }),
  )
  const sorted = computed(() => orderRows(matrix.value, sort.value))
  const pinned = computed(() => {
    const positions = new Map(matrix.value.rows.map(({ key }, row) => [key, row]))
    const keys = JSON.parse(pins.value) as string[]
    return Int32Array.from(keys.flatMap((key) => positions.get(key) ?? []))
  })
  const order = computed(() =>
    pinned.value.length === 0
      ? sorted.value
      : sorted.value.filter((row) => !pinned.value.includes(row)),
  )
  return { shown, matrix, order, pinned }
}
