import { compare, toNumber } from '../decimal'
import { convertMoney } from '../target/measureUnit'
import type { Comparator, Target } from '../target/target'

/**
 * What became of a 指标值. `softened`: easier to meet than before; `turned`: floor and ceiling
 * changed places; `changed`: other words or another unit, which only a reader can judge.
 */
export type TargetChange = 'same' | 'softened' | 'tightened' | 'turned' | 'changed'

type Quantitative = Extract<Target, { kind: 'quantitative' }>

/** Compares meanings, not notations: "≥98%" and "不低于98%" are the same. */
export function compareTargets(before: Target, after: Target): TargetChange {
  if (before.kind === 'quantitative' && after.kind === 'quantitative') {
    return compareFigures(before, after)
  }
  if (before.kind === 'range' && after.kind === 'range') {
    if (before.measureUnit !== after.measureUnit) return 'changed'
    return compareSpans(before, after, 'wider-is-softer')
  }
  if (before.kind === 'deadline' && after.kind === 'deadline') {
    if (before.date === after.date) return 'same'
    return after.date > before.date ? 'softened' : 'tightened'
  }
  if (before.kind === 'period' && after.kind === 'period') {
    return compareSpans(before, after, 'narrower-is-softer')
  }
  if (before.kind === after.kind) return wordsOf(before) === wordsOf(after) ? 'same' : 'changed'
  return compareKinds(before, after)
}

/** A figure or a date binds; words bind less; nothing binds not at all. */
function compareKinds(before: Target, after: Target): TargetChange {
  const bindings = { none: 0, qualitative: 1, quantitative: 2, range: 2, deadline: 2, period: 2 }
  const difference = bindings[after.kind] - bindings[before.kind]
  if (difference === 0) return 'changed'
  return difference < 0 ? 'softened' : 'tightened'
}

const wordsOf = (target: Target): string =>
  (target.kind === 'qualitative' ? target.text : '').replace(/[\s，。、；,.;]/g, '')

type Direction = 'floor' | 'ceiling' | 'exact'
const DIRECTIONS: Readonly<Record<Comparator, Direction>> = {
  '≥': 'floor',
  '>': 'floor',
  '=': 'exact',
  '≤': 'ceiling',
  '<': 'ceiling',
}

function compareFigures(before: Quantitative, after: Quantitative): TargetChange {
  const one = DIRECTIONS[before.comparator]
  const other = DIRECTIONS[after.comparator]
  if (one !== other && one !== 'exact' && other !== 'exact') return 'turned'

  const value = inUnitOf(after, before)
  if (value === undefined) return 'changed'
  const difference = compare(value, before.value)
  // = is scored like ≥, and beside a ceiling it is one.
  const isCeiling = one === 'ceiling' || other === 'ceiling'
  if (difference !== 0) return difference > 0 === isCeiling ? 'softened' : 'tightened'

  const strictness = isStrict(after) - isStrict(before)
  if (strictness === 0) return 'same'
  return strictness < 0 ? 'softened' : 'tightened'
}

const isStrict = ({ comparator }: Quantitative): number =>
  comparator === '>' || comparator === '<' ? 1 : 0

/** Value of one target in the unit of the other; `undefined` where they measure different things. */
function inUnitOf(target: Quantitative, { measureUnit }: Quantitative): number | undefined {
  // A unit left out in one of two tables is the other's.
  if (target.measureUnit === undefined || measureUnit === undefined) return target.value
  if (target.measureUnit === measureUnit) return target.value
  const converted = convertMoney(target.value, target.measureUnit, measureUnit)
  return converted === undefined ? undefined : toNumber(converted)
}

function compareSpans<Bound extends number | string>(
  before: { from: Bound; to: Bound },
  after: { from: Bound; to: Bound },
  rule: 'wider-is-softer' | 'narrower-is-softer',
): TargetChange {
  if (after.from === before.from && after.to === before.to) return 'same'
  const isWider = after.from <= before.from && after.to >= before.to
  const isNarrower = after.from >= before.from && after.to <= before.to
  if (!isWider && !isNarrower) return 'changed'
  return isWider === (rule === 'wider-is-softer') ? 'softened' : 'tightened'
}
