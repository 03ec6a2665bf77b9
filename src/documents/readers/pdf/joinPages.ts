import type { FoundCell } from '../buildGrid'
import type { PageTable } from './pageBlock'

const NEAR = 6

/** For each edge of a table its index among the edges of another; `undefined` when one has no match. */
function indexesIn(edges: readonly number[], wanted: readonly number[]): number[] | undefined {
  const indexes = wanted.map((x) => edges.findIndex((edge) => Math.abs(edge - x) <= NEAR))
  const isIncreasing = indexes.every((index, at) => at === 0 || index > (indexes[at - 1] ?? -1))
  const isWhole = indexes[0] === 0 && indexes.at(-1) === edges.length - 1
  return isIncreasing && isWhole ? indexes : undefined
}

function spread(table: PageTable, xs: number[], indexes: readonly number[]): PageTable {
  const cells = table.cells.map((cell) => {
    const column = indexes[cell.column] ?? cell.column
    const end = indexes[cell.column + (cell.columnSpan ?? 1)] ?? column + 1
    return { ...cell, column, columnSpan: end - column }
  })
  return { ...table, xs, cells }
}

/**
 * Brings two parts of a table to the same columns: a last row of 总分 alone draws fewer lines than
 * the rows before it. `undefined` when the columns stand elsewhere: two different tables.
 */
function alignColumns(
  table: PageTable,
  next: PageTable,
): { table: PageTable; next: PageTable } | undefined {
  if (table.isGuessed !== next.isGuessed) return undefined
  const inTable = indexesIn(table.xs, next.xs)
  if (inTable) return { table, next: spread(next, table.xs, inTable) }
  const inNext = indexesIn(next.xs, table.xs)
  return inNext ? { table: spread(table, next.xs, inNext), next } : undefined
}

/** Columns and texts of one row; cells stand in the order of their rows. */
function rowText(cells: readonly FoundCell[], row: number): string {
  let text = ''
  for (const cell of cells) {
    if (cell.row > row) break
    if (cell.row === row) text += `${cell.column}:${cell.text}|`
  }
  return text
}

/** How many first rows of a page print again what the table began with. */
function repeatedRows(table: PageTable, next: PageTable): number {
  let rows = 0
  while (
    rows < Math.min(table.rowCount, next.rowCount, 4) &&
    rowText(table.cells, rows) !== '' &&
    rowText(table.cells, rows) === rowText(next.cells, rows)
  )
    rows++
  return rows
}

/**
 * Two parts of a table that a page break tore apart, as one; a repeated header stands once.
 * `undefined` when they are two tables.
 *
 * @param first is added to: a table over two hundred pages is not copied at each of them.
 */
export function joinTables(first: PageTable, second: PageTable): PageTable | undefined {
  const aligned = alignColumns(first, second)
  if (!aligned) return undefined
  const { table, next } = aligned
  const skipped = repeatedRows(table, next)
  const shift = table.rowCount - skipped
  for (const cell of next.cells)
    if (cell.row >= skipped) table.cells.push({ ...cell, row: cell.row + shift })
  table.rowCount += next.rowCount - skipped
  return table
}
