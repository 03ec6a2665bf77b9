import type { Evaluation } from '@/domain/evaluation/evaluation'
import type { Provenance } from '@/domain/evaluation/provenance'
import type { Finding } from '@/domain/findings/finding'
import type { RectificationLedger } from '@/domain/rectification/rectificationLedger'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import type { EvaluationScore } from '@/domain/scoring/evaluationScore'

/** An evaluation with what the rules say about it: everything a writer prints. */
export interface ScoredEvaluation {
  evaluation: Evaluation
  profile: ScoringProfile
  score: EvaluationScore
  findings: readonly Finding[]
  /** 整改台账, kept beside the evaluation; absent where there is none. */
  rectifications?: RectificationLedger
  /** Where the history stood, and the evidence; absent: not known to the writer. */
  provenance?: Provenance
}
