import type { Grid, GridCell } from '../grid'
import { foldedText } from './formText'

/** A cell with text, as a row meets it. */
export interface PartCell {
  cell: GridCell
  text: string
  column: number
  /** Last column it covers. */
  lastColumn: number
  /** A merged cell that began in a row above. */
  isContinued: boolean
}

/** A row of a table: its cells with text, from left to right. */
export interface PartRow {
  index: number
  /** Cells that begin in this row. */
  cells: PartCell[]
  /** Those and the merged ones that reach down into it. */
  covering: PartCell[]
}

/** One table: a grid, or the stretch of a grid between two titles. */
export interface TablePart {
  gridIndex: number
  grid: Grid
  rows: PartRow[]
  /** Columns that belong to it. */
  fromColumn: number
  toColumn: number
  /** Paragraphs printed in front of it. */
  textBefore: Grid['textBefore']
}

/** Cells with text, row by row; a merged cell is met in each row that it covers. */
export function partRowsOf(grid: Grid): PartRow[] {
  const byRow = new Map<number, PartCell[]>()
  const put = (row: number, cell: PartCell) => {
    const cells = byRow.get(row)
    if (cells) cells.push(cell)
    else byRow.set(row, [cell])
  }
  for (const cell of grid.cells) {
    if (foldedText(cell.text) === '') continue
    const lastRow = Math.min(cell.row + cell.rowSpan, grid.rowCount) - 1
    for (let row = cell.row; row <= lastRow; row += 1) {
      put(row, {
        cell,
        text: cell.text.trim(),
        column: cell.column,
        lastColumn: cell.column + cell.columnSpan - 1,
        isContinued: row > cell.row,
      })
    }
  }
  return [...byRow.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, covering]) => {
      covering.sort((a, b) => a.column - b.column)
      return { index, covering, cells: covering.filter((cell) => !cell.isContinued) }
    })
}
