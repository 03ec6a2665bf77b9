import { type FundsField, fundsFieldOf, isFundsLabel } from './fundsWords'
import { readFigure } from './readFigure'
import type { PartRow } from './tablePart'

/** The row with "其中：基本支出：2100" as a label and an amount beside it. */
export function withInlineAmounts(row: PartRow): PartRow {
  const cells = row.cells.flatMap((cell) => {
    const [, label = '', amount = ''] =
      /^(.+)[:：]\s*([\d.,]+\s*(?:万元|元)?)$/s.exec(cell.text) ?? []
    const isInline = isFundsLabel(label) && readFigure(amount) !== undefined
    return isInline
      ? [
          { ...cell, text: label },
          { ...cell, text: amount },
        ]
      : [cell]
  })
  return { ...row, cells }
}

/** A column of the funds block. */
export interface FundsColumn {
  field: FundsField
  column: number
}

/**
 * Columns of amounts, if the row heads them: 年初预算数 | 全年执行数 | 执行率. What stands over the
 * labels of the rows ("年度预算数（万元） | 年初预算 | …") is none of them.
 */
export function fundsColumnsOf(
  row: PartRow,
  below: PartRow | undefined,
): FundsColumn[] | undefined {
  // 预算执行数 | 98 | 预算执行率 | 98%: labels with their amounts, no headings.
  if (row.cells.some(({ text }) => readFigure(text))) return undefined
  const label = below?.cells.find(({ text }) => isFundsLabel(text))
  const columns = row.cells.flatMap(({ text, column }) => {
    const isOverLabels = label !== undefined && column <= label.column
    const field = isOverLabels ? undefined : fundsFieldOf(text)
    return field === undefined ? [] : [{ field, column }]
  })
  const hasAmounts = columns.some(({ field }) => field !== 'rate' && field !== 'score')
  return columns.length >= 2 && hasAmounts ? columns : undefined
}

/**
 * Whether labels of the funds head the amounts of a list of tasks (总额 | 财政拨款 | 其他资金), or the
 * row that does (预算金额): they name no row.
 */
export function headsAmounts(row: PartRow, below: PartRow | undefined): boolean {
  const labels = row.cells.filter(({ text }) => isFundsLabel(text))
  const [first] = labels
  if (!first || !below || row.cells.some(({ text }) => readFigure(text))) return false
  const under = below.cells.filter(({ column }) => column >= first.column)
  const figures = below.cells.filter(({ text }) => readFigure(text))
  const hasFigures = labels.length > 1 && figures.length > 1 && figures[0]?.column === first.column
  // 任务名称 | 主要内容 | 预算金额: a row of the block has its label and the block's beside it.
  const isHeading = row.cells.length > 2 && labels.length === 1 && figures.length === 0
  return (
    hasFigures || (isHeading && under.length > 1 && under.every(({ text }) => isFundsLabel(text)))
  )
}

/**
 * Where a funds block with headed columns begins below the indicators, as some forms print it.
 * @returns positions of its first row and behind its last, or `undefined`.
 */
export function findFundsBlock(
  rows: readonly PartRow[],
  from: number,
): { start: number; end: number } | undefined {
  const hasLabel = (row: PartRow | undefined) =>
    row?.cells.slice(0, 2).some(({ text }) => isFundsLabel(text)) ?? false
  const start = rows.findIndex(
    (row, at) =>
      at >= from && hasLabel(rows[at + 1]) && fundsColumnsOf(row, rows[at + 1]) !== undefined,
  )
  if (start === -1) return undefined
  const rest = rows.slice(start + 1).findIndex((row) => !hasLabel(row))
  return { start, end: rest === -1 ? rows.length : start + 1 + rest }
}
