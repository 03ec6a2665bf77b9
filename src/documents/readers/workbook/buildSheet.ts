import type { Grid } from '../../grid'
import { withoutHelperColumns } from '../../helperColumns'
import { buildGrid, columnLetters, type FoundCell, tidyText } from '../buildGrid'
import { LIMITS } from '../limits'

/** A merged range; first and last are both inside. */
export interface SheetMerge {
  firstRow: number
  firstColumn: number
  lastRow: number
  lastColumn: number
}

/** A worksheet as the libraries hand it over: only cells that hold something. */
export interface FoundSheet {
  name: string
  isHidden: boolean
  cells: { row: number; column: number; text: string }[]
  merges: SheetMerge[]
}

const byPosition = (a: { row: number; column: number }, b: { row: number; column: number }) =>
  a.row - b.row || a.column - b.column

/**
 * What the sheet shows: a merged range shows its first cell, texts beneath it are hidden.
 * Costs one step a cell and one a merged column, however far a range reaches; a range that
 * overlaps an earlier one is left out.
 */
function applyMerges(cells: FoundCell[], merges: readonly SheetMerge[]): FoundCell[] {
  const anchors = merges
    .map((merge) => ({ row: merge.firstRow, column: merge.firstColumn, merge }))
    .sort(byPosition)
  const coveredUntil = new Map<number, number>()
  const isCovered = (row: number, column: number) => (coveredUntil.get(column) ?? -1) >= row
  const shown: FoundCell[] = []
  let nextAnchor = 0
  let nextCell = 0
  while (nextAnchor < anchors.length || nextCell < cells.length) {
    const cell = cells[nextCell]
    const anchor = anchors[nextAnchor]
    if (anchor && (!cell || byPosition(anchor, cell) <= 0)) {
      nextAnchor++
      const { firstRow, firstColumn, lastRow, lastColumn } = anchor.merge
      const isSame = cell && byPosition(anchor, cell) === 0
      let isFree = lastColumn < LIMITS.columns
      for (let column = firstColumn; isFree && column <= lastColumn; column++)
        isFree = !isCovered(firstRow, column)
      if (!isFree) continue
      for (let column = firstColumn; column <= lastColumn; column++)
        coveredUntil.set(column, lastRow)
      if (isSame) nextCell++
      shown.push({
        row: firstRow,
        column: firstColumn,
        text: isSame ? cell.text : '',
        place: isSame ? cell.place : '',
        rowSpan: lastRow - firstRow + 1,
        columnSpan: lastColumn - firstColumn + 1,
      })
    } else if (cell) {
      nextCell++
      if (!isCovered(cell.row, cell.column)) shown.push(cell)
    }
  }
  return shown
}

/** A sheet becomes one grid, whose rows and columns are those of the sheet. */
export function buildSheet(fileName: string, sheet: FoundSheet): Grid {
  const placeOf = (row: number, column: number) =>
    `${sheet.name}!${columnLetters(column)}${row + 1}`
  const cells = withoutHelperColumns(sheet.cells)
    .map(({ row, column, text }): FoundCell => ({ row, column, text: tidyText(text), place: '' }))
    .filter((cell) => cell.text !== '')
    .sort(byPosition)
  const shown = sheet.merges.length === 0 ? cells : applyMerges(cells, sheet.merges)
  for (const cell of shown) cell.place = placeOf(cell.row, cell.column)
  return buildGrid(shown, {
    title: sheet.name,
    place: `${fileName} · ${sheet.name}`,
    isHidden: sheet.isHidden,
  })
}
