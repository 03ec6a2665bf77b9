import {
  largestFigure,
  type ParsedFigure,
  parseFigure,
} from '@/components/indicatorTable/parseFigure'
import { formatPlain, multiply, toNumber } from '@/domain/decimal'
import type { Funds, FundsRow } from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { foldText } from '@/domain/target/foldText'

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

/** An amount in 万元 as the form prints it, in its own unit; '' where it is missing. */
export function formatAmount(
  amount: number | undefined,
  printedUnit: Funds['printedUnit'],
): string {
  return amount === undefined ? '' : formatPlain(multiply(amount, perPrinted(printedUnit)))
}

/** Units an amount may be typed in: 万元 in one of them, and decimals down to the 分 of a yuan. */
const amountUnits: Readonly<Record<string, { perStored: number; decimals: number }>> = {
  元: { perStored: 0.0001, decimals: 2 },
  万: { perStored: 1, decimals: 6 },
  万元: { perStored: 1, decimals: 6 },
  亿: { perStored: 10_000, decimals: 10 },
  亿元: { perStored: 10_000, decimals: 10 },
}

/**
 * Reads an amount typed into the funds block: a plain figure is in the unit of the form, another unit
 * is written behind it.
 *
 * @returns the figure in 万元.
 */
export function parseAmount(text: string, printedUnit: Funds['printedUnit']): ParsedFigure {
  const [, digits, typed = printedUnit] =
    /^(.+?)\s*(亿元|亿|万元|万|元)?$/.exec(foldText(text).trim()) ?? []
  const unit = amountUnits[typed]
  if (digits === undefined || !unit) return { kind: 'empty' }
  const parsed = parseFigure(digits, unit.decimals)
  const figures = { text: text.trim() }
  if (parsed.kind === 'problem') {
    const code = parsed.problem.code === 'not-a-figure' ? 'not-an-amount' : parsed.problem.code
    return {
      kind: 'problem',
      problem: { code, figures: { ...parsed.problem.figures, ...figures } },
    }
  }
  if (parsed.kind === 'empty') return parsed
  const value = toNumber(multiply(parsed.value, unit.perStored))
  return value > largestFigure
    ? { kind: 'problem', problem: { code: 'too-many-digits', figures } }
    : { kind: 'figure', value }
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
