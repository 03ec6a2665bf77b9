import { matchIndicators } from '../comparison/matchIndicators'
import type { Evaluation } from '../evaluation/evaluation'
import type { EvaluationEdit } from '../evaluation/evaluationEdit'
import { isSameData } from '../evaluation/plainData'

/**
 * 基期值: the 实际完成值 of an earlier year, set beside the indicators of this one. Rows are paired as
 * everywhere (docs/adr/0012-matching-indicators.md). A row that had no actual value gives none, and one
 * without a counterpart keeps what it has.
 *
 * @returns nothing for what is there already.
 */
export function carryBaseline(evaluation: Evaluation, earlier: Evaluation): EvaluationEdit[] {
  const { fiscalYear } = earlier
  return matchIndicators(earlier.indicators, evaluation.indicators).flatMap(({ before, after }) => {
    const raw = before?.actual?.raw.trim() ?? ''
    if (!after || raw === '') return []
    const value = { raw, ...(fiscalYear !== undefined && { fiscalYear }) }
    if (isSameData(after.baseline, value)) return []
    return [{ type: 'set', path: ['indicators', after.id, 'baseline'], value }]
  })
}
