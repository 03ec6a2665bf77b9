import { formatPlain, multiply, toNumber } from '@/domain/decimal'
import type { Funds, FundsRow } from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'

export type FundsField = 'initialBudget' | 'annualBudget' | 'annualExecution'
export const fundsFields: readonly FundsField[] = [
  'initialBudget',
  'annualBudget',
  'annualExecution',
]

const kinds: readonly FundsRow['kind'][] = ['total', 'current', 'carried-over', 'other']

/** Rows of the block; a form that has none shows the four of the national form to fill in. */
export function shownFundsRows(
  funds: Funds,
  labelOf: (kind: FundsRow['kind']) => string,
): readonly FundsRow[] {
  return funds.rows.length > 0 ? funds.rows : kinds.map((kind) => ({ kind, label: labelOf(kind) }))
}

const perPrinted = (printedUnit: Funds['printedUnit']) => (printedUnit === '元' ? 10_000 : 1)
const perStored = (printedUnit: Funds['printedUnit']) => (printedUnit === '元' ? 0.0001 : 1)

/** An amount in 万元 as the form prints it, in its own unit; '' where it is missing. */
export function formatAmount(
  amount: number | undefined,
  printedUnit: Funds['printedUnit'],
): string {
  return amount === undefined ? '' : formatPlain(multiply(amount, perPrinted(printedUnit)))
}

/** An amount in the unit of the form, in 万元. */
export function toTenThousandYuan(printed: number, printedUnit: Funds['printedUnit']): number {
  return toNumber(multiply(printed, perStored(printedUnit)))
}

/**
 * Sets one amount.
 *
 * @param rows as they are shown: the first amount in an empty block stores all its rows.
 * @param amount 万元; undefined empties the cell.
 */
export function setAmount(
  funds: Funds,
  rows: readonly FundsRow[],
  index: number,
  field: FundsField,
  amount: number | undefined,
): EvaluationEdit {
  if (funds.rows.length > 0) {
    return { type: 'set', path: ['funds', 'rows', String(index), field], value: amount }
  }
  const value = rows.map((row, position) =>
    position === index && amount !== undefined ? { ...row, [field]: amount } : row,
  )
  return { type: 'set', path: ['funds', 'rows'], value }
}
