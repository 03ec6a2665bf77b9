/**
 * Headers of the columns that an exported sheet hides begin with this. They hold what its formulas
 * read; a reader passes over them, so that a form comes back as it is printed.
 */
export const HELPER_COLUMN_MARK = '__jiping'

/** Cells of a sheet without the columns that carry the mark. */
export function withoutHelperColumns<Cell extends { column: number; text: string }>(
  cells: Cell[],
): Cell[] {
  const marks = cells.filter(({ text }) => text.startsWith(HELPER_COLUMN_MARK))
  if (marks.length === 0) return cells
  const marked = new Set(marks.map(({ column }) => column))
  return cells.filter(({ column }) => !marked.has(column))
}
