import type { EvaluationSummary } from './evaluationSummary'
import { foldForSearch } from './summaryFilter'
import { unitOf } from './unitOf'

export type SearchHit =
  | { kind: 'project'; summary: EvaluationSummary }
  | { kind: 'unit'; unit: string; count: number }
  /** `position`: index of the indicator in the evaluation. */
  | { kind: 'indicator'; summary: EvaluationSummary; name: string; position: number }

/**
 * Everything whose name contains all words: projects, then units, then indicators.
 *
 * @param limit the most hits of each kind; a search over ten thousand evaluations stops there.
 */
export function searchSummaries(
  summaries: readonly EvaluationSummary[],
  text: string,
  limit: number,
): SearchHit[] {
  const words = foldForSearch(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const matches = (name: string): boolean => {
    const folded = foldForSearch(name)
    return words.every((word) => folded.includes(word))
  }

  const projects = firstMatches(summaries, limit, ({ projectName }) => matches(projectName)).map(
    (summary): SearchHit => ({ kind: 'project', summary }),
  )

  const counts = new Map<string, number>()
  for (const summary of summaries) {
    const unit = unitOf(summary)
    if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  const units = firstMatches([...counts], limit, ([unit]) => matches(unit)).map(
    ([unit, count]): SearchHit => ({ kind: 'unit', unit, count }),
  )

  return [...projects, ...units, ...findIndicators(summaries, limit, matches)]
}

function findIndicators(
  summaries: readonly EvaluationSummary[],
  limit: number,
  matches: (name: string) => boolean,
): SearchHit[] {
  const hits: SearchHit[] = []
  // The same wording stands in thousands of tables: fold and compare each once.
  const known = new Map<string, boolean>()
  for (const summary of summaries) {
    for (const [position, [name]] of summary.indicators.entries()) {
      let isMatch = known.get(name)
      if (isMatch === undefined) known.set(name, (isMatch = matches(name)))
      if (!isMatch) continue
      hits.push({ kind: 'indicator', summary, name, position })
      if (hits.length === limit) return hits
    }
  }
  return hits
}

function firstMatches<T>(
  items: readonly T[],
  limit: number,
  matches: (item: T) => boolean,
): readonly T[] {
  const found: T[] = []
  for (const item of items) {
    if (!matches(item)) continue
    found.push(item)
    if (found.length === limit) break
  }
  return found
}
