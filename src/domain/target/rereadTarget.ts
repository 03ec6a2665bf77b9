import { isSameData } from '../evaluation/plainData'
import { parseTarget } from './parseTarget'
import type { Target, TargetContext } from './target'

/** What stands beside the 指标值 of a row. */
export function contextOf(
  { name, firstLevel, secondLevel }: Pick<TargetContext, 'name' | 'firstLevel' | 'secondLevel'>,
  fiscalYear: number | undefined,
): TargetContext {
  return {
    ...(name !== undefined && { name }),
    ...(firstLevel !== undefined && { firstLevel }),
    ...(secondLevel !== undefined && { secondLevel }),
    ...(fiscalYear !== undefined && { fiscalYear }),
  }
}

/**
 * Reads a 指标值 again because what stands beside it has changed: the name and the levels that a sign
 * is inferred from, or the year of a date that names none. A target that somebody has corrected, or
 * that was read from cells that are no longer there, stays as it is.
 *
 * @param before what stood beside it when it was read.
 */
export function rereadTarget(target: Target, before: TargetContext, after: TargetContext): Target {
  const isAsRead = isSameData(parseTarget(target.raw, before), target)
  return isAsRead ? parseTarget(target.raw, after) : target
}
