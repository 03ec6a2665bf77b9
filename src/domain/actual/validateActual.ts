import { compare } from '../decimal'
import { foldText } from '../target/foldText'
import { looksLikeDate } from '../target/readDates'
import type { Target } from '../target/target'
import { type ActualContext, parseActual } from './parseActual'

/** What is wrong with a text typed into a 实际完成值 cell. Each has a text in `locales/`. */
export type ActualProblem =
  | 'not-a-number' // letters where a figure belongs; words are kept and wait for a figure
  | 'too-many-digits' // 1e309, or more than 15 digits: the figure would be changed in silence
  | 'negative-rate' // a rate below 0 %
  | 'no-such-date' // 2024年2月30日
  | 'not-a-date'
  | 'not-a-period'

/** Names under which a rate below zero is a figure and no slip: growth, change, difference. */
const MAY_BE_NEGATIVE = /增|减|降|升|变化|变动|差|同比|环比|利润|收益率|结余/

/**
 * What cannot be a 实际完成值 at all, checked while it is typed. `undefined`: nothing to say; also for
 * words where a figure or a date belongs: they are kept, and the rules and findings speak to them.
 */
export function validateActual(
  raw: string,
  target: Target,
  context: ActualContext = {},
): ActualProblem | undefined {
  const actual = parseActual(raw, target, context)
  if (actual.kind === 'number') {
    const isRate = 'measureUnit' in target && target.measureUnit === '%'
    if (!isRate || isGrowth(target) || MAY_BE_NEGATIVE.test(context.name ?? '')) return undefined
    return compare(actual.value, 0) < 0 ? 'negative-rate' : undefined
  }
  if (actual.kind !== 'unreadable') return undefined
  const text = foldText(raw)
  const hasWords = /\p{Script=Han}/u.test(text)
  switch (target.kind) {
    case 'quantitative':
    case 'range':
      return hasTooManyDigits(text) ? 'too-many-digits' : hasWords ? undefined : 'not-a-number'
    case 'deadline':
      return looksLikeDate(text) ? 'no-such-date' : hasWords ? undefined : 'not-a-date'
    case 'period':
      return looksLikeDate(text) ? 'no-such-date' : hasWords ? undefined : 'not-a-period'
    case 'qualitative':
    case 'none':
      return undefined
  }
}

/** A target below 0 % is a growth rate: its actual may be negative too. */
function isGrowth(target: Target): boolean {
  return (
    (target.kind === 'quantitative' ? target.value : target.kind === 'range' ? target.from : 0) < 0
  )
}

function hasTooManyDigits(text: string): boolean {
  return (
    /^[≥≤=<>]?\s*[+-]?[\d,]+(?:\.\d+)?(?:[eE][+-]?\d+)?/.test(text) &&
    /\d{16}|[eE][+-]?\d{2}|\d[\d.,]{16}/.test(text)
  )
}
