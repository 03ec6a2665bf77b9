import { compare, type Decimal, formatPlain } from '../decimal'
import type { ScoringStep } from '../profile/scoringProfile'
import type { Target } from '../target/target'
import { given, type Judgement, NOTHING } from './judgement'
import { rateSteps } from './rateSteps'
import { scorePositive } from './scorePositive'

/**
 * 满意度 by steps: ≥ 90 % → 100 % of w, 80–90 → 80 %, 60–80 → 50 %, < 60 → 0.
 *
 * The steps are steps of the satisfaction itself. Where it is not printed as a percentage (4.5 of 5
 * points), they are steps of A/T; a target of 0 or less has no such rate, and the general rule decides.
 *
 * @see 财预〔2021〕101号, 满意度赋分 [recalled].
 */
export function scoreSatisfaction(
  comparator: '≥' | '>' | '=',
  target: Extract<Target, { kind: 'quantitative' }>,
  actual: Decimal,
  steps: readonly ScoringStep[],
): Judgement {
  const rule = 'satisfaction-steps'
  if (compare(actual, 0) < 0) {
    return given(rule, NOTHING, `实际完成值 ${formatPlain(actual)} 小于 0，得 `)
  }
  if (target.measureUnit === '%') {
    const rate = { numerator: actual, denominator: 100 }
    return rateSteps(rate, `满意度 ${formatPlain(actual)}%`, steps, rule)
  }
  if (target.value <= 0) return scorePositive(comparator, target.value, actual, undefined)
  const rate = { numerator: actual, denominator: target.value }
  return rateSteps(rate, `${formatPlain(actual)} ÷ ${formatPlain(target.value)}`, steps, rule)
}
