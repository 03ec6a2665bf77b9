import { round } from '../../domain/decimal'
import type { Funds } from '../../domain/evaluation/evaluation'

/** 元 in a 万元. Amounts are kept in 万元 and printed in the unit of the form. */
const yuanPerTenThousand = 10_000

/** @param amount 万元. @returns the number the form shows, in `printedUnit`. */
export function toPrintedUnit(
  amount: number | undefined,
  printedUnit: Funds['printedUnit'],
): number | undefined {
  if (amount === undefined || printedUnit === '万元') return amount
  return round(amount * yuanPerTenThousand, 4)
}

/** @param printed in `printedUnit`. @returns 万元. */
export function fromPrintedUnit(printed: number, printedUnit: Funds['printedUnit']): number {
  return printedUnit === '万元' ? printed : round(printed / yuanPerTenThousand, 8)
}
