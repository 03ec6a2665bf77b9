import type { Grid, GridCell } from '../../grid'
import { withoutHelperColumns } from '../../helperColumns'
import { buildGrid, byPosition, columnLetters, sortByPosition, tidyText } from '../buildGrid'
import { LIMITS } from '../limits'

/** A merged range; first and last are both inside. */
export interface SheetMerge {
  firstRow: number
  firstColumn: number
  lastRow: number
  lastColumn: number
}

/** The cells of a worksheet while they are found: what they show, and their addresses. */
export class SheetCells {
  readonly list: GridCell[] = []
  /** "Sheet2!C" by column: a sheet has far more cells than columns. */
  private readonly addresses: string[] = []

  constructor(private readonly sheet: string) {}

  /** Blank texts are no cells. */
  add(row: number, column: number, text: string): void {
    const tidy = tidyText(text)
    if (tidy === '') return
    const place = this.placeOf(row, column)
    this.list.push({ row, column, rowSpan: 1, columnSpan: 1, text: tidy, place })
  }

  /** "Sheet2!C14" */
  placeOf(row: number, column: number): string {
    const address = (this.addresses[column] ??= `${this.sheet}!${columnLetters(column)}`)
    return `${address}${row + 1}`
  }
}

/** A worksheet as it was found in the file. */
export interface FoundSheet {
  name: string
  isHidden: boolean
  cells: SheetCells
  merges: SheetMerge[]
}

/**
 * What the sheet shows: a merged range shows its first cell, texts beneath it are hidden.
 * Costs one step a cell and one a merged column, however far a range reaches; a range that
 * overlaps an earlier one is left out.
 */
function applyMerges({ cells, merges }: FoundSheet, found: readonly GridCell[]): GridCell[] {
  const anchors = merges
    .map((merge) => ({ row: merge.firstRow, column: merge.firstColumn, merge }))
    .sort(byPosition)
  const coveredUntil = new Map<number, number>()
  const isCovered = (row: number, column: number) => (coveredUntil.get(column) ?? -1) >= row
  const shown: GridCell[] = []
  let nextAnchor = 0
  let nextCell = 0
  while (nextAnchor < anchors.length || nextCell < found.length) {
    const cell = found[nextCell]
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
        place: cells.placeOf(firstRow, firstColumn),
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
  const cells = sortByPosition(withoutHelperColumns(sheet.cells.list))
  return buildGrid(sheet.merges.length === 0 ? cells : applyMerges(sheet, cells), {
    title: sheet.name,
    place: `${fileName} · ${sheet.name}`,
    isHidden: sheet.isHidden,
  })
}
