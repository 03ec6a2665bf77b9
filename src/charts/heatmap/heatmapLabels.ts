import type { ChartColors } from '../chartColors'
import { heatmapLayout } from './heatmapLayout'
import { legendStops } from './heatmapPalette'
import type { HeatmapWindow } from './heatmapPainter'

/** A text or a rectangle of the drawing, as ECharts takes it. */
export interface LabelShape {
  type: 'text' | 'rect'
  x?: number
  y?: number
  shape?: { x: number; y: number; width: number; height: number }
  style: Record<string, unknown>
}

/** Without quotation marks: ECharts writes a font into an attribute of an SVG as it is. */
const font = '12px PingFang SC, Microsoft YaHei, Noto Sans CJK SC, system-ui, sans-serif'

/** Names are this far apart, or some are left out. */
const minimalPitch = 15

/** Names of the rows in sight, to the left of the cells; the full name is in the tooltip. */
export function drawRowLabels(
  band: {
    rowTotal: number
    labelOf: (position: number) => string
    isHead: (position: number) => boolean
  },
  seen: HeatmapWindow,
  colors: ChartColors,
): LabelShape[] {
  const pitch = seen.height / seen.rowCount
  const step = Math.ceil(minimalPitch / pitch)
  const last = Math.min(band.rowTotal - 1, Math.ceil(seen.firstRow + seen.rowCount) - 1)
  const labels: LabelShape[] = []
  for (let row = Math.ceil(seen.firstRow / step) * step; row <= last; row += step) {
    const y = seen.y + (row + 0.5 - seen.firstRow) * pitch
    if (y < seen.y + 4 || y > seen.y + seen.height - 4) continue
    labels.push({
      type: 'text',
      x: seen.x - 8,
      y,
      style: {
        text: band.labelOf(row),
        font: band.isHead(row) ? `bold ${font}` : font,
        fill: colors.ink,
        align: 'right',
        verticalAlign: 'middle',
        width: heatmapLayout.left - 20,
        overflow: 'truncate',
      },
    })
  }
  return labels
}

/** Names of the columns in sight, above the cells, broken into lines where they are narrow. */
export function drawColumnLabels(
  names: readonly string[],
  seen: HeatmapWindow,
  colors: ChartColors,
): LabelShape[] {
  const pitch = seen.width / seen.columnCount
  return names.flatMap((text, column) => {
    const x = seen.x + (column + 0.5 - seen.firstColumn) * pitch
    if (x < seen.x || x > seen.x + seen.width) return []
    const style = {
      text,
      font,
      fill: colors.ink,
      align: 'center',
      verticalAlign: 'bottom',
      width: Math.max(12, pitch - 6),
      height: heatmapLayout.head - 8,
      overflow: 'break',
      lineOverflow: 'truncate',
      ellipsis: '…',
      lineHeight: 15,
    }
    return [{ type: 'text' as const, x, y: seen.y - 4, style }]
  })
}

const scaleWidth = 180

/** The fixed scale, on pictures that are saved: they travel without the page's legend. */
export function drawScale(
  words: { scale: string; empty: string },
  plot: { x: number; y: number; width: number },
  colors: ChartColors,
): LabelShape[] {
  const x = plot.x + plot.width - scaleWidth
  const y = plot.y - heatmapLayout.head - 26
  const text = (at: number, words: string, align: 'left' | 'right'): LabelShape => ({
    type: 'text',
    x: at,
    y: y - 8,
    style: { text: words, font, fill: colors.ink, align, verticalAlign: 'bottom' },
  })
  const stops = legendStops()
  return [
    {
      type: 'rect',
      shape: { x, y, width: scaleWidth, height: 10 },
      style: {
        stroke: colors.line,
        fill: {
          type: 'linear',
          x: 0,
          y: 0,
          x2: 1,
          y2: 0,
          colorStops: stops.map((color, step) => ({ offset: step / (stops.length - 1), color })),
        },
      },
    },
    text(x, '0%', 'left'),
    text(x + scaleWidth, '100%', 'right'),
    text(x - 10, `${words.empty}　${words.scale}`, 'right'),
  ]
}
