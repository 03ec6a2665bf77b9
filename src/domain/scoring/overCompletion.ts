import type { ParsedActual } from '../actual/parseActual'
import { compareFraction } from '../decimal'
import type { Target } from '../target/target'

/**
 * Whether a 正向 indicator is completed so far beyond its target (130 %; the limit is profile data)
 * that an explanation is required.
 *
 * @param limit completion rate (ratio), included.
 * @see 财预〔2020〕10号: 偏离度较大的，要说明原因并适当扣分; the number is that of published notices.
 */
export function isOverCompleted(target: Target, actual: ParsedActual, limit: number): boolean {
  if (actual.kind !== 'number' || target.kind !== 'quantitative' || target.value <= 0) return false
  if (target.comparator === '≤' || target.comparator === '<') return false
  return compareFraction({ numerator: actual.value, denominator: target.value }, limit) >= 0
}
