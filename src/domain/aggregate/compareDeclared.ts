import { round, subtract, sum, toNumber } from '../decimal'
import type { EvaluationSummary } from '../summary/evaluationSummary'
import { groupSummaries } from './groupSummaries'

/** 自评分 − 规则分 of the evaluations of one unit that have both totals, in 分. */
export interface DeclaredDifference {
  /** `undefined`: the evaluations name no unit. */
  unit: string | undefined
  /** Sum of the differences: more than 0, the unit gives itself more than the rules. */
  difference: number
  /** Arithmetic mean of the differences, 2 decimals. */
  mean: number
  /** Largest single difference either way, with its sign. */
  largest: number
  higher: number
  lower: number
  equal: number
}

/** Who over-scores: units by the sum of their differences, highest first. */
export function compareDeclaredByUnit(
  summaries: readonly EvaluationSummary[],
): DeclaredDifference[] {
  return groupSummaries(summaries, 'unit')
    .flatMap(({ key, summaries: members }) => {
      const differences = members.flatMap(declaredDifference)
      if (differences.length === 0) return []
      const difference = sum(differences)
      return {
        unit: key,
        difference,
        mean: round(difference / differences.length, 2),
        largest: differences.reduce((largest, value) =>
          Math.abs(value) > Math.abs(largest) ? value : largest,
        ),
        higher: differences.filter((value) => value > 0).length,
        lower: differences.filter((value) => value < 0).length,
        equal: differences.filter((value) => value === 0).length,
      }
    })
    .sort((one, other) => other.difference - one.difference)
}

function declaredDifference({ scores }: EvaluationSummary): number[] {
  const { computed, declared } = scores
  if (computed.total === undefined || declared.total === undefined) return []
  return [toNumber(subtract(declared.total, computed.total))]
}
