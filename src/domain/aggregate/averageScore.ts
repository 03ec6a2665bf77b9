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
  const totals: number[] = []
  const weights: number[] = []
  for (const summary of summaries) {
    const { total } = kind ? summary.scores[kind] : mainScore(summary)
    const weight = method === 'budget-weighted' ? summary.annualBudget : 1
    if (total === undefined || weight === undefined || weight <= 0) continue
    totals.push(total)
    weights.push(weight)
  }
  return {
    method,
    value: valueOf(method, totals, weights),
    count: totals.length,
    of: summaries.length,
  }
}

function valueOf(
  method: AverageMethod,
  totals: readonly number[],
  weights: readonly number[],
): number | undefined {
  if (totals.length === 0) return undefined
  switch (method) {
    case 'mean':
      return mean(totals)
    case 'budget-weighted':
      return weightedMean(totals, weights)
    case 'median':
      return median(totals)
  }
}

/** Exact: equal totals are counted, so that ten thousand of them cost a few hundred products. */
function mean(totals: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const total of totals) counts.set(total, (counts.get(total) ?? 0) + 1)
  return quotient([...counts], totals.length)
}

/** Exact: equal totals are weighed together. */
function weightedMean(totals: readonly number[], weights: readonly number[]): number | undefined {
  const weightsByTotal = new Map<number, number[]>()
  for (const [index, total] of totals.entries()) {
    const known = weightsByTotal.get(total)
    const weight = weights[index] ?? 0
    if (known) known.push(weight)
    else weightsByTotal.set(total, [weight])
  }
  const weighed = [...weightsByTotal].map(([total, of]) => [total, sum(of)] as const)
  return quotient(weighed, sum(weights))
}

/** Σ(total × weight) ÷ denominator, 2 decimals half up. */
function quotient(
  weighed: readonly (readonly [total: number, weight: number])[],
  denominator: number,
): number | undefined {
  const { numerator } = addFractions(
    weighed.map(([total, weight]) => ({ numerator: multiply(total, weight), denominator: 1 })),
  )
  return roundProportion(1, { numerator, denominator }, 2)
}

function median(totals: readonly number[]): number | undefined {
  const sorted = Float64Array.from(totals).sort()
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) return undefined
  return roundProportion(1, { numerator: sum([lower, upper]), denominator: 2 }, 2)
}
