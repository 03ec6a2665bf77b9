import type { ChartColors } from '@/charts/chartColors'
import type { ChartOption } from '@/charts/echarts'
import {
  buildHeatmapOption,
  type HeatmapBand,
  type HeatmapParts,
} from '@/charts/heatmap/buildHeatmapOption'
import type { HeatmapMatrix } from '@/charts/heatmap/heatmapMatrix'
import { HeatmapPainter, type RowOrder } from '@/charts/heatmap/heatmapPainter'

interface HeatmapSource {
  matrix: HeatmapMatrix
  order: RowOrder
  pinned: RowOrder
  columnLabels: readonly string[]
  colors: ChartColors
}

/** The heatmap with a painter for each band, for the page or for a picture that is saved. */
export function makeHeatmapOption(
  { matrix, order, pinned, columnLabels, colors }: HeatmapSource,
  look: Pick<HeatmapParts, 'view' | 'picture'> & { pixelRatio: number },
): ChartOption {
  const isGrouped = matrix.rows.some(({ group }) => group !== undefined)
  const band = (rows: RowOrder): HeatmapBand => {
    const head = (position: number) => matrix.rows[rows[position] ?? -1]
    return {
      painter: new HeatmapPainter(matrix, rows, {
        mark: 'percent',
        paper: colors.paper,
        hatch: colors.hatch,
        pixelRatio: look.pixelRatio,
      }),
      rowTotal: rows.length,
      labelOf: (position) => head(position)?.label ?? '',
      isHead: (position) => isGrouped && head(position)?.group === undefined,
    }
  }
  return buildHeatmapOption({
    scrolled: band(order),
    pinned: pinned.length === 0 ? undefined : band(pinned),
    columnLabels,
    colors,
    view: look.view,
    picture: look.picture,
  })
}
