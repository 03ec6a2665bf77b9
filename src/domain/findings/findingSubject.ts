import type { Evaluation, Indicator } from '../evaluation/evaluation'
import type { ScoringProfile } from '../profile/scoringProfile'
import type { EvaluationScore, RowScore } from '../scoring/evaluationScore'
import { hasText } from './hasText'

/** One row of the form as a finding names it. */
export interface SubjectRow {
  indicator: Indicator
  /** 第 1 行 “物业及运维护” */
  label: string
  /** Absent on rows outside the scores. */
  score: RowScore | undefined
}

/** What every group of findings looks at; made once for all of them. */
export interface FindingSubject {
  evaluation: Evaluation
  profile: ScoringProfile
  score: EvaluationScore
  rows: readonly SubjectRow[]
  /**
   * Whether the table is being filled in: a self-evaluation, or any table into which an actual value,
   * a score or an execution has been entered. A target table before its year is not blamed for what
   * can only be known after it (docs/adr/0010-findings-by-stage.md).
   */
  isReporting: boolean
}

/** @param score of the same evaluation under the same profile. */
export function makeFindingSubject(
  evaluation: Evaluation,
  profile: ScoringProfile,
  score: EvaluationScore,
): FindingSubject {
  const scores = new Map(score.indicators.map((row) => [row.indicatorId, row]))
  return {
    evaluation,
    profile,
    score,
    rows: evaluation.indicators.map((indicator, index) => ({
      indicator,
      label: `第 ${index + 1} 行 “${indicator.name}”`,
      score: scores.get(indicator.id),
    })),
    isReporting:
      evaluation.form === 'self-evaluation' ||
      evaluation.indicators.some((row) => hasText(row.actual?.raw) || row.declared !== undefined) ||
      evaluation.funds.rows.some((row) => row.annualExecution !== undefined),
  }
}
