import { addFractions, meanOf, multiply, round, roundProportion, sum } from '../decimal'
import type { DeclaredScore, Evaluation, Indicator } from '../evaluation/evaluation'
import type { ScoringProfile } from '../profile/scoringProfile'
import type { EvaluationScore, RowScore, ScoreOutcome } from './evaluationScore'
import { executionCapOf } from './executionCap'
import { gradeOf } from './gradeOf'
import { judgeIndicator } from './judgeIndicator'
import { type Judgement, rated } from './judgement'
import { describeIssue } from './ruleTexts'
import { scoreBudgetExecution } from './scoreBudgetExecution'
import { reductionOf, remarksOn, type ScoredRow, scoreRow } from './scoreRow'
import { findSharedRows } from './sharedRows'

/** A row that counts in totals, with the two scores people give. */
interface CountedRow extends ScoredRow {
  declared: DeclaredScore | undefined
  reviewed: DeclaredScore | undefined
}

/**
 * Scores a whole table by a profile: three scores side by side, never one overwriting another.
 *
 * Totals add the printed scores. While a row that carries points has no score there is no total,
 * never a silent 0. Where declared is absent the computed score counts in its place, where reviewed
 * is absent the declared one. Pure: the same evaluation and profile always give the same result.
 *
 * @see docs/rules.md; docs/adr/0004-missing-is-not-zero.md.
 */
export function scoreEvaluation(evaluation: Evaluation, profile: ScoringProfile): EvaluationScore {
  const counted: CountedRow[] = []
  const shared = findSharedRows(evaluation.indicators)
  const indicators = evaluation.indicators.map((indicator) => {
    const root = shared.rootOf(indicator)
    const { maxScore } = indicator
    if (root !== undefined || maxScore === undefined || indicator.isSubRow) {
      const issue = root === undefined ? 'points-missing' : 'shares-score'
      const outcome = { status: 'unscored', issue } as const
      return indicatorScore(indicator, outcome, () => describeIssue(issue))
    }
    const partners = shared.partnersOf(indicator)
    const row =
      partners.length === 0
        ? scoreOwnRow(indicator, maxScore, evaluation, profile)
        : scoreSharedRow([indicator, ...partners], maxScore, evaluation, profile)
    counted.push(countRow(row, indicator))
    return indicatorScore(indicator, row.outcome, row.explain)
  })
  const execution = scoreExecution(evaluation, profile)
  if (execution) counted.push(execution)
  return {
    indicators,
    ...(execution ? { budgetExecution: executionScore(execution) } : {}),
    ...totalsOf(counted, executionCapOf(evaluation.funds, profile.executionCaps), profile),
  }
}

function scoreOwnRow(
  indicator: Indicator,
  maxScore: number,
  evaluation: Evaluation,
  profile: ScoringProfile,
): ScoredRow {
  const { actual, judgement } = judgeIndicator(indicator, maxScore, profile, evaluation.fiscalYear)
  const reduction = reductionOf(indicator, actual, profile)
  return scoreRow(judgement, maxScore, profile, () => remarksOn(indicator, actual), reduction)
}

/** One score printed over several rows: 分值 × mean of the rates of all of them. */
function scoreSharedRow(
  rows: readonly Indicator[],
  maxScore: number,
  evaluation: Evaluation,
  profile: ScoringProfile,
): ScoredRow {
  const scored = rows.map((row) => scoreOwnRow(row, maxScore, evaluation, profile))
  const missing = scored.find(({ rate }) => rate === undefined)
  const rates = scored.map(({ rate }) => rate).filter((rate) => rate !== undefined)
  const judgement: Judgement =
    missing?.outcome.status === 'unscored'
      ? missing.outcome
      : rated(
          'shared',
          meanOf(rates),
          (printed, score) => `${rows.length} 行得分率的平均 × ${printed} = ${score}`,
        )
  return scoreRow(judgement, maxScore, profile, () =>
    rows.map((row, i) => `${row.name}：${scored[i]?.explain() ?? ''}`),
  )
}

