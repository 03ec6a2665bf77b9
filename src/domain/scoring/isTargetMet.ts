import type { ParsedActual } from '../actual/parseActual'
import { compare, type Decimal } from '../decimal'
import type { Comparator, Target } from '../target/target'

/**
 * Whether a figure, date or grade keeps its target; `undefined` where the two cannot be compared.
 * `=` is kept as 正向 is (A ≥ T), a target of exactly 0 by A ≤ 0. A repeat of the target counts as met.
 */
export function isTargetMet(target: Target, actual: ParsedActual): boolean | undefined {
  if (actual.kind === 'repeat') return true
  if (actual.kind === 'band') return actual.band === 'met'
  if (actual.kind === 'date') {
    return target.kind === 'deadline' ? actual.date <= target.date : undefined
  }
  if (actual.kind === 'period') {
    if (target.kind !== 'period') return undefined
    return actual.from <= target.from && actual.to >= target.to
  }
  if (actual.kind !== 'number') return undefined
  if (target.kind === 'quantitative') return keeps(actual.value, target.comparator, target.value)
  if (target.kind !== 'range') return undefined
  return compare(actual.value, target.from) >= 0 && compare(actual.value, target.to) <= 0
}

function keeps(actual: Decimal, comparator: Comparator, target: number): boolean {
  const difference = compare(actual, target)
  switch (comparator) {
    case '≥':
      return difference >= 0
    case '>':
      return difference > 0
    case '=':
      return target === 0 ? difference <= 0 : difference >= 0
    case '≤':
      return difference <= 0
    case '<':
      return difference < 0
  }
}
