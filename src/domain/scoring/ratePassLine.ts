import {
  compare,
  compareFraction,
  formatPercent,
  type Fraction,
  multiply,
  subtract,
} from '../decimal'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { given, NOTHING, product, type Rated, type ScoringRule } from './judgement'

/**
 * 及格线: below the line nothing; from it the plain proportion, or (rate − line) ÷ (1 − line).
 * Without a line: the proportion.
 *
 * @param rate completion rate.
 * @param words the rate as a reader can redo it: "80 ÷ 100", "1 − (6 − 5) ÷ 5".
 * @see 财预〔2021〕101号 [recalled]: 完成率低于 60% 的不得分.
 */
export function ratePassLine(
  rate: Fraction,
  words: string,
  passLine: ScoringProfileValues['passLine'],
  rule: ScoringRule,
): Rated {
  if (passLine === undefined) return product(rule, rate, words)
  const line = formatPercent(passLine.rate)
  if (compareFraction(rate, passLine.rate) < 0) {
    return given('pass-line', NOTHING, `完成率 ${words} 低于 ${line}，得 `)
  }
  const rest = subtract(1, passLine.rate)
  if (passLine.scale === 'plain' || compare(rest, 0) <= 0) return product('pass-line', rate, words)
  const rescaled = {
    numerator: subtract(rate.numerator, multiply(rate.denominator, passLine.rate)),
    denominator: multiply(rate.denominator, rest),
  }
  const share = `（${words} − ${line}）÷ ${formatPercent(rest)}`
  return product('pass-line', rescaled, share)
}
