import { cellRate, type HeatmapMatrix } from './heatmapMatrix'
import { heatmapColor, inkOn } from './heatmapPalette'

/** Rows of the matrix, in the order they are shown. */
export type RowOrder = Int32Array

/** Where the cells stand on the chart, in CSS pixels. */
export interface HeatmapWindow {
  x: number
  y: number
  width: number
  height: number
  /** Position in the row order of the topmost visible row; fractional while scrolling. */
  firstRow: number
  /** How many rows are visible; fractional while zooming. */
  rowCount: number
  firstColumn: number
  columnCount: number
}

export type CellMark = 'percent' | 'none'

/** Cells are high enough for a number from here on, in CSS pixels. */
const markedCellHeight = 15

/** One pixel a cell, in shown order; empty cells stay transparent so that the hatching shows. */
export function paintCells(matrix: HeatmapMatrix, order: RowOrder): ImageData {
  const columns = matrix.columns.length
  const image = new ImageData(Math.max(1, columns), Math.max(1, order.length))
  const pixels = new Uint32Array(image.data.buffer)
  const shades = packedShades()
  const { scores, maxScores } = matrix
  // By hand, as `cellRate` would say it: a call a cell takes longer than the whole picture.
  for (let position = 0; position < order.length; position += 1) {
    const start = (order[position] ?? 0) * columns
    const target = position * columns
    for (let column = 0; column < columns; column += 1) {
      const rate = (scores[start + column] ?? Number.NaN) / (maxScores[start + column] ?? 0)
      // Neither NaN (not scored) nor infinite (no 分值).
      if (rate - rate === 0)
        pixels[target + column] =
          shades[rate <= 0 ? 0 : rate >= 1 ? 200 : Math.round(rate * 200)] ?? 0
    }
  }
  return image
}

let shadeCache: Uint32Array | undefined
/** The 201 shades of half a percent each, as little-endian RGBA. */
function packedShades(): Uint32Array {
  shadeCache ??= Uint32Array.from({ length: 201 }, (_, step) => {
    const [red, green, blue] = heatmapColor(step / 200)
    return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
  })
  return shadeCache
}

/**
 * Draws the visible part of a heatmap: the one-pixel cells are first averaged down to the rows of
 * the screen, then stretched sideways without smoothing, so that 10,000 rows cost two image copies.
 */
export class HeatmapPainter {
  readonly canvas = document.createElement('canvas')
  private readonly cells = document.createElement('canvas')
  private readonly band = document.createElement('canvas')
  private hatching: CanvasPattern | undefined

  constructor(
    private readonly matrix: HeatmapMatrix,
    private readonly order: RowOrder,
    private readonly options: { mark: CellMark; paper: string; hatch: string; pixelRatio: number },
  ) {
    const image = paintCells(matrix, order)
    this.cells.width = image.width
    this.cells.height = image.height
    this.cells.getContext('2d')?.putImageData(image, 0, 0)
  }

  /** Redraws `canvas` for what is visible now and returns it. */
  paint(view: HeatmapWindow): HTMLCanvasElement {
    const { pixelRatio } = this.options
    const width = Math.max(1, Math.round(view.width * pixelRatio))
    const height = Math.max(1, Math.round(view.height * pixelRatio))
    this.canvas.width = width
    this.canvas.height = height
    const context = this.canvas.getContext('2d')
    if (!context) return this.canvas
    this.paintEmpty(context, width, height)
    this.paintShades(context, view, width, height)
    const cellHeight = view.height / view.rowCount
    if (cellHeight >= 6) this.paintLines(context, view, width, height)
    if (this.options.mark === 'percent' && cellHeight >= markedCellHeight)
      this.paintNumbers(context, view, width, height)
    return this.canvas
  }

