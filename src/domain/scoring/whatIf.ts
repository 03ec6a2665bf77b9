import type { Evaluation } from '../evaluation/evaluation'
import type { ScoringProfile } from '../profile/scoringProfile'
import type { EvaluationScore } from './evaluationScore'
import { scoreEvaluation } from './scoreEvaluation'

/**
 * Scores an evaluation as if some actual values were others (试算); the evaluation itself is not
 * touched. A declared or reviewed score of a changed row no longer speaks of it and is left out.
 *
 * @param actuals 实际完成值 as typed, by indicator id; '' means not filled in.
 */
export function scoreWhatIf(
  evaluation: Evaluation,
  profile: ScoringProfile,
  actuals: ReadonlyMap<string, string>,
): EvaluationScore {
  const indicators = evaluation.indicators.map((indicator) => {
    const raw = actuals.get(indicator.id)
    if (raw === undefined) return indicator
    const changed = { ...indicator }
    delete changed.actual
    delete changed.declared
    delete changed.reviewed
    return raw.trim() === '' ? changed : { ...changed, actual: { raw } }
  })
  return scoreEvaluation({ ...evaluation, indicators }, profile)
}

/** Place of a total (分) among the totals of others; equal totals share the better place. */
export function rankOf(total: number, others: readonly number[]): number {
  return 1 + others.filter((other) => other > total).length
}
