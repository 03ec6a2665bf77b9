import type { EvaluationSummary } from './evaluationSummary'

/** Unit an evaluation is listed under: 实施单位, else 主管部门; `undefined`: neither is known. */
export function unitOf(
  summary: Pick<EvaluationSummary, 'implementingUnit' | 'competentDepartment'>,
): string | undefined {
  const unit = summary.implementingUnit?.trim() || summary.competentDepartment?.trim()
  return unit || undefined
}
