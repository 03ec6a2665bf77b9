import type { Grade } from '../scoring/evaluationScore'
import type { EvaluationSummary } from '../summary/evaluationSummary'
import { mainScore, type ScoreKind } from '../summary/mainScore'

/** Evaluations by grade; `ungraded` have no total yet (未完成填报). */
export type GradeCounts = Record<Grade | 'ungraded', number>

/** @param kind absent: the score each overview shows first. */
export function countGrades(
  summaries: readonly EvaluationSummary[],
  kind?: ScoreKind,
): GradeCounts {
  const counts: GradeCounts = { excellent: 0, good: 0, fair: 0, poor: 0, ungraded: 0 }
  for (const summary of summaries) {
    const { grade } = kind ? summary.scores[kind] : mainScore(summary)
    counts[grade ?? 'ungraded'] += 1
  }
  return counts
}
