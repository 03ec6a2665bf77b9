import type { Grid, GridCell } from '@/documents/grid'
import { readForms } from '@/documents/forms/readForms'
import type { ColumnMapping } from '@/documents/forms/findHeader'

/** "B3:B5": a merged range, in the letters of a spreadsheet. */
export type Merge = `${string}:${string}`

function cellAt(address: string): { row: number; column: number } {
  const [, letter = 'A', digits = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? []
  return { row: Number(digits) - 1, column: letter.charCodeAt(0) - 65 }
}

/** Lines of cells separated by "|", as a table is drawn; blank cells are left out as readers do. */
export function gridFrom(
  lines: readonly string[],
  merges: readonly Merge[] = [],
  title = '',
): Grid {
  const spans = merges.map((merge) => {
    const [from = 'A1', to = 'A1'] = merge.split(':')
    return { from: cellAt(from), to: cellAt(to) }
  })
  const cells: GridCell[] = lines.flatMap((line, row) =>
    line.split('|').flatMap((text, column) => {
      const span = spans.find(({ from }) => from.row === row && from.column === column)
      if (text.trim() === '' && !span) return []
      return [
        {
          row,
          column,
          rowSpan: span ? span.to.row - row + 1 : 1,
          columnSpan: span ? span.to.column - column + 1 : 1,
          text: text.trim(),
          place: `R${String(row + 1)}C${String(column + 1)}`,
        },
      ]
    }),
  )
  const columnCount = Math.max(...lines.map((line) => line.split('|').length))
  return {
    title,
    place: 'test',
    rowCount: lines.length,
    columnCount,
    cells,
    textBefore: [],
  }
}

/** Reads one grid, or several in printed order. */
export function readLines(
  lines: readonly string[],
  merges: readonly Merge[] = [],
  mappings: readonly ColumnMapping[] = [],
) {
  return readForms({ fileName: 'test', grids: [gridFrom(lines, merges)], textAfter: [] }, mappings)
}
