import type { EvaluationSummary } from '../summary/evaluationSummary'
import { mainScore, type ScoreKind } from '../summary/mainScore'
import { type Ratio, ratio } from '../units'

/** One evaluation as a point: how much was spent, and how well it scored. */
export interface ExecutionPoint {
  id: string
  projectName: string
  /** 执行率 B/A */
  executionRate: Ratio
  /** 总分, 分 */
  total: number
  /** 全年预算数, 万元 */
  annualBudget: number
}

/** Evaluations with 全年预算数 above 0, 全年执行数 and a total; the others are in no picture. */
export function relateExecutionToScore(
  summaries: readonly EvaluationSummary[],
  kind?: ScoreKind,
): ExecutionPoint[] {
  return summaries.flatMap((summary) => {
    const { id, projectName, annualBudget, annualExecution } = summary
    const { total } = kind ? summary.scores[kind] : mainScore(summary)
    if (annualBudget === undefined || annualBudget <= 0) return []
    if (annualExecution === undefined || total === undefined) return []
    const executionRate = ratio(annualExecution / annualBudget)
    return [{ id, projectName, executionRate, total, annualBudget }]
  })
}
