import { computed, ref, type Ref, watch } from 'vue'
import { buildFormWindow, rowOfPath } from '@/documents/forms/formWindow'
import { type Doubt, linksOfRow, type SourceLink } from '@/documents/forms/sourceLink'
import type { Grid } from '@/documents/grid'
import type { ImportDraft } from '@/stores/importItem'

/** Rows of the source shown around the cells that were read. */
const rowsAround = 3
/** A source of more rows than this is cut: the doubtful cells stay within. */
const mostRows = 400
/** Rows of the form drawn at a time. No published form has so many; a whole province in one sheet has. */
const rowsAtATime = 100

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
  const doubts = computed(() => reading.value?.doubts ?? [])
  const currentDoubt = ref(-1)
  const pointedPaths = ref<ReadonlySet<string>>(new Set())

  const rowCount = computed(() => reading.value?.draft.indicators.length ?? 0)
  const firstRow = ref(0)
  const shownRows = computed(() => {
    const to = Math.min(rowCount.value, firstRow.value + rowsAtATime)
    return { from: firstRow.value, to, of: rowCount.value }
  })
  watch(rowCount, (count) => {
    if (firstRow.value >= count) showRow(count - 1)
  })

  /** Turns to the rows among which this one stands. */
  function showRow(row: number): void {
    firstRow.value = Math.max(0, Math.floor(row / rowsAtATime) * rowsAtATime)
  }

  function isShown(path: string | undefined): boolean {
    const row = path === undefined ? undefined : rowOfPath(path)
    return row === undefined || (row >= firstRow.value && row < firstRow.value + rowsAtATime)
  }
  /** What belongs to the rows shown: a sheet of very many has a link for each of its cells. */
  const links = computed<readonly SourceLink[]>(() => {
    const from = firstRow.value
    const ofRows = (reading.value?.rowLinks ?? []).slice(from, from + rowsAtATime)
    return [
      ...(reading.value?.links ?? []).filter(({ path }) => isShown(path)),
      ...ofRows.flatMap((row, at) => linksOfRow(row, from + at)),
    ]
  })
  const shownDoubts = computed<readonly { doubt: Doubt; number: number }[]>(() =>
    doubts.value
      .map((doubt, index) => ({ doubt, number: index + 1 }))
      .filter(({ doubt }) => isShown(doubt.path)),
  )

  const form = computed(
    () => reading.value && buildFormWindow(reading.value.draft, firstRow.value, rowsAtATime),
  )

  const sources = computed<SourceView[]>(() =>
    (reading.value?.gridIndexes ?? []).flatMap((gridIndex) => {
      const grid = grids.value[gridIndex]
      if (!grid) return []
      const own = links.value.filter((link) => link.gridIndex === gridIndex)
      const ofRows = own.filter(({ path }) => rowOfPath(path) !== undefined)
      const isCut = rowCount.value > rowsAtATime
      if (isCut && ofRows.length === 0) return []
      const isBehind = firstRow.value > 0
      const rows = (isBehind ? ofRows : own).map(({ row }) => row)
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
      shownDoubts.value.flatMap(({ doubt, number }) =>
        doubt.gridIndex === gridIndex && doubt.row !== undefined
          ? [[keyOf(doubt as SourceLink), number] as const]
          : [],
      ),
    )
  }

  const doubtfulPaths = computed(
    () =>
      new Map(
        shownDoubts.value.flatMap(({ doubt, number }) =>
          doubt.path === undefined ? [] : [[doubt.path, number] as const],
        ),
      ),
  )
  const litPaths = computed<ReadonlySet<string>>(() => {
    const path = doubts.value[currentDoubt.value]?.path
    return new Set([...pointedPaths.value, ...(path === undefined ? [] : [path])])
  })

  /** Makes a doubt the current one and turns to its row. */
  function goToDoubt(index: number): void {
    currentDoubt.value = index
    const path = doubts.value[index]?.path
    const row = path === undefined ? undefined : rowOfPath(path)
    if (row !== undefined) showRow(row)
  }

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
    shownRows,
    showRow,
    goToDoubt,
    litCells,
    doubtfulCells,
    doubtfulPaths,
    litPaths,
    pointAtCell,
    pointAtPath,
  }
}
