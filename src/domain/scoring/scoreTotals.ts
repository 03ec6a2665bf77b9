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

function totalOf(
  rows: readonly CountedRow[],
  kind: ScoreKind,
  cap: number | undefined,
  { rounding }: ScoringProfile,
): number | undefined {
  if (rows.length === 0) return undefined
  const total =
    rounding.stage === 'total'
      ? exactTotal(rows, kind, rounding)
      : printedTotal(rows, kind, rounding)
  return total === undefined || cap === undefined || total < cap ? total : cap
}

/** The score that a person gave and that counts for this kind of total, 分. */
function givenScore({ declared, reviewed }: CountedRow, kind: ScoreKind): number | undefined {
  if (kind === 'computed') return undefined
  return kind === 'reviewed' ? (reviewed ?? declared)?.score : declared?.score
}

type Rounding = ScoringProfile['rounding']

/** Sum of the scores as they are printed, so that a reader with a calculator agrees. */
function printedTotal(
  rows: readonly CountedRow[],
  kind: ScoreKind,
  { mode }: Rounding,
): number | undefined {
  const printed: number[] = []
  for (const counted of rows) {
    const { row } = counted
    const computed = row.rate === undefined ? undefined : row.outcome.score
    const score = givenScore(counted, kind) ?? computed
    if (score === undefined) return undefined
    printed.push(score)
  }
  return round(sum(printed), 2, mode)
}

/** Sum of the exact scores, rounded once, where the profile rounds totals. */
function exactTotal(
  rows: readonly CountedRow[],
  kind: ScoreKind,
  { decimals, mode }: Rounding,
): number | undefined {
  const exact: Fraction[] = []
  for (const counted of rows) {
    const { rate, maxScore } = counted.row
    const given = givenScore(counted, kind)
    if (given !== undefined) exact.push({ numerator: given, denominator: 1 })
    else if (rate === undefined) return undefined
    else exact.push({ ...rate, numerator: multiply(rate.numerator, maxScore) })
  }
  return roundProportion(1, addFractions(exact), decimals, mode)
}
