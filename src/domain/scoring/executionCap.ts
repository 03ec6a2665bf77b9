import { compareFraction } from '../decimal'
import type { Funds } from '../evaluation/evaluation'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { budgetFigures } from './scoreBudgetExecution'

/**
 * Highest total (分) that the execution rate allows; `undefined` without a cap, or where the rate is
 * not known. Off in the built-in profiles.
 *
 * Source: one province's notice (rate 70–80 % → at most 89, 60–70 % → 79, 50–60 % → 69, < 50 % → 59).
 */
export function executionCapOf(
  funds: Funds,
  caps: ScoringProfileValues['executionCaps'],
): number | undefined {
  if (caps.length === 0) return undefined
  const { budget, execution } = budgetFigures(funds)
  if (budget === undefined || execution === undefined || budget <= 0) return undefined
  const rate = { numerator: execution, denominator: budget }
  const reached = caps.filter((cap) => compareFraction(rate, cap.below) < 0)
  return reached.reduce<number | undefined>(
    (lowest, { maxTotal }) => (lowest === undefined || maxTotal < lowest ? maxTotal : lowest),
    undefined,
  )
}
