import { computed, ref, type Ref } from 'vue'
import { buildFormGrid } from '@/documents/forms/buildFormGrid'
import type { SourceLink } from '@/documents/forms/sourceLink'
import type { Grid } from '@/documents/grid'
import type { ImportDraft } from '@/stores/importStore'

/** Rows of the source shown around the cells that were read. */
const rowsAround = 3
/** A source of more rows than this is cut: the doubtful cells stay within. */
const mostRows = 400

/** A stretch of a source grid beside the form. */
export interface SourceView {
  gridIndex: number
  grid: Grid
  from: number
  to: number
}

const keyOf = ({ row, column }: { row: number; column: number }) =>
  `${String(row)},${String(column)}`

/** Links between the source cells of a draft and the cells of its form, and what is pointed at. */
export function useDraftReview(draft: Ref<ImportDraft | undefined>, grids: Ref<readonly Grid[]>) {
  const reading = computed(() => draft.value?.reading)
  const links = computed<readonly SourceLink[]>(() => reading.value?.links ?? [])
  const doubts = computed(() => reading.value?.doubts ?? [])
  const currentDoubt = ref(-1)
  const pointedPaths = ref<ReadonlySet<string>>(new Set())

  const form = computed(
    () => reading.value && buildFormGrid(reading.value.draft, reading.value.draft.form),
  )

  const sources = computed<SourceView[]>(() =>
    (reading.value?.gridIndexes ?? []).flatMap((gridIndex) => {
      const grid = grids.value[gridIndex]
      if (!grid) return []
      const rows = links.value.filter((link) => link.gridIndex === gridIndex).map(({ row }) => row)
      const last = grid.rowCount - 1
      const from = Math.max(0, Math.min(last, ...rows) - rowsAround)
      const to = Math.min(last, Math.max(0, ...rows) + rowsAround, from + mostRows)
      return [{ gridIndex, grid, from, to }]
    }),
  )

  function litCells(gridIndex: number): ReadonlySet<string> {
    const lit = links.value.filter(
      (link) => link.gridIndex === gridIndex && pointedPaths.value.has(link.path),
    )
    const doubt = doubts.value[currentDoubt.value]
    const own =
      doubt?.gridIndex === gridIndex && doubt.row !== undefined ? [keyOf(doubt as SourceLink)] : []
    return new Set([...lit.map(keyOf), ...own])
  }

  function doubtfulCells(gridIndex: number): ReadonlyMap<string, number> {
    return new Map(
      doubts.value.flatMap((doubt, index) =>
        doubt.gridIndex === gridIndex && doubt.row !== undefined
          ? [[keyOf(doubt as SourceLink), index + 1] as const]
          : [],
      ),
    )
  }

  const doubtfulPaths = computed(
    () =>
      new Map(
        doubts.value.flatMap((doubt, index) =>
          doubt.path === undefined ? [] : [[doubt.path, index + 1] as const],
        ),
      ),
  )
  const litPaths = computed<ReadonlySet<string>>(() => {
    const path = doubts.value[currentDoubt.value]?.path
    return new Set([...pointedPaths.value, ...(path === undefined ? [] : [path])])
  })

  function pointAtCell(gridIndex: number, key: string | undefined): void {
    const found = links.value.filter((link) => link.gridIndex === gridIndex && keyOf(link) === key)
    pointedPaths.value = new Set(found.map(({ path }) => path))
  }

  function pointAtPath(path: string | undefined): void {
    pointedPaths.value = new Set(path === undefined ? [] : [path])
  }

  return {
    doubts,
    currentDoubt,
    form,
    sources,
    litCells,
    doubtfulCells,
    doubtfulPaths,
    litPaths,
    pointAtCell,
    pointAtPath,
  }
}
