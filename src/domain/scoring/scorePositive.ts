import { compare, type Decimal, formatPlain } from '../decimal'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { type Judgement, given, met, NOTHING, unscored } from './judgement'
import { ratePassLine } from './ratePassLine'

/**
 * 正向指标 and 等于: A ≥ T earns w, else w·A/T.
 *
 * `>` at equality is unmet, and the proportion gives w. T ≤ 0 and unmet leaves nothing to divide by.
 * A < 0 earns 0. For `=`, a target of 0 is met by A ≤ 0 and earns nothing above.
 *
 * @see 财预〔2020〕10号: 完成指标值的，记该指标所赋全部分值；未完成指标值的，按照完成值与指标值的比例记分.
 */
export function scorePositive(
  comparator: '≥' | '>' | '=',
  target: number,
  actual: Decimal,
  passLine: ScoringProfileValues['passLine'],
): Judgement {
  const difference = compare(actual, target)
  if (comparator === '=' && target === 0) {
    return difference <= 0
      ? met('positive')
      : given('positive', NOTHING, `指标值为 0，实际 ${formatPlain(actual)}，得 `)
  }
  if (comparator === '>' ? difference > 0 : difference >= 0) return met('positive')
  if (target <= 0) return unscored('proportion-undefined')
  if (compare(actual, 0) < 0) {
    return given('positive', NOTHING, `实际完成值 ${formatPlain(actual)} 小于 0，得 `)
  }
  const rate = { numerator: actual, denominator: target }
  return ratePassLine(rate, `${formatPlain(actual)} ÷ ${formatPlain(target)}`, passLine, 'positive')
}
