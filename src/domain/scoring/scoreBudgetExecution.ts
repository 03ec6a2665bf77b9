import { compare, formatPlain, sum } from '../decimal'
import type { Funds } from '../evaluation/evaluation'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { FULL, given, type Judgement, NOTHING, product, unscored } from './judgement'
import { rateSteps } from './rateSteps'

/** 全年预算数 (A) and 全年执行数 (B), 万元: of the total row, else of the parts where all are given. */
export function budgetFigures(funds: Funds): { budget?: number; execution?: number } {
  const total = funds.rows.find((row) => row.kind === 'total')
  const rows = total ? [total] : funds.rows
  const budget = sumGiven(rows.map((row) => row.annualBudget))
  const execution = sumGiven(rows.map((row) => row.annualExecution))
  return {
    ...(budget === undefined ? {} : { budget }),
    ...(execution === undefined ? {} : { execution }),
  }
}

/** Missing is not zero: one part that is not given leaves the sum unknown. */
function sumGiven(values: readonly (number | undefined)[]): number | undefined {
  const given = values.filter((value) => value !== undefined)
  return given.length === values.length && given.length > 0 ? sum(given) : undefined
}

/**
 * 预算执行率: w·B/A, at most w; by steps where the profile says so (100 % → 100 % of w, 80–100 → 70 %,
 * 60–80 → 50 %, below 0). A = 0 is not scorable.
 *
 * @see 财预〔2020〕10号所附自评表 (ratio); 财预〔2021〕101号 (steps, recalled).
 */
export function scoreBudgetExecution(
  funds: Funds,
  profile: Pick<ScoringProfileValues, 'budgetExecutionRule' | 'budgetExecutionSteps'>,
): Judgement {
  const { budget, execution } = budgetFigures(funds)
  if (budget === undefined || execution === undefined) return unscored('budget-missing')
  if (budget === 0) return unscored('budget-zero')
  if (budget < 0) return unscored('proportion-undefined')
  const words = `${formatPlain(execution)} ÷ ${formatPlain(budget)}`
  const rule = profile.budgetExecutionRule === 'ratio' ? 'execution-ratio' : 'execution-steps'
  if (execution < 0) return given(rule, NOTHING, '全年执行数小于 0，得 ')
  if (compare(execution, budget) > 0 && rule === 'execution-ratio') {
    return given(rule, FULL, `${words} 超过 100%，按全部分值记 `)
  }
  const rate = { numerator: execution, denominator: budget }
  if (rule === 'execution-steps') {
    return rateSteps(rate, `执行率 ${words}`, profile.budgetExecutionSteps, rule)
  }
  return product(rule, rate, words)
}
