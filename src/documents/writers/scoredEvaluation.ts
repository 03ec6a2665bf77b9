import type { Evaluation } from '@/domain/evaluation/evaluation'
import type { Finding } from '@/domain/findings/finding'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import type { EvaluationScore } from '@/domain/scoring/evaluationScore'

/** An evaluation with what the rules say about it: everything a writer prints. */
export interface ScoredEvaluation {
  evaluation: Evaluation
  profile: ScoringProfile
  score: EvaluationScore
  findings: readonly Finding[]
}
