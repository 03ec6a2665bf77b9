import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts'
import type { EChartsCoreOption } from 'echarts/core'
import type { ChartColors } from '../chartColors'
import { drawColumnLabels, drawRowLabels, drawScale, type LabelShape } from './heatmapLabels'
import { heatmapLayout } from './heatmapLayout'
import type { HeatmapPainter } from './heatmapPainter'

/** Rows that are drawn under each other. */
export interface HeatmapBand {
  painter: HeatmapPainter
  rowTotal: number
  /** User text, drawn as canvas text, never as markup. */
  labelOf: (position: number) => string
  /** A row that stands for a group of the rows below it. */
  isHead: (position: number) => boolean
}

/** First and last row and column in sight, as fractional positions: −0.5 is the upper edge of row 0. */
export interface HeatmapView {
  rows: readonly [from: number, to: number]
  columns: readonly [from: number, to: number]
}

export interface HeatmapParts {
  scrolled: HeatmapBand
  /** Kept on top while the others scroll. */
  pinned: HeatmapBand | undefined
  columnLabels: readonly string[]
  colors: ChartColors
  view: HeatmapView
  /** On a picture that is saved: no scroll bar, but the scale in words. */
  picture?: { scale: string; empty: string } | undefined
}

interface Rect {
  x: number
  y: number
  width: number
  height: number
}

/**
 * 得分率 heatmap as an ECharts option: ECharts keeps axes and zoom; the cells are one image that the
 * painter draws for the visible window. (ECharts' own heatmap series needs 1 s and 350 MB for
 * 300,000 cells; this needs one frame.)
 *
 * Both axes count positions. Names are drawn for the rows in sight only, because a category axis
 * would measure its ten thousand labels at every step.
 */
export function buildHeatmapOption(parts: HeatmapParts): EChartsCoreOption {
  const { scrolled, pinned, columnLabels, colors, view, picture } = parts
  const { left, right, head, bottom, pinnedRow } = heatmapLayout
  const pinnedHeight = (pinned?.rowTotal ?? 0) * pinnedRow
  const top = head + pinnedHeight + (pinned ? 4 : 0)
  const bands = pinned ? [scrolled, pinned] : [scrolled]
  const [fromRow, toRow] = view.rows
  const [fromColumn, toColumn] = view.columns

  return {
    animation: false,
    grid: bands.map((band) =>
      band === pinned
        ? { left, right, top: head, height: pinnedHeight }
        : { left, right, top, bottom },
    ),
    xAxis: bands.map((_, gridIndex) => ({
      type: 'value',
      gridIndex,
      min: -0.5,
      max: columnLabels.length - 0.5,
      show: false,
    })),
    yAxis: bands.map((band, gridIndex) => ({
      type: 'value',
      gridIndex,
      inverse: true,
      min: -0.5,
      max: band.rowTotal - 0.5,
      show: false,
    })),
    dataZoom: [
      {
        type: 'inside',
        yAxisIndex: 0,
        filterMode: 'none',
        zoomOnMouseWheel: 'ctrl',
        moveOnMouseWheel: true,
        moveOnMouseMove: false,
        minValueSpan: Math.min(3, scrolled.rowTotal),
        startValue: fromRow,
        endValue: toRow,
      },
      {
        type: 'inside',
        xAxisIndex: bands.map((_, axis) => axis),
        filterMode: 'none',
        zoomOnMouseWheel: 'shift',
        moveOnMouseWheel: false,
        moveOnMouseMove: true,
        minValueSpan: Math.min(2, columnLabels.length),
        startValue: fromColumn,
        endValue: toColumn,
      },
      {
        type: 'slider',
        yAxisIndex: 0,
        show: !picture && toRow - fromRow < scrolled.rowTotal,
        filterMode: 'none',
        width: 14,
        right: 6,
        brushSelect: false,
        showDetail: false,
        showDataShadow: false,
        borderColor: colors.line,
        startValue: fromRow,
        endValue: toRow,
      },
    ],
    series: bands.map((band, axis) => ({
      type: 'custom',
      coordinateSystem: 'cartesian2d',
      xAxisIndex: axis,
      yAxisIndex: axis,
      data: [[0, 0]],
      clip: false,
      silent: true,
      renderItem: makeRenderer(band, parts, axis === bands.length - 1),
    })),
  }
}

function makeRenderer(band: HeatmapBand, parts: HeatmapParts, isTopmost: boolean) {
  const { columnLabels, colors, picture } = parts
  return (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
    const plot = params.coordSys as unknown as Rect
    const [x = 0, y = 0] = api.coord([-0.5, -0.5])
    const [right = 0, bottom = 0] = api.coord([columnLabels.length - 0.5, band.rowTotal - 0.5])
    const rowHeight = (bottom - y) / band.rowTotal
    const columnWidth = (right - x) / columnLabels.length
    const seen = {
      ...plot,
      firstRow: (plot.y - y) / rowHeight,
      rowCount: plot.height / rowHeight,
      firstColumn: (plot.x - x) / columnWidth,
      columnCount: plot.width / columnWidth,
    }
    const labels: LabelShape[] = [
      ...drawRowLabels(band, seen, colors),
      ...(isTopmost ? drawColumnLabels(columnLabels, seen, colors) : []),
    ]
    return {
      type: 'group',
      children: [
        {
          type: 'image',
          style: {
            image: band.painter.paint(seen),
            x: plot.x,
            y: plot.y,
            width: plot.width,
            height: plot.height,
          },
        },
        ...labels,
        ...(isTopmost && picture ? drawScale(picture, plot, colors) : []),
      ],
    }
  }
}
