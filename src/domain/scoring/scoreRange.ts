import { compare, type Decimal } from '../decimal'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { type Judgement, met } from './judgement'
import { scoreNegative } from './scoreNegative'
import { scorePositive } from './scorePositive'

/**
 * Range a–b: inside w; below as 正向 against a, above as 反向 against b.
 *
 * Source: project decision.
 */
export function scoreRange(
  range: { from: number; to: number },
  actual: Decimal,
  negativeRule: ScoringProfileValues['negativeRule'],
  passLine: ScoringProfileValues['passLine'],
): Judgement {
  if (compare(actual, range.from) < 0) return scorePositive('≥', range.from, actual, passLine)
  if (compare(actual, range.to) > 0) {
    return scoreNegative('≤', range.to, actual, negativeRule, passLine)
  }
  return met('range')
}
