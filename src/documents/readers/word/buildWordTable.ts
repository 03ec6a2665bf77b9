import type { FoundCell } from '../buildGrid'

/** A cell of a row as Word stores it: how wide it is, and whether the cell above reaches into it. */
export interface WordCell {
  text: string
  columnSpan: number
  /** `restart` begins a vertical merge, `continue` belongs to the cell above; its text is not shown. */
  verticalMerge?: 'restart' | 'continue'
}

/** A row; `firstColumn` counts the columns left out in front of it. */
export interface WordRow {
  firstColumn: number
  cells: WordCell[]
}

/**
 * Turns rows of cells into placed cells. A `continue` under nothing that began is a cell of its
 * own: some programs write it for the first row, and its text would be lost.
 */
export function buildWordTable(
  rows: readonly WordRow[],
  placeOf: (row: number, column: number) => string,
): FoundCell[] {
  const found: FoundCell[] = []
  const open = new Map<number, FoundCell>()
  rows.forEach((row, rowIndex) => {
    let column = row.firstColumn
    const stillOpen = new Set<number>()
    for (const cell of row.cells) {
      const above = open.get(column)
      if (cell.verticalMerge === 'continue' && above?.columnSpan === cell.columnSpan) {
        above.rowSpan = rowIndex - above.row + 1
        stillOpen.add(column)
      } else {
        const placed: FoundCell = {
          row: rowIndex,
          column,
          text: cell.text,
          rowSpan: 1,
          columnSpan: cell.columnSpan,
          place: placeOf(rowIndex, column),
        }
        found.push(placed)
        if (cell.verticalMerge) {
          open.set(column, placed)
          stillOpen.add(column)
        }
      }
      column += cell.columnSpan
    }
    for (const start of [...open.keys()]) if (!stillOpen.has(start)) open.delete(start)
  })
  return found
}
