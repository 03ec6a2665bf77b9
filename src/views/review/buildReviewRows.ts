import { formatPoints } from '@/components/indicatorTable/formatPoints'
import type { ReviewRow } from '@/components/review/reviewRow'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { EvaluationScore } from '@/domain/scoring/evaluationScore'

type Scores = EvaluationScore['indicators'][number]

const pointsOf = (scores: Pick<Scores, 'computed'> | undefined): number | undefined =>
  scores?.computed.status === 'scored' ? scores.computed.score : undefined

/** Rows that carry points, 预算执行率 first where it does. */
export function buildReviewRows(
  record: EvaluationRecord,
  score: EvaluationScore,
  executionName: string,
): ReviewRow[] {
  const byId = new Map(score.indicators.map((row) => [row.indicatorId, row]))
  const { budgetExecution } = record
  const execution = score.budgetExecution
  const rows = record.indicators
    .filter(({ maxScore }) => maxScore !== undefined)
    .map((indicator): ReviewRow => {
      const scores = byId.get(indicator.id)
      return {
        path: ['indicators', indicator.id, 'reviewed'],
        name: indicator.name,
        level: [indicator.firstLevelLabel, indicator.secondLevelLabel].filter(Boolean).join(' · '),
        target: indicator.target.raw,
        actual: indicator.actual?.raw ?? '',
        maxScore: indicator.maxScore,
        ...scoresOf(scores),
        reviewed: indicator.reviewed?.score,
        reason: indicator.reviewed?.reason ?? '',
        analysis: indicator.deviationAnalysis ?? '',
      }
    })
  if (!execution || budgetExecution?.maxScore === undefined) return rows
  const first: ReviewRow = {
    path: ['budgetExecution', 'reviewed'],
    name: executionName,
    level: '',
    target: '100%',
    actual: budgetExecution.printedRate ?? '',
    maxScore: budgetExecution.maxScore,
    ...scoresOf(execution),
    reviewed: budgetExecution.reviewed?.score,
    reason: budgetExecution.reviewed?.reason ?? '',
    analysis: '',
  }
  return [first, ...rows]
}

function scoresOf(
  scores: Pick<Scores, 'computed' | 'declared'> | undefined,
): Pick<ReviewRow, 'computed' | 'declared' | 'isDiffering'> {
  const computed = pointsOf(scores)
  const declared = scores?.declared
  return {
    computed: formatPoints(computed),
    declared: formatPoints(declared),
    isDiffering: computed !== undefined && declared !== undefined && computed !== declared,
  }
}
