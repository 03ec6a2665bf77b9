import { daysBetween } from '../calendar'
import { type Judgement, met, product } from './judgement'

interface Period {
  /** ISO dates, inclusive. */
  from: string
  to: string
}

/**
 * 期间 ("2024年全年"): covered whole w; else pro rata by days.
 *
 * Source: project decision.
 */
export function scorePeriod(target: Period, actual: Period): Judgement {
  const from = actual.from > target.from ? actual.from : target.from
  const to = actual.to < target.to ? actual.to : target.to
  const days = daysBetween(target.from, target.to) + 1
  const covered = to < from ? 0 : daysBetween(from, to) + 1
  if (covered === days) return met('period')
  const rate = { numerator: covered, denominator: days }
  return product('period', rate, `覆盖 ${covered} 天，${covered} ÷ ${days}`)
}
