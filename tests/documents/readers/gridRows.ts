import type { Grid } from '@/documents/grid'

/** The texts of a grid as rows of a rectangle; blank where no cell begins. */
export function gridRows(grid: Grid | undefined): string[][] {
  if (!grid) return []
  return Array.from({ length: grid.rowCount }, (_, row) =>
    Array.from(
      { length: grid.columnCount },
      (_, column) =>
        grid.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '',
    ),
  )
}

/** Each merged cell as "row,column rows×columns". */
export function gridSpans(grid: Grid | undefined): string[] {
  return (grid?.cells ?? [])
    .filter((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)
    .map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan}`)
}
