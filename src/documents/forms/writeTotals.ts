import { round, sum } from '../../domain/decimal'
import type { FundsRow } from '../../domain/evaluation/evaluation'
import type { EvaluationScore } from '../../domain/scoring/evaluationScore'
import type { PrintableEvaluation } from './formLayout'

/** The four rows of the funds block of the national form (财预〔2020〕10号). */
export const standardFundsRows: readonly FundsRow[] = [
  { kind: 'total', label: '年度资金总额' },
  { kind: 'current', label: '其中：当年财政拨款' },
  { kind: 'carried-over', label: '上年结转资金' },
  { kind: 'other', label: '其他资金' },
]

/** 总分 row: with computed scores their sums, else what the form printed. */
export function printedTotalsOf(
  evaluation: PrintableEvaluation,
  score?: EvaluationScore,
): { maxScore?: number; score?: number } {
  if (!score) return evaluation.printedTotal ?? {}
  const maxima = [
    ...evaluation.indicators.map((row) => row.maxScore),
    evaluation.budgetExecution?.maxScore,
  ].filter((value) => value !== undefined)
  return {
    ...(maxima.length === 0 ? {} : { maxScore: sum(maxima) }),
    ...(score.declaredTotal === undefined ? {} : { score: score.declaredTotal }),
  }
}

/** 得分 of 预算执行率: what the unit states, else what the rule gives. */
export function printedExecutionScoreOf(
  evaluation: PrintableEvaluation,
  score?: EvaluationScore,
): number | undefined {
  const declared = evaluation.budgetExecution?.declared
  if (declared) return declared.score
  const computed = score?.budgetExecution?.computed
  return computed?.status === 'scored' ? computed.score : undefined
}

/** 执行率 as printed, else B ÷ A in percent with two decimals; '' while A or B is missing. */
export function printedRateOf(evaluation: PrintableEvaluation): string {
  const { budgetExecution, funds } = evaluation
  if (budgetExecution?.printedRate !== undefined) return budgetExecution.printedRate
  const total = funds.rows.find((row) => row.kind === 'total')
  if (total?.annualBudget === undefined || total.annualExecution === undefined) return ''
  if (total.annualBudget === 0) return ''
  return `${String(round((total.annualExecution / total.annualBudget) * 100, 2))}%`
}
