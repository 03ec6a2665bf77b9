import { daysBetween } from '../calendar'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { type Judgement, given, met, NOTHING, product } from './judgement'

/**
 * 时限 ("2024年12月31日前"): on or before the day w. Late: nothing, or, where the profile says so,
 * w × max(0, 1 − days late ÷ days from 1 January of the fiscal year to the deadline).
 *
 * @param deadline ISO date.
 * @param actual ISO date; a month has been read as its last day.
 * @param fiscalYear absent: the year of the deadline.
 *
 * Source: project decision.
 */
export function scoreDeadline(
  deadline: string,
  actual: string,
  lateRule: ScoringProfileValues['lateRule'],
  fiscalYear: number | undefined,
): Judgement {
  const late = daysBetween(deadline, actual)
  if (late <= 0) return met('deadline')
  const days = daysBetween(`${fiscalYear ?? deadline.slice(0, 4)}-01-01`, deadline)
  if (lateRule === 'zero' || late >= days) {
    return given('deadline', NOTHING, `${actual} 完成，晚于 ${deadline}，得 `)
  }
  const rate = { numerator: days - late, denominator: days }
  return product('deadline', rate, `晚 ${late} 天，（1 − ${late} ÷ ${days}）`)
}
