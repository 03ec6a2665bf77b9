import type { EvaluationSummary } from '../summary/evaluationSummary'
import { unitOf } from '../summary/unitOf'

/** 抽样复核: by which rule a sample was drawn. The same rule over the same list draws the same. */
export interface SampleRule {
  /** Per cent of each stratum, rounded up: at least one of every stratum. */
  share: number
  /** 不分层, by unit, or by size of budget (below 10, 100, 1000 万元, above). */
  strata: 'none' | 'unit' | 'budget'
  seed: number
}

/** A drawn sample, as it is kept. */
export interface ReviewSample extends SampleRule {
  /** ISO instant */
  at: string
  by: string
  /** Number of evaluations it was drawn from. */
  of: number
  ids: string[]
}

/** mulberry32: a small generator whose sequence a seed fixes on every machine. */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function stratumOf(summary: EvaluationSummary, strata: SampleRule['strata']): string {
  if (strata === 'unit') return unitOf(summary) ?? ''
  if (strata === 'none') return ''
  const { annualBudget } = summary
  if (annualBudget === undefined) return 'unknown'
  return String([10, 100, 1000].filter((limit) => annualBudget >= limit).length)
}

/**
 * Draws a sample without replacement from each stratum.
 * @param summaries in any order: they are drawn from in the order of their ids.
 * @returns ids, sorted.
 */
export function drawSample(
  summaries: readonly EvaluationSummary[],
  { share, strata, seed }: SampleRule,
): string[] {
  const random = makeRandom(seed)
  const groups = new Map<string, string[]>()
  for (const summary of [...summaries].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const stratum = stratumOf(summary, strata)
    groups.set(stratum, [...(groups.get(stratum) ?? []), summary.id])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ids]) => {
      const left = [...ids]
      const count = Math.min(left.length, Math.ceil((left.length * share) / 100))
      return Array.from({ length: count }, () => {
        const [drawn = ''] = left.splice(Math.floor(random() * left.length), 1)
        return drawn
      })
    })
    .sort()
}
