import type { Grid, GridCell } from '../grid'
import { checkTableSize, LIMITS } from './limits'

/** A cell as a reader finds it; rows and columns count from 0. */
export interface FoundCell {
  row: number
  column: number
  text: string
  rowSpan?: number
  columnSpan?: number
  place: string
}

const UNTIDY = /[\r\u2028\v\u00a0]/

/** Office text without the blanks around it, with one kind of line break. */
export function tidyText(text: string): string {
  const even = UNTIDY.test(text)
    ? text.replace(/\r\n?|\u2028|\v/g, '\n').replaceAll('\u00a0', ' ')
    : text
  const tidy = even.trim()
  return tidy.length > LIMITS.cellText ? tidy.slice(0, LIMITS.cellText) : tidy
}

interface Position {
  row: number
  column: number
}

export const byPosition = (a: Position, b: Position): number => a.row - b.row || a.column - b.column

/** Sorts cells by row, then column; those of a file nearly always are. */
export function sortByPosition<Cell extends Position>(cells: Cell[]): Cell[] {
  const isSorted = cells.every(
    (cell, at) => at === 0 || byPosition(cells[at - 1] ?? cell, cell) <= 0,
  )
  return isSorted ? cells : cells.sort(byPosition)
}

/** A cell that says its spans is one of a grid already: a sheet has too many to copy each. */
const isWhole = (cell: FoundCell): cell is GridCell =>
  cell.rowSpan !== undefined && cell.columnSpan !== undefined

/**
 * Sorts the cells into a grid. The used range is taken from cells with text, never from what the
 * file claims: blank cells stay only where they are merged and within that range.
 */
export function buildGrid(
  found: readonly FoundCell[],
  about: { title: string; place: string; textBefore?: Grid['textBefore']; isHidden?: boolean },
): Grid {
  let rowCount = 0
  let columnCount = 0
  let filled = 0
  for (const cell of found) {
    if (cell.text === '') continue
    filled++
    rowCount = Math.max(rowCount, cell.row + (cell.rowSpan ?? 1))
    columnCount = Math.max(columnCount, cell.column + (cell.columnSpan ?? 1))
  }
  checkTableSize({ rows: rowCount, columns: columnCount, cells: filled })
  const cells: GridCell[] = []
  for (const cell of found) {
    const rowSpan = Math.min(cell.rowSpan ?? 1, rowCount - cell.row)
    const columnSpan = Math.min(cell.columnSpan ?? 1, columnCount - cell.column)
    const isMerged = rowSpan > 1 || columnSpan > 1
    if (rowSpan < 1 || columnSpan < 1 || (cell.text === '' && !isMerged)) continue
    if (isWhole(cell) && cell.rowSpan === rowSpan && cell.columnSpan === columnSpan) {
      cells.push(cell)
      continue
    }
    const { row, column, text, place } = cell
    cells.push({ row, column, rowSpan, columnSpan, text, place })
  }
  sortByPosition(cells)
  return {
    title: about.title,
    place: about.place,
    rowCount,
    columnCount,
    cells,
    textBefore: about.textBefore ?? [],
    ...(about.isHidden ? { isHidden: true as const } : {}),
  }
}

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return letters
}
