import type { Evaluation, Indicator } from '../evaluation/evaluation'
import { comparableName } from '../indicator/indicatorName'

/** What a printed sign says of a figure: at least, or at most. */
export type Direction = 'floor' | 'ceiling'

/** Direction of a printed sign; an inferred one is our reading, not the form's statement. */
export function directionOf({ target }: Indicator): Direction | undefined {
  if (target.kind !== 'quantitative' || target.isInferred || target.comparator === '=') {
    return undefined
  }
  return target.comparator === '≥' || target.comparator === '>' ? 'floor' : 'ceiling'
}

interface Occurrence {
  evaluation: Evaluation
  indicator: Indicator
}

/** By indicator name: the first tables that give it a floor, and the first that give it a ceiling. */
export type DirectionIndex = ReadonlyMap<string, Partial<Record<Direction, Occurrence[]>>>

/** Two of each suffice: one of them may be the very table that is being looked at. */
const KEPT_PER_DIRECTION = 2

/** Reads all tables once. */
export function indexDirections(evaluations: readonly Evaluation[]): DirectionIndex {
  const index = new Map<string, Partial<Record<Direction, Occurrence[]>>>()
  for (const evaluation of evaluations) {
    for (const indicator of evaluation.indicators) {
      const direction = directionOf(indicator)
      if (direction === undefined) continue
      const name = comparableName(indicator.name)
      const entry = index.get(name) ?? {}
      const occurrences = (entry[direction] ??= [])
      const isKnown = occurrences.some((kept) => kept.evaluation === evaluation)
      if (!isKnown && occurrences.length < KEPT_PER_DIRECTION) {
        occurrences.push({ evaluation, indicator })
      }
      index.set(name, entry)
    }
  }
  return index
}

const indexes = new WeakMap<readonly Evaluation[], DirectionIndex>()

/**
 * The index of an array of tables, made once per array: looking at each of n tables against the
 * others costs n, not n². The array is not to be changed afterwards; live queries give a new one.
 */
export function directionIndexOf(evaluations: readonly Evaluation[]): DirectionIndex {
  const known = indexes.get(evaluations)
  if (known) return known
  const index = indexDirections(evaluations)
  indexes.set(evaluations, index)
  return index
}
