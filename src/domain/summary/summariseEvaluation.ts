import { sum } from '../decimal'
import type { Indicator } from '../evaluation/evaluation'
import type { EvaluationRecord } from '../evaluation/evaluationRecord'
import { isPlan } from '../evaluation/isPlan'
import { totalFundsRow } from '../evaluation/totalFundsRow'
import type { Finding, FindingCode } from '../findings/finding'
import { findingKey } from '../findings/findingKey'
import type { ScoringProfile } from '../profile/scoringProfile'
import type { EvaluationScore, RowScore } from '../scoring/evaluationScore'
import type {
  EvaluationSummary,
  IndicatorSummary,
  ScoreColumn,
  ScoreSummary,
} from './evaluationSummary'

/** 规则分, 自评分 or 复核分. */
type ScoreKind = keyof EvaluationSummary['scores']

interface ScoredRow {
  column: ScoreColumn
  /** 分值, 分 */
  maxScore: number | undefined
  score: RowScore
}

/**
 * What overviews need of one evaluation, written in the same transaction as the document.
 *
 * The three scores are cut by second level exactly as the totals count them: where a declared score
 * is absent the computed one stands in its place, where a reviewed one is absent the declared. A row
 * without a score is in neither 得分 nor 分值 of its column, so a gap never reads as points lost.
 *
 * @param profile the version the record is scored with.
 * @param score of the same record under the same profile.
 * @param findings all of them; those the user accepted (for these figures) are left out of the count.
 */
export function summariseEvaluation(
  record: EvaluationRecord,
  profile: ScoringProfile,
  score: EvaluationScore,
  findings: readonly Finding[],
): EvaluationSummary {
  const rows = scoredRows(record, score)
  const total = totalFundsRow(record.funds)
  const scores = new Map(score.indicators.map((row) => [row.indicatorId, row]))

  return {
    id: record.id,
    ...present('projectKey', record.projectKey),
    projectName: record.projectName,
    ...present('competentDepartment', record.competentDepartment),
    ...present('implementingUnit', record.implementingUnit),
    ...present('fiscalYear', record.fiscalYear),
    scope: record.scope,
    form: record.form,
    status: record.status,
    profileId: profile.id,
    profileVersion: profile.version,
    revision: record.revision,
    updatedAt: record.updatedAt,
    scores: {
      computed: summariseScore('computed', score.computedTotal, score, rows),
      declared: summariseScore('declared', score.declaredTotal, score, rows),
      reviewed: summariseScore('reviewed', score.reviewedTotal, score, rows),
    },
    filled: score.filled,
    of: score.of,
    findings: countOpenFindings(record, findings),
    ...present('annualBudget', total?.annualBudget ?? plannedBudget(record)),
    ...present('annualExecution', total?.annualExecution),
    indicators: record.indicators.map((indicator) =>
      summariseIndicator(indicator, scores.get(indicator.id)),
    ),
  }
}

/** A 目标表 or 申报表 is made before the year: its budget is the one it plans, and nothing is executed. */
function plannedBudget({ form, funds }: EvaluationRecord): number | undefined {
  return isPlan(form) ? totalFundsRow(funds)?.initialBudget : undefined
}

/** An absent field is left out: a stored row holds no `undefined` where nothing is known. */
function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Value>>)
}

function scoredRows(record: EvaluationRecord, score: EvaluationScore): ScoredRow[] {
  const scores = new Map(score.indicators.map((row) => [row.indicatorId, row]))
  const rows = record.indicators.flatMap((indicator): ScoredRow[] => {
    const row = scores.get(indicator.id)
    if (row === undefined || indicator.maxScore === undefined || isOutsideTotals(row)) return []
    return [{ column: indicator.secondLevel, maxScore: indicator.maxScore, score: row }]
  })
  if (score.budgetExecution) {
    rows.push({
      column: 'budget-execution',
      maxScore: record.budgetExecution?.maxScore,
      score: score.budgetExecution,
    })
  }
  return rows
}

/** Sub-rows, rows without 分值 and rows that share the score of another count in no total. */
function isOutsideTotals({ computed }: RowScore): boolean {
  return (
    computed.status === 'unscored' &&
    (computed.issue === 'points-missing' || computed.issue === 'shares-score')
  )
}

/** The score of a row as the total of that kind counts it; `undefined`: the row has none. */
export function countedScore(kind: ScoreKind, row: RowScore): number | undefined {
  const computed = row.computed.status === 'scored' ? row.computed.score : undefined
  if (kind === 'computed') return computed
  const declared = row.declared ?? computed
  return kind === 'declared' ? declared : (row.reviewed ?? declared)
}

function summariseScore(
  kind: ScoreKind,
  total: number | undefined,
  score: EvaluationScore,
  rows: readonly ScoredRow[],
): ScoreSummary {
  // A review begins with its first reviewed score; before that there is nothing to cut.
  const isBegun = kind !== 'reviewed' || rows.some((row) => row.score.reviewed !== undefined)
  const parts = new Map<ScoreColumn, { scores: number[]; maxScores: number[] }>()
  for (const row of isBegun ? rows : []) {
    const counted = countedScore(kind, row.score)
    if (counted === undefined || row.maxScore === undefined) continue
    const part = parts.get(row.column) ?? { scores: [], maxScores: [] }
    part.scores.push(counted)
    part.maxScores.push(row.maxScore)
    parts.set(row.column, part)
  }
  return {
    ...present('total', total),
    ...present('grade', score.grades[kind]),
    byColumn: Object.fromEntries(
      [...parts].map(([column, part]) => [
        column,
        [sum(part.scores), sum(part.maxScores)] as const,
      ]),
    ),
  }
}

function summariseIndicator(indicator: Indicator, row: RowScore | undefined): IndicatorSummary {
  return [
    indicator.name,
    indicator.secondLevel,
    indicator.maxScore,
    row && countedScore('computed', row),
    row?.declared,
  ]
}

function countOpenFindings(
  record: EvaluationRecord,
  findings: readonly Finding[],
): Partial<Record<FindingCode, number>> {
  const accepted = new Set(record.acceptedFindings.map((finding) => finding.key))
  const counts: Partial<Record<FindingCode, number>> = {}
  for (const finding of findings) {
    if (accepted.has(findingKey(finding))) continue
    counts[finding.code] = (counts[finding.code] ?? 0) + 1
  }
  return counts
}
