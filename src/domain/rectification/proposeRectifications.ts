import type { EvaluationRecord } from '../evaluation/evaluationRecord'
import type { HistoryEntry } from '../evaluation/historyEntry'
import type { Finding } from '../findings/finding'
import { findingKey } from '../findings/findingKey'
import type { EvaluationScore } from '../scoring/evaluationScore'
import type { Rectification } from './rectification'

/** A problem that is known and could be put on the list. */
export type RectificationProposal = Required<Pick<Rectification, 'sourceKey'>> &
  Pick<Rectification, 'origin' | 'problem' | 'indicatorId' | 'measure'>

type Subject = Pick<EvaluationRecord, 'indicators' | 'acceptedFindings' | 'reviewOpinion'>

/**
 * What an evaluation offers for 整改: findings of severity 错误 and 警告 that nobody has accepted, rows
 * from which the reviewer took points, the reviewer's opinion, and the reasons of each 退回. Hints are
 * no problems. The measures written under 偏差原因分析及改进措施 come along.
 *
 * @param history of the evaluation.
 * @param taken `sourceKey`s that are on the list already.
 */
export function proposeRectifications(
  evaluation: Subject,
  score: EvaluationScore,
  findings: readonly Finding[],
  history: readonly HistoryEntry[],
  taken: ReadonlySet<string>,
): RectificationProposal[] {
  return [
    ...ofOpinions(evaluation, history),
    ...ofReview(evaluation, score),
    ...ofFindings(evaluation, findings),
  ].filter(({ sourceKey }) => !taken.has(sourceKey))
}

function ofOpinions(
  { reviewOpinion }: Subject,
  history: readonly HistoryEntry[],
): RectificationProposal[] {
  const returns = history.flatMap(({ action, after, reason, hash }) =>
    action === 'step' && after === 'returned' && reason?.trim()
      ? [{ origin: 'opinion' as const, sourceKey: `step|${hash}`, problem: reason.trim() }]
      : [],
  )
  const opinion = reviewOpinion?.trim() ?? ''
  return opinion === ''
    ? returns
    : [...returns, { origin: 'opinion', sourceKey: `opinion|${opinion}`, problem: opinion }]
}

function ofReview({ indicators }: Subject, score: EvaluationScore): RectificationProposal[] {
  const scores = new Map(score.indicators.map((row) => [row.indicatorId, row]))
  return indicators.flatMap(({ id, name, reviewed, deviationAnalysis }) => {
    const row = scores.get(id)
    const before =
      row?.declared ?? (row?.computed.status === 'scored' ? row.computed.score : undefined)
    if (!reviewed || before === undefined || reviewed.score >= before) return []
    const reason = reviewed.reason.trim()
    return [
      {
        origin: 'review' as const,
        sourceKey: `review|${id}|${String(reviewed.score)}|${reason}`,
        indicatorId: id,
        problem: `“${name}”由${String(before)}分核为${String(reviewed.score)}分${reason && `：${reason}`}`,
        ...measureOf(deviationAnalysis),
      },
    ]
  })
}

function ofFindings(
  { indicators, acceptedFindings }: Subject,
  findings: readonly Finding[],
): RectificationProposal[] {
  const accepted = new Set(acceptedFindings.map(({ key }) => key))
  const analyses = new Map(indicators.map((row) => [row.id, row.deviationAnalysis]))
  return findings.flatMap((finding) => {
    const key = findingKey(finding)
    if (finding.severity === 'hint' || accepted.has(key)) return []
    const { indicatorId, message } = finding
    return [
      {
        origin: 'finding' as const,
        sourceKey: key,
        problem: message,
        ...(indicatorId !== undefined && {
          indicatorId,
          ...measureOf(analyses.get(indicatorId)),
        }),
      },
    ]
  })
}

const measureOf = (analysis: string | undefined) =>
  analysis?.trim() ? { measure: analysis.trim() } : {}