  private paintEmpty(context: CanvasRenderingContext2D, width: number, height: number): void {
    context.fillStyle = this.options.paper
    context.fillRect(0, 0, width, height)
    this.hatching ??= makeHatching(context, this.options.hatch, this.options.pixelRatio)
    if (!this.hatching) return
    context.fillStyle = this.hatching
    context.fillRect(0, 0, width, height)
  }

  private paintShades(
    context: CanvasRenderingContext2D,
    view: HeatmapWindow,
    width: number,
    height: number,
  ): void {
    const { firstRow, rowCount, firstColumn, columnCount } = view
    const columns = this.cells.width
    const isShrunk = rowCount > height
    context.imageSmoothingEnabled = false
    if (!isShrunk) {
      const from = [firstColumn, firstRow, columnCount, rowCount] as const
      context.drawImage(this.cells, ...from, 0, 0, width, height)
      return
    }
    this.band.width = columns
    this.band.height = height
    const band = this.band.getContext('2d')
    if (!band) return
    band.imageSmoothingEnabled = true
    band.imageSmoothingQuality = 'medium'
    band.drawImage(this.cells, 0, firstRow, columns, rowCount, 0, 0, columns, height)
    context.drawImage(this.band, firstColumn, 0, columnCount, height, 0, 0, width, height)
  }

  private paintLines(
    context: CanvasRenderingContext2D,
    view: HeatmapWindow,
    width: number,
    height: number,
  ): void {
    context.fillStyle = this.options.paper
    const rowHeight = height / view.rowCount
    const columnWidth = width / view.columnCount
    for (let row = Math.ceil(view.firstRow); row <= view.firstRow + view.rowCount; row += 1)
      context.fillRect(0, Math.round((row - view.firstRow) * rowHeight), width, 1)
    const lastColumn = view.firstColumn + view.columnCount
    for (let column = Math.ceil(view.firstColumn); column <= lastColumn; column += 1)
      context.fillRect(Math.round((column - view.firstColumn) * columnWidth), 0, 1, height)
  }

  private paintNumbers(
    context: CanvasRenderingContext2D,
    view: HeatmapWindow,
    width: number,
    height: number,
  ): void {
    const { matrix, order } = this
    const rowHeight = height / view.rowCount
    const columnWidth = width / view.columnCount
    const size = Math.min(12 * this.options.pixelRatio, rowHeight * 0.62)
    if (columnWidth < size * 2.4) return
    context.font = `${String(size)}px system-ui, sans-serif`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    const last = Math.min(order.length, Math.ceil(view.firstRow + view.rowCount))
    const firstColumn = Math.max(0, Math.floor(view.firstColumn))
    const lastColumn = Math.min(
      matrix.columns.length,
      Math.ceil(view.firstColumn + view.columnCount),
    )
    for (let position = Math.floor(view.firstRow); position < last; position += 1) {
      const row = order[position]
      if (row === undefined) continue
      for (let column = firstColumn; column < lastColumn; column += 1) {
        const rate = cellRate(matrix, row, column)
        if (rate === undefined) continue
        context.fillStyle = inkOn(rate)
        context.fillText(
          String(Math.round(rate * 100)),
          (column + 0.5 - view.firstColumn) * columnWidth,
          (position + 0.5 - view.firstRow) * rowHeight,
        )
      }
    }
  }
}

/** Diagonal lines for cells without a score: empty is not zero, and keeps its place. */
function makeHatching(
  context: CanvasRenderingContext2D,
  color: string,
  pixelRatio: number,
): CanvasPattern | undefined {
  const size = Math.round(6 * pixelRatio)
  const tile = document.createElement('canvas')
  tile.width = size
  tile.height = size
  const pen = tile.getContext('2d')
  if (!pen) return undefined
  pen.strokeStyle = color
  pen.lineWidth = pixelRatio
  pen.beginPath()
  pen.moveTo(0, size)
  pen.lineTo(size, 0)
  pen.stroke()
  return context.createPattern(tile, 'repeat') ?? undefined
}
