import type { ECharts } from '@/charts/echarts'
import { type ShallowRef, shallowRef, watch } from 'vue'
import type { HeatmapView } from '@/charts/heatmap/buildHeatmapOption'
import { heatmapLayout } from '@/charts/heatmap/heatmapLayout'

/** A place on the heatmap by shown position; without a column it is the name of the row. */
export interface HeatmapPlace {
  band: 'pinned' | 'scrolled'
  position: number
  column?: number
}

export interface Point {
  x: number
  y: number
}

const SCROLLED = 0
const PINNED = 1

/** Positions on the chart ↔ rows and columns, and moving and zooming by keys and buttons. */
export function useHeatmapView(
  chart: Readonly<ShallowRef<ECharts | undefined>>,
  size: () => { rows: number; pinned: number; columns: number },
) {
  /** Counts moves and zooms, for whatever is laid over the picture. */
  const moves = shallowRef(0)
  watch(chart, (current) => {
    current?.on('datazoom', () => {
      moves.value += 1
    })
  })

  const gridOf = (band: HeatmapPlace['band']) => ({
    gridIndex: band === 'pinned' ? PINNED : SCROLLED,
  })

  function view(): HeatmapView | undefined {
    const current = chart.value
    if (!current) return undefined
    const { left, right, head, pinnedRow, bottom } = heatmapLayout
    const pinnedHeight = size().pinned === 0 ? 0 : size().pinned * pinnedRow + 4
    const at = (x: number, y: number) =>
      current.convertFromPixel(gridOf('scrolled'), [x, y]) as [number, number]
    const [fromColumn, fromRow] = at(left, head + pinnedHeight)
    const [toColumn, toRow] = at(current.getWidth() - right, current.getHeight() - bottom)
    return { rows: [fromRow, toRow], columns: [fromColumn, toColumn] }
  }

  /** What stands under a point of the chart. */
  function placeAt({ x, y }: Point): HeatmapPlace | undefined {
    const current = chart.value
    if (!current) return undefined
    const isName = x < heatmapLayout.left
    const inside = isName ? heatmapLayout.left + 1 : x
    for (const band of ['pinned', 'scrolled'] as const) {
      if (band === 'pinned' && size().pinned === 0) continue
      if (!current.containPixel(gridOf(band), [inside, y])) continue
      const [column, row] = current.convertFromPixel(gridOf(band), [inside, y]) as [number, number]
      const position = Math.round(row)
      return isName ? { band, position } : { band, position, column: Math.round(column) }
    }
    return undefined
  }

  /** Rectangle of a cell on the chart. */
  function rectOf({ band, position, column = 0 }: HeatmapPlace) {
    const at = (x: number, y: number) =>
      (chart.value?.convertToPixel(gridOf(band), [x, y]) ?? [0, 0]) as [number, number]
    const [left, top] = at(column - 0.5, position - 0.5)
    const [right, bottom] = at(column + 0.5, position + 0.5)
    return { left, top, width: right - left, height: bottom - top }
  }

  function show(axis: 'rows' | 'columns', from: number, to: number): void {
    const last = size()[axis] - 0.5
    const span = Math.min(to - from, last + 0.5)
    const start = Math.min(Math.max(from, -0.5), last - span)
    chart.value?.dispatchAction({
      type: 'dataZoom',
      dataZoomIndex: axis === 'rows' ? 0 : 1,
      startValue: start,
      endValue: start + span,
    })
  }

  /** Below 1 nearer, above 1 further away; `Infinity` shows all. */
  function zoom(axis: 'rows' | 'columns', factor: number): void {
    const current = view()?.[axis]
    if (!current) return
    const [from, to] = current
    const most = size()[axis]
    const span = Math.min(most, Math.max(Math.min(3, most), (to - from) * factor))
    const start = axis === 'rows' ? from : (from + to - span) / 2
    show(axis, start, start + span)
  }

  function scrollBy(rows: number): void {
    const current = view()?.rows
    if (current) show('rows', current[0] + rows, current[1] + rows)
  }

  /** Moves just as far as needed for the cell to be in sight. */
  function bringIntoSight({ band, position, column }: HeatmapPlace): void {
    const current = view()
    if (!current) return
    const reach = (axis: 'rows' | 'columns', at: number) => {
      const [from, to] = current[axis]
      if (at - 0.5 < from - 0.01) show(axis, at - 0.5, at - 0.5 + (to - from))
      else if (at + 0.5 > to + 0.01) show(axis, at + 0.5 - (to - from), at + 0.5)
    }
    if (band === 'scrolled') reach('rows', position)
    if (column !== undefined) reach('columns', column)
  }

  return { moves, view, placeAt, rectOf, zoom, scrollBy, bringIntoSight }
}
