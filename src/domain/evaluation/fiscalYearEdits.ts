import { contextOf, rereadTarget } from '../target/rereadTarget'
import type { Evaluation } from './evaluation'
import type { EvaluationEdit } from './evaluationEdit'
import { isSameData } from './plainData'

/** Sets the year of an evaluation; dates of 指标值 that name no year follow it. */
export function fiscalYearEdits(
  { indicators, fiscalYear: before }: Evaluation,
  fiscalYear: number | undefined,
): EvaluationEdit[] {
  const targets = indicators.flatMap((row): EvaluationEdit[] => {
    const target = rereadTarget(row.target, contextOf(row, before), contextOf(row, fiscalYear))
    const path = ['indicators', row.id, 'target']
    return isSameData(target, row.target) ? [] : [{ type: 'set', path, value: target }]
  })
  return [{ type: 'set', path: ['fiscalYear'], value: fiscalYear }, ...targets]
}
