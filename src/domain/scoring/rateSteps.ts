import { compareFraction, formatPercent, type Fraction } from '../decimal'
import type { ScoringStep } from '../profile/scoringProfile'
import { given, NOTHING, product, type Rated, type ScoringRule } from './judgement'

/**
 * Share of the highest step that a rate reaches; below all steps nothing. Steps may stand in any order.
 *
 * @param words the rate in words: "85%", "70 ÷ 100".
 */
export function rateSteps(
  rate: Fraction,
  words: string,
  steps: readonly ScoringStep[],
  rule: ScoringRule,
): Rated {
  let reached: ScoringStep | undefined
  for (const step of steps) {
    if (compareFraction(rate, step.from) < 0) continue
    if (reached === undefined || step.from > reached.from) reached = step
  }
  if (reached === undefined) {
    return given(rule, NOTHING, `${words} 未达到最低一档，得 `)
  }
  const { from, share } = reached
  const rateOfStep = { numerator: share, denominator: 1 }
  return product(
    rule,
    rateOfStep,
    `${words} 达到 ${formatPercent(from)} 一档，${formatPercent(share)}`,
  )
}