/** 预算执行率, where the form has a funds block and gives it points. */
function scoreExecution(evaluation: Evaluation, profile: ScoringProfile): CountedRow | undefined {
  const { budgetExecution, funds } = evaluation
  const maxScore = budgetExecution?.maxScore ?? 0
  if (maxScore === 0 || funds.rows.length === 0) return undefined
  const row = scoreRow(scoreBudgetExecution(funds, profile), maxScore, profile, () => [])
  return countRow(row, budgetExecution ?? {})
}

interface People {
  declared?: DeclaredScore
  reviewed?: DeclaredScore
}

const countRow = (
  { maxScore, outcome, rate, explain }: ScoredRow,
  { declared, reviewed }: People,
): CountedRow => ({ maxScore, outcome, rate, explain, declared, reviewed })

/** `explanation` is a getter: bulk scoring of thousands of tables reads none of them. */
function indicatorScore(
  { id, declared, reviewed }: Indicator,
  computed: ScoreOutcome,
  explain: () => string,
): EvaluationScore['indicators'][number] {
  const score: EvaluationScore['indicators'][number] = {
    indicatorId: id,
    computed,
    get explanation() {
      return explain()
    },
  }
  if (declared) score.declared = declared.score
  if (reviewed) score.reviewed = reviewed.score
  return score
}

const executionScore = ({ outcome, explain, declared, reviewed }: CountedRow): RowScore => ({
  computed: outcome,
  explanation: explain(),
  ...(declared ? { declared: declared.score } : {}),
  ...(reviewed ? { reviewed: reviewed.score } : {}),
})

type Totals = Omit<EvaluationScore, 'indicators' | 'budgetExecution'>

function totalsOf(
  rows: readonly CountedRow[],
  cap: number | undefined,
  profile: ScoringProfile,
): Totals {
  const total = (given: (row: CountedRow) => DeclaredScore | undefined) =>
    totalOf(rows, given, cap, profile)
  const computedTotal = total(() => undefined)
  const declaredTotal = total((row) => row.declared)
  const hasReviewed = rows.some((row) => row.reviewed !== undefined)
  const reviewedTotal = hasReviewed ? total((row) => row.reviewed ?? row.declared) : undefined
  const grade = (value: number) => gradeOf(value, profile.grades)
  return {
    filled: rows.filter(({ outcome }) => outcome.status === 'scored').length,
    of: rows.length,
    ...(computedTotal === undefined ? {} : { computedTotal }),
    ...(declaredTotal === undefined ? {} : { declaredTotal }),
    ...(reviewedTotal === undefined ? {} : { reviewedTotal }),
    grades: {
      ...(computedTotal === undefined ? {} : { computed: grade(computedTotal) }),
      ...(declaredTotal === undefined ? {} : { declared: grade(declaredTotal) }),
      ...(reviewedTotal === undefined ? {} : { reviewed: grade(reviewedTotal) }),
    },
  }
}

/** Sum of the printed scores, or, where the profile rounds totals, of the exact ones rounded once. */
function totalOf(
  rows: readonly CountedRow[],
  given: (row: CountedRow) => DeclaredScore | undefined,
  cap: number | undefined,
  { rounding }: ScoringProfile,
): number | undefined {
  if (rows.length === 0) return undefined
  if (rows.some((row) => given(row) === undefined && row.rate === undefined)) return undefined
  const total =
    rounding.stage === 'total'
      ? roundProportion(1, exactTotal(rows, given), rounding.decimals, rounding.mode)
      : round(sum(rows.map((row) => given(row)?.score ?? printedScore(row))), 2, rounding.mode)
  return cap === undefined || total < cap ? total : cap
}

const printedScore = ({ outcome }: CountedRow): number =>
  outcome.status === 'scored' ? outcome.score : 0

const exactTotal = (
  rows: readonly CountedRow[],
  given: (row: CountedRow) => DeclaredScore | undefined,
) =>
  addFractions(
    rows.map((row) => {
      const score = given(row)?.score
      if (score !== undefined || row.rate === undefined)
        return { numerator: score ?? 0, denominator: 1 }
      const { numerator, denominator } = row.rate
      return { numerator: multiply(numerator, row.maxScore), denominator }
    }),
  )
