import type { Grid } from '../grid'
import { type ColumnMapping, readHeaderAt, type TableHeader } from './findHeader'
import { bareText } from './formText'
import { headLabelOf } from './headLabels'
import { levelRankOf } from './levelWords'
import { type PartRow, partRowsOf, type TablePart, withCells } from './tablePart'

const tableTitle = /(?:绩效|预算|收支|收入|支出|经费|决算|采购|资产|拨款).*表$/
const nameLabel = /^(?:项目(?:支出)?名称|(?:部门|单位)(?:\(单位\))?名称)$/
const totalLabel = /^(?:总分|合计|总计|得分合计|总得分|自评总分|合计得分|总分值|综合得分)$/

/** A row that is nothing but the name of a table. */
export function titleOfRow(row: PartRow): string | undefined {
  const [only] = row.cells
  if (!only || row.cells.length > 1) return undefined
  const text = bareText(only.text)
  return text.length <= 50 && tableTitle.test(text) ? only.text : undefined
}

/** Whether a row is 总分: the sum at the end of a scored table. */
export function isTotalRow(row: PartRow): boolean {
  const first = row.cells[0]
  return first !== undefined && totalLabel.test(bareText(first.text))
}

/** 项目名称 and its value, alone or followed by other labels and their values. */
function isNameRow(row: PartRow): boolean {
  const [label] = row.cells
  if (!label || !nameLabel.test(bareText(label.text))) return false
  const labels = row.cells.filter((_, index) => index % 2 === 0)
  return row.cells.length <= 4 || labels.every(({ text }) => headLabelOf(text) !== undefined)
}

function rankAfter(rows: readonly PartRow[], header: TableHeader): number | undefined {
  const next = rows.slice(header.end, header.end + 2).flatMap((row) => row.cells)
  return next.map((cell) => levelRankOf(cell.text)).find((rank) => rank !== undefined)
}

/** The rank met last in a stretch of rows; headers name no rank. */
function lastRankIn(
  rows: readonly PartRow[],
  from: number,
  to: number,
  mappings: readonly ColumnMapping[],
): number | undefined {
  for (let index = to - 1; index >= from; index -= 1) {
    const cell = rows[index]?.cells.findLast(({ text }) => levelRankOf(text) !== undefined)
    if (cell && !readHeaderAt(rows, index, mappings)) return levelRankOf(cell.text)
  }
  return undefined
}

/** Positions in `rows` at which a new table begins. */
function startsOf(rows: readonly PartRow[], mappings: readonly ColumnMapping[]): number[] {
  const starts = [0]
  let headerAt: number | undefined
  let hasTotal = false
  rows.forEach((row, index) => {
    const header = readHeaderAt(rows, index, mappings)
    const previous = rows[index - 1]
    const isTitle = titleOfRow(row) !== undefined && previous && titleOfRow(previous) === undefined
    const gap = row.index > (previous?.index ?? row.index) + 1
    const goesBack = (headAt: number, head: TableHeader) => {
      const rank = rankAfter(rows, head)
      const last = rank === undefined ? undefined : lastRankIn(rows, headAt + 1, index, mappings)
      return rank !== undefined && last !== undefined && rank < last
    }
    const isAnew =
      isTitle ||
      (headerAt !== undefined && !header && isNameRow(row)) ||
      (headerAt !== undefined &&
        header &&
        header.blockLabel === undefined &&
        (hasTotal || (gap && goesBack(headerAt, header))))
    if (isAnew && starts.at(-1) !== index) {
      starts.push(index)
      headerAt = undefined
      hasTotal = false
    }
    if (header) headerAt ??= index
    else if (headerAt !== undefined) hasTotal ||= isTotalRow(row)
  })
  return starts
}

/** Two tables side by side have two headers in one row: where the second begins. */
function secondTableColumn(header: TableHeader | undefined, row: PartRow): number | undefined {
  if (!header) return undefined
  const levels = row.cells.filter((cell) => /^一级(指标)?$/.test(bareText(cell.text)))
  const second = levels[1]
  return second && second.column > 0 ? second.column : undefined
}

/**
 * Cuts a grid into the tables that stand on it: one below the other (a title, a 项目名称 row or a
 * header after 总分 begins the next) or side by side (two headers in one row).
 */
export function splitTables(
  grid: Grid,
  gridIndex: number,
  mappings: readonly ColumnMapping[],
): TablePart[] {
  const rows = partRowsOf(grid)
  const starts = startsOf(rows, mappings)
  const toColumn = grid.columnCount - 1
  let textBefore = grid.textBefore
  return starts.flatMap((start, index) => {
    const stretch = rows.slice(start, starts[index + 1])
    if (stretch.length === 0) return []
    if (index < starts.length - 1 && stretch.every((row) => row.cells.length <= 1)) {
      // Lines in front of a title ("附件 5-1"): they belong to the table that follows.
      const lines = stretch.flatMap((row) => row.cells)
      textBefore = [...textBefore, ...lines.map(({ text, cell }) => ({ text, place: cell.place }))]
      return []
    }
    const part: TablePart = { gridIndex, grid, rows: stretch, fromColumn: 0, toColumn, textBefore }
    textBefore = []
    const at = stretch.findIndex((_, position) => readHeaderAt(stretch, position, mappings))
    const headerRow = stretch[at]
    const middle = headerRow && secondTableColumn(readHeaderAt(stretch, at, mappings), headerRow)
    if (middle === undefined) return [part]
    return [
      { ...part, rows: withCells(stretch, ({ column }) => column < middle), toColumn: middle - 1 },
      { ...part, rows: withCells(stretch, ({ column }) => column >= middle), fromColumn: middle },
    ]
  })
}
