import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { findFindings } from '@/domain/findings/findFindings'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { summariseEvaluation } from '@/domain/summary/summariseEvaluation'

/**
 * The summary row of a record: what it says by itself. Findings that come of comparing it with others
 * (docs/adr/0015-one-document-per-evaluation.md) are worked out where it is open, so that an edit of one evaluation
 * never has to rewrite the rows of its neighbours.
 */
export function summariseRecord(
  record: EvaluationRecord,
  profile: ScoringProfile,
): EvaluationSummary {
  const score = scoreEvaluation(record, profile)
  return summariseEvaluation(record, profile, score, findFindings(record, profile, { score }))
}
