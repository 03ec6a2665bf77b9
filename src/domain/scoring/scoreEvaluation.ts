import { type Fraction, meanOf } from '../decimal'
import type { DeclaredScore, Evaluation, Indicator } from '../evaluation/evaluation'
import type { ScoringProfile } from '../profile/scoringProfile'
import type { EvaluationScore, RowScore, ScoreOutcome, ScoringIssue } from './evaluationScore'
import { executionCapOf } from './executionCap'
import { judgeIndicator } from './judgeIndicator'
import { type Judgement, product } from './judgement'
import { describeIssue } from './ruleTexts'
import { scoreBudgetExecution } from './scoreBudgetExecution'
import { reductionOf, remarksOn, type ScoredRow, scoreRow } from './scoreRow'
import { type CountedRow, scoreTotals } from './scoreTotals'
import { findSharedRows } from './sharedRows'

/**
 * Scores a whole table by a profile: three scores side by side, never one overwriting another.
 *
 * Totals add the printed scores. While a row that carries points has no score there is no total,
 * never a silent 0. Pure: the same evaluation and profile always give the same result, plain data.
 *
 * @see docs/rules.md; docs/adr/0004-missing-is-not-zero.md.
 */
export function scoreEvaluation(evaluation: Evaluation, profile: ScoringProfile): EvaluationScore {
  const counted: CountedRow[] = []
  const shared = findSharedRows(evaluation.indicators)
  const indicators = evaluation.indicators.map((indicator) => {
    const { maxScore } = indicator
    if (shared.rootOf(indicator) !== undefined) return outside(indicator, 'shares-score')
    if (maxScore === undefined || indicator.isSubRow) return outside(indicator, 'points-missing')
    const partners = shared.partnersOf(indicator)
    const row =
      partners.length === 0
        ? scoreOwnRow(indicator, maxScore, evaluation, profile)
        : scoreSharedRow([indicator, ...partners], maxScore, evaluation, profile)
    counted.push({ row, declared: indicator.declared, reviewed: indicator.reviewed })
    return indicatorScore(indicator, row.outcome, row.explanation)
  })
  const execution = scoreExecution(evaluation, profile)
  if (execution) counted.push(execution)
  const cap = executionCapOf(evaluation.funds, profile.executionCaps)
  const score: EvaluationScore = { indicators, ...scoreTotals(counted, cap, profile) }
  if (execution) score.budgetExecution = executionScore(execution)
  return score
}

/** A row without points of its own: in no total. */
const outside = (indicator: Indicator, issue: ScoringIssue) =>
  indicatorScore(indicator, { status: 'unscored', issue }, describeIssue(issue))

function scoreOwnRow(
  indicator: Indicator,
  maxScore: number,
  evaluation: Evaluation,
  profile: ScoringProfile,
): ScoredRow {
  const { actual, judgement } = judgeIndicator(indicator, maxScore, profile, evaluation.fiscalYear)
  const reduction = reductionOf(indicator, actual, profile)
  return scoreRow(judgement, maxScore, profile, remarksOn(indicator, actual), reduction)
}

/** One score printed over several rows: 分值 × mean of the rates of all of them. */
function scoreSharedRow(
  rows: readonly Indicator[],
  maxScore: number,
  evaluation: Evaluation,
  profile: ScoringProfile,
): ScoredRow {
  const rates: Fraction[] = []
  const remarks: string[] = []
  let missing: Judgement | undefined
  for (const row of rows) {
    const scored = scoreOwnRow(row, maxScore, evaluation, profile)
    remarks.push(`${row.name}：${scored.explanation}`)
    if (scored.rate === undefined) missing ??= scored.outcome
    else rates.push(scored.rate)
  }
  const judgement = missing ?? product('shared', meanOf(rates), `${rows.length} 行得分率的平均`)
  return scoreRow(judgement, maxScore, profile, remarks.join('；'))
}

/** 预算执行率, where the form has a funds block and gives it points. */
function scoreExecution(evaluation: Evaluation, profile: ScoringProfile): CountedRow | undefined {
  const { budgetExecution, funds } = evaluation
  const maxScore = budgetExecution?.maxScore ?? 0
  if (maxScore === 0 || funds.rows.length === 0) return undefined
  const row = scoreRow(scoreBudgetExecution(funds, profile), maxScore, profile, '')
  return { row, declared: budgetExecution?.declared, reviewed: budgetExecution?.reviewed }
}

interface People {
  declared?: DeclaredScore | undefined
  reviewed?: DeclaredScore | undefined
}

function indicatorScore(
  indicator: Indicator,
  computed: ScoreOutcome,
  explanation: string,
): EvaluationScore['indicators'][number] {
  const score = { indicatorId: indicator.id, computed, explanation }
  return withPeople(score, indicator)
}

const executionScore = ({ row: { outcome, explanation }, ...people }: CountedRow): RowScore =>
  withPeople({ computed: outcome, explanation }, people)

/** The printed scores stand beside the computed one; an absent score is no field. */
function withPeople<Score extends RowScore>(score: Score, { declared, reviewed }: People): Score {
  if (declared) score.declared = declared.score
  if (reviewed) score.reviewed = reviewed.score
  return score
}
