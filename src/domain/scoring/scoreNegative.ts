import { compare, type Decimal, formatPlain, multiply, subtract } from '../decimal'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { type Judgement, given, met, NOTHING, unscored } from './judgement'
import { ratePassLine } from './ratePassLine'

/**
 * 反向指标: met (A ≤ T, or A < T) earns w. Unmet, by profile, w·T/A, or w·(1−(A−T)/T), which is 0
 * from A = 2T. T = 0 and A > 0 earns 0; T < 0 and unmet leaves nothing to divide by.
 *
 * @see docs/adr/0003-negative-indicators.md: the regulation gives no formula, both are in use.
 */
export function scoreNegative(
  comparator: '≤' | '<',
  target: number,
  actual: Decimal,
  negativeRule: ScoringProfileValues['negativeRule'],
  passLine: ScoringProfileValues['passLine'],
): Judgement {
  const rule = negativeRule === 'ratio' ? 'negative-ratio' : 'negative-deviation'
  const difference = compare(actual, target)
  if (comparator === '<' ? difference < 0 : difference <= 0) return met(rule)
  if (target < 0 || (target === 0 && difference === 0)) return unscored('proportion-undefined')
  const a = formatPlain(actual)
  if (target === 0) return given(rule, NOTHING, `指标值为 0，实际 ${a}，得 `)
  const t = formatPlain(target)
  if (negativeRule === 'ratio') {
    return ratePassLine({ numerator: target, denominator: actual }, `${t} ÷ ${a}`, passLine, rule)
  }
  const remainder = subtract(multiply(target, 2), actual)
  if (compare(remainder, 0) <= 0) {
    return given(rule, NOTHING, `实际 ${a} 已达指标值 ${t} 的 2 倍，得 `)
  }
  const rate = { numerator: remainder, denominator: target }
  return ratePassLine(rate, `（1 −（${a} − ${t}）÷ ${t}）`, passLine, rule)
}
