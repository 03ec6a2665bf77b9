import { addFractions, type Fraction, multiply, round, roundProportion, sum } from '../decimal'
import type { DeclaredScore } from '../evaluation/evaluation'
import type { ScoringProfile } from '../profile/scoringProfile'
import type { EvaluationScore } from './evaluationScore'
import { gradeOf } from './gradeOf'
import type { ScoredRow } from './scoreRow'

/** A row that counts in totals, with the two scores people give. */
export interface CountedRow {
  row: ScoredRow
  declared: DeclaredScore | undefined
  reviewed: DeclaredScore | undefined
}

type ScoreKind = keyof EvaluationScore['grades']
type Totals = Omit<EvaluationScore, 'indicators' | 'budgetExecution'>

/**
 * The three totals with k/n and grades. Where declared is absent the computed score counts in its
 * place, where reviewed is absent the declared one; a row with none of them leaves no total. There is
 * no reviewed total before the first reviewed score.
 *
 * @param cap highest total (分) that the execution rate allows, if there is one.
 */
export function scoreTotals(
  rows: readonly CountedRow[],
  cap: number | undefined,
  profile: ScoringProfile,
): Totals {
  let filled = 0
  let hasDeclared = false
  let hasReviewed = false
  for (const { row, declared, reviewed } of rows) {
    if (row.rate !== undefined) filled += 1
    hasDeclared ||= declared !== undefined
    hasReviewed ||= reviewed !== undefined
  }
  const computed = totalOf(rows, 'computed', cap, profile)
  const declared = hasDeclared ? totalOf(rows, 'declared', cap, profile) : computed
  const reviewed = hasReviewed ? totalOf(rows, 'reviewed', cap, profile) : undefined

  const totals: Totals = { filled, of: rows.length, grades: {} }
  if (computed !== undefined) {
    totals.computedTotal = computed
    totals.grades.computed = gradeOf(computed, profile.grades)
  }
  if (declared !== undefined) {
    totals.declaredTotal = declared
    totals.grades.declared = gradeOf(declared, profile.grades)
  }
  if (reviewed !== undefined) {
    totals.reviewedTotal = reviewed
    totals.grades.reviewed = gradeOf(reviewed, profile.grades)
  }
  return totals
}

/** Sum of the printed scores, or, where the profile rounds totals, of the exact ones rounded once. */
function totalOf(
  rows: readonly CountedRow[],
  kind: ScoreKind,
  cap: number | undefined,
  { rounding }: ScoringProfile,
): number | undefined {
  if (rows.length === 0) return undefined
  const printed: number[] = []
  for (const row of rows) {
    const score = givenScore(row, kind) ?? computedScore(row)
    if (score === undefined) return undefined
    printed.push(score)
  }
  const total =
    rounding.stage === 'total'
      ? roundProportion(1, exactTotal(rows, kind), rounding.decimals, rounding.mode)
      : round(sum(printed), 2, rounding.mode)
  return cap === undefined || total < cap ? total : cap
}

/** The score that a person gave and that counts for this kind of total, 分. */
function givenScore({ declared, reviewed }: CountedRow, kind: ScoreKind): number | undefined {
  if (kind === 'computed') return undefined
  return kind === 'reviewed' ? (reviewed ?? declared)?.score : declared?.score
}

const computedScore = ({ row: { outcome } }: CountedRow): number | undefined =>
  outcome.status === 'scored' ? outcome.score : undefined

const exactTotal = (rows: readonly CountedRow[], kind: ScoreKind): Fraction =>
  addFractions(rows.map((row) => exactScore(row, kind)))

function exactScore(counted: CountedRow, kind: ScoreKind): Fraction {
  const score = givenScore(counted, kind)
  const { rate, maxScore } = counted.row
  if (score !== undefined || rate === undefined) return { numerator: score ?? 0, denominator: 1 }
  return { numerator: multiply(rate.numerator, maxScore), denominator: rate.denominator }
}
