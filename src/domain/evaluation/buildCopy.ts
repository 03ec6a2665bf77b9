import { contextOf, rereadTarget } from '../target/rereadTarget'
import type { Evaluation, EvaluationDraft } from './evaluation'
import { copyPlain, without } from './plainData'

/**
 * 复制到下年: the same project (same `projectKey`) in another year, targets and 分值 kept;
 * a date without a year belongs to the new one.
 *
 * Reviewed scores, accepted findings and the printed total never come along. Monitoring does not either. Without `keepActuals`
 * neither do 实际完成值, declared scores, explanations, funds and what was attained.
 */
export function buildCopy(
  source: Evaluation,
  options: { fiscalYear: number | undefined; keepActuals: boolean; projectKey: string },
): EvaluationDraft {
  const { keepActuals, fiscalYear, projectKey } = options
  const index = new Map(source.indicators.map(({ id }, position) => [id, position]))
  const indicators = source.indicators.map((row) => {
    const { actual, declared, deviationAnalysis, overCompletionReduction, sharesScoreWith } = row
    const kept = without(
      row,
      'id',
      'reviewed',
      'actual',
      'declared',
      'deviationAnalysis',
      'overCompletionReduction',
      'sharesScoreWith',
      'monitoring',
      'baseline',
    )
    const first = index.get(String(sharesScoreWith))
    return {
      ...kept,
      target: rereadTarget(
        row.target,
        contextOf(row, source.fiscalYear),
        contextOf(row, fiscalYear),
      ),
      ...(first !== undefined && { sharesScoreWith: first }),
      ...(keepActuals && {
        ...(actual && { actual }),
        ...(declared && { declared }),
        ...(deviationAnalysis !== undefined && { deviationAnalysis }),
        ...(overCompletionReduction && { overCompletionReduction }),
      }),
    }
  })
  const { competentDepartment, implementingUnit, budgetExecution } = source
  const maxScore = budgetExecution?.maxScore
  return copyPlain({
    form: source.form,
    scope: source.scope,
    projectName: source.projectName,
    competentDepartment,
    implementingUnit,
    fiscalYear,
    projectKey,
    goals: source.goals.map(({ attained, ...goal }) =>
      keepActuals ? { ...goal, attained } : goal,
    ),
    funds: keepActuals
      ? {
          ...source.funds,
          rows: source.funds.rows.map((row) =>
            without(row, 'executionToDate', 'forecastExecution'),
          ),
        }
      : {
          printedUnit: source.funds.printedUnit,
          rows: source.funds.rows.map(({ kind, label }) => ({ kind, label })),
        },
    budgetExecution: maxScore === undefined ? undefined : { maxScore },
    indicators,
  }) as EvaluationDraft
}
