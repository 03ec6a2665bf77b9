import { subtract, sum, toNumber } from '../decimal'
import type { EvaluationScore } from '../scoring/evaluationScore'

/** 核减 and 核增, in 分, both as positive numbers. */
export interface ReviewTotals {
  reduced: number
  raised: number
}

/**
 * What a review took away and what it added: reviewed against declared or, where nothing was declared,
 * against the computed score.
 */
export function reviewTotals({ indicators, budgetExecution }: EvaluationScore): ReviewTotals {
  const rows = [...indicators, ...(budgetExecution ? [budgetExecution] : [])]
  const differences = rows.flatMap(({ computed, declared, reviewed }) => {
    const before = declared ?? (computed.status === 'scored' ? computed.score : undefined)
    return reviewed === undefined || before === undefined
      ? []
      : [toNumber(subtract(reviewed, before))]
  })
  return {
    reduced: sum(differences.filter((change) => change < 0).map((change) => -change)),
    raised: sum(differences.filter((change) => change > 0)),
  }
}
