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

/** Office text without the blanks around it, with one kind of line break. */
export function tidyText(text: string): string {
  const tidy = text
    .replace(/\r\n?|\u2028|\v/g, '\n')
    .replaceAll('\u00a0', ' ')
    .trim()
  return tidy.length > LIMITS.cellText ? tidy.slice(0, LIMITS.cellText) : tidy
}

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
    const { row, column, text, place } = cell
    cells.push({ row, column, rowSpan, columnSpan, text, place })
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column)
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
