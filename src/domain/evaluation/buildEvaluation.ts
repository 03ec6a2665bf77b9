import type { Evaluation, EvaluationDraft, Indicator } from './evaluation'
import { placeMonth } from '../monitoring/monthlyMonitoring'
import { copyPlain, without } from './plainData'

/** Where a record came from: "000.xls · 网络运行维护费2". */
export interface EvaluationSource {
  fileName: string
  place: string
}

/**
 * Makes an evaluation of a draft: rows get ids, references between rows (printed as row numbers,
 * counted from 0) become ids. Figures of a monitoring form become the record of its month.
 *
 * @param newId called once for the evaluation and once a row.
 */
export function buildEvaluation(
  draft: EvaluationDraft,
  profile: { id: string; version: number },
  newId: () => string,
): Evaluation {
  const id = newId()
  const ids = draft.indicators.map(() => newId())
  const indicators = draft.indicators.map((row, index): Indicator => {
    const { sharesScoreWith, ...rest } = row
    const first = typeof sharesScoreWith === 'number' ? ids[sharesScoreWith] : sharesScoreWith
    return {
      ...rest,
      id: ids[index] ?? newId(),
      ...(first !== undefined && { sharesScoreWith: first }),
    }
  })
  const evaluation = { ...draft, id, profileId: profile.id, profileVersion: profile.version }
  return copyPlain(placeMonth({ ...evaluation, indicators })) as Evaluation
}

/**
 * 复制到下年: the same project (same `projectKey`) in another year, targets and 分值 kept.
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
    const target = without(
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
      ...target,
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
