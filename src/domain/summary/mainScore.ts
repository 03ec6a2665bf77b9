import type { EvaluationSummary, ScoreSummary } from './evaluationSummary'

/** 规则分, 自评分 or 复核分. */
export type ScoreKind = keyof EvaluationSummary['scores']

/** The score an overview shows first: the reviewed one where there is one, else the declared. */
export function mainScoreKind({ scores }: EvaluationSummary): ScoreKind {
  return scores.reviewed.total === undefined ? 'declared' : 'reviewed'
}

export function mainScore(summary: EvaluationSummary): ScoreSummary {
  return summary.scores[mainScoreKind(summary)]
}
