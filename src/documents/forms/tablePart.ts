import type { Grid, GridCell } from '../grid'
import { isHeading } from './headerWords'

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
  /** Those and the merged ones that reach down into it; the same list where there are none. */
  covering: PartCell[]
  /** One of the cells reads like a heading; rows without one, nearly all, are no header. */
  hasHeading: boolean
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

function partRowOf(index: number, covering: PartCell[]): PartRow {
  const isMerged = covering.some(({ isContinued }) => isContinued)
  if (isMerged) covering.sort((a, b) => a.column - b.column)
  const cells = isMerged ? covering.filter(({ isContinued }) => !isContinued) : covering
  return { index, cells, covering, hasHeading: cells.some(({ text }) => isHeading(text)) }
}

function partCellOf(cell: GridCell, isContinued: boolean): PartCell {
  const { text, column, columnSpan } = cell
  return { cell, text: text.trim(), column, lastColumn: column + columnSpan - 1, isContinued }
}

/** Cells with text, row by row; a merged cell is met in each row that it covers. */
export function partRowsOf(grid: Grid): PartRow[] {
  const byRow: (PartCell[] | undefined)[] = []
  for (const cell of grid.cells) {
    if (cell.text.trim() === '') continue
    ;(byRow[cell.row] ??= []).push(partCellOf(cell, false))
    if (cell.rowSpan === 1) continue
    const end = Math.min(cell.row + cell.rowSpan, grid.rowCount)
    const below = partCellOf(cell, true)
    for (let row = cell.row + 1; row < end; row += 1) (byRow[row] ??= []).push(below)
  }
  const rows: PartRow[] = []
  for (const [index, covering] of byRow.entries())
    if (covering) rows.push(partRowOf(index, covering))
  return rows
}

/** The rows with some of their cells only; rows that have none of them are gone. */
export function withCells(rows: readonly PartRow[], keep: (cell: PartCell) => boolean): PartRow[] {
  return rows
    .map(({ index, covering }) => partRowOf(index, covering.filter(keep)))
    .filter(({ covering }) => covering.length > 0)
}
