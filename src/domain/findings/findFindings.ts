import type { Evaluation } from '../evaluation/evaluation'
import type { ScoringProfile } from '../profile/scoringProfile'
import type { EvaluationScore } from '../scoring/evaluationScore'
import { scoreEvaluation } from '../scoring/scoreEvaluation'
import { findActualFindings } from './findActualFindings'
import { findAnalysisFindings } from './findAnalysisFindings'
import { findComparisonFindings } from './findComparisonFindings'
import { findCoverageFindings } from './findCoverageFindings'
import { findDirectionFindings } from './findDirectionFindings'
import type { Finding, Severity } from './finding'
import { makeFindingSubject } from './findingSubject'
import { findFundsFindings } from './findFundsFindings'
import { findScoreFindings } from './findScoreFindings'
import { findTargetFindings } from './findTargetFindings'
import { findTextFindings } from './findTextFindings'
import { findWeightFindings } from './findWeightFindings'

/** Tables beside the one that is looked at. */
export interface FindingContext {
  /** Other evaluations, or all of them; the evaluation itself may be among them. Not mutated later. */
  others?: readonly Evaluation[]
  /** The 绩效目标表 that was approved for this self-evaluation. */
  targetTable?: Evaluation
  /** Score of this evaluation under this profile, where it is known already. */
  score?: EvaluationScore
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

/**
 * 逻辑校验: what a careful reviewer would send back. Nine groups of rules, each seen in a published
 * form. Every finding names its cell, quotes the figures and says what would settle it.
 *
 * Pure, and cheap enough to run on each key press. Without `context` only the table itself is judged.
 *
 * @param profile the version the evaluation is scored with.
 * @returns errors first, then warnings, then hints; inside each in the order of the groups.
 */
export function findFindings(
  evaluation: Evaluation,
  profile: ScoringProfile,
  context: FindingContext = {},
): Finding[] {
  const score = context.score ?? scoreEvaluation(evaluation, profile)
  const subject = makeFindingSubject(evaluation, profile, score)
  return [
    ...findWeightFindings(subject),
    ...findScoreFindings(subject),
    ...findAnalysisFindings(subject),
    ...findActualFindings(subject),
    ...findTargetFindings(subject),
    ...findDirectionFindings(subject, context.others ?? []),
    ...findFundsFindings(subject),
    ...findCoverageFindings(subject),
    ...findComparisonFindings(subject, context.targetTable),
    ...findTextFindings(subject),
  ].sort((one, other) => ORDER[one.severity] - ORDER[other.severity])
}
