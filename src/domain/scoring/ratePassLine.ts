import { compareFraction, type Fraction, formatPlain, multiply, subtract } from '../decimal'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { type Arithmetic, NOTHING, type Rated, rated, type ScoringRule } from './judgement'

/** A completion rate, and its words a reader can redo: "80 ÷ 100", "1 − (6 − 5) ÷ 5". */
export interface Completion {
  rate: Fraction
  words: () => string
}

/**
 * 及格线: below the line nothing; from it the plain proportion, or (rate − line) ÷ (1 − line).
 * Without a line: the proportion.
 *
 * @see 财预〔2021〕101号 [recalled]: 完成率低于 60% 的不得分.
 */
export function ratePassLine(
  { rate, words }: Completion,
  passLine: ScoringProfileValues['passLine'],
  rule: ScoringRule,
): Rated {
  const proportion: Arithmetic = (maxScore, score) => `${words()} × ${maxScore} = ${score}`
  if (passLine === undefined) return rated(rule, rate, proportion)
  const line = formatPlain(multiply(passLine.rate, 100))
  if (compareFraction(rate, passLine.rate) < 0) {
    return rated('pass-line', NOTHING, (_, score) => `完成率 ${words()} 低于 ${line}%，得 ${score}`)
  }
  const rest = subtract(1, passLine.rate)
  if (passLine.scale === 'plain' || rest.lte(0)) return rated('pass-line', rate, proportion)
  const rescaled = {
    numerator: subtract(rate.numerator, multiply(rate.denominator, passLine.rate)),
    denominator: multiply(rate.denominator, rest),
  }
  return rated(
    'pass-line',
    rescaled,
    (maxScore, score) =>
      `（${words()} − ${line}%）÷ ${formatPlain(rest.times(100))}% × ${maxScore} = ${score}`,
  )
}
