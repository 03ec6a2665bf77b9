import type { FundsRow } from '../../domain/evaluation/evaluation'
import type { FormGridBuilder } from './formGridBuilder'
import type { PrintableEvaluation } from './formLayout'
import { toPrintedUnit } from './printAmount'

/** Columns of the widest form whose amounts go over the whole width. */
const widest = 8

/**
 * 项目资金 of a form agreed before the year: a label and its budget a row, over the whole width.
 * @param rows those of the evaluation, or blank ones to be filled in.
 */
export function writeFundsRows(
  builder: FormGridBuilder,
  { funds: { printedUnit } }: PrintableEvaluation,
  rows: readonly FundsRow[],
): void {
  if (rows.length === 0) return
  // On a form of many columns the amount stands near its label, not at the far edge.
  const width = builder.columnCount > widest ? 1 : builder.columnCount - 2
  const rest = builder.columnCount - 2 - width
  builder.add(0, `项目资金\n（${printedUnit}）`, 'label', { rowSpan: rows.length })
  rows.forEach((row, index) => {
    builder.add(1, row.label, 'label')
    const field =
      row.initialBudget === undefined && row.annualBudget !== undefined
        ? 'annualBudget'
        : 'initialBudget'
    builder.addNumber(2, toPrintedUnit(row[field], printedUnit), 'number', {
      columnSpan: width,
      path: `funds.rows.${String(index)}.${field}`,
    })
    if (rest > 0) builder.add(2 + width, '', 'value', { columnSpan: rest })
    builder.row += 1
  })
}
