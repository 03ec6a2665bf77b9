import { addFractions, multiply, roundProportion, sum } from '../decimal'
import type { EvaluationSummary } from '../summary/evaluationSummary'
import { mainScore, type ScoreKind } from '../summary/mainScore'

/** 算术平均, 按预算加权平均, 中位数. An average is always named with its method. */
export type AverageMethod = 'mean' | 'budget-weighted' | 'median'

/** An average of totals with what it was made of: never an average of averages. */
export interface Average {
  method: AverageMethod
  /** 分, 2 decimals half up; `undefined`: there is nothing to average. */
  value: number | undefined
  /** Evaluations in it. */
  count: number
  /** Evaluations asked about; the difference has no total, or, weighted, no budget. */
  of: number
}

/**
 * Average total of many evaluations. Evaluations without a total are left out, not counted as 0;
 * the budget-weighted mean also leaves out those without 全年预算数.
 *
 * @param kind absent: the score each overview shows first.
 */
export function averageScore(
  summaries: readonly EvaluationSummary[],
  method: AverageMethod,
  kind?: ScoreKind,
): Average {
  const scored = summaries.flatMap((summary) => {
    const { total } = kind ? summary.scores[kind] : mainScore(summary)
    const weight = method === 'budget-weighted' ? summary.annualBudget : 1
    return total === undefined || weight === undefined || weight <= 0 ? [] : [{ total, weight }]
  })
  return {
    method,
    value: method === 'median' ? median(scored.map(({ total }) => total)) : weightedMean(scored),
    count: scored.length,
    of: summaries.length,
  }
}

/** Exact: equal totals are weighed together, so that ten thousand of them cost a few hundred products. */
function weightedMean(scored: readonly { total: number; weight: number }[]): number | undefined {
  if (scored.length === 0) return undefined
  const weightsByTotal = new Map<number, number[]>()
  for (const { total, weight } of scored) {
    const weights = weightsByTotal.get(total)
    if (weights) weights.push(weight)
    else weightsByTotal.set(total, [weight])
  }
  const { numerator } = addFractions(
    [...weightsByTotal].map(([total, weights]) => ({
      numerator: multiply(total, sum(weights)),
      denominator: 1,
    })),
  )
  const denominator = sum(scored.map(({ weight }) => weight))
  return roundProportion(1, { numerator, denominator }, 2)
}

function median(totals: readonly number[]): number | undefined {
  const sorted = Float64Array.from(totals).sort()
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) return undefined
  return roundProportion(1, { numerator: sum([lower, upper]), denominator: 2 }, 2)
}
