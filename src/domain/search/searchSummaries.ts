import type { EvaluationSummary } from '../summary/evaluationSummary'
import { foldForSearch, queryTokens } from './foldedText'

/** One evaluation with its texts as they are searched. */
interface SearchEntry {
  summary: EvaluationSummary
  name: string
  units: string
  year: string
  indicators: string[]
}

/** What is searched: made once per list of summaries, so that a key press only compares texts. */
export type SearchIndex = readonly SearchEntry[]

export interface SearchHit {
  summary: EvaluationSummary
  /** Positions in `summary.indicators` of the rows that match. */
  indicators: number[]
}

/** Names, units, years and indicators of all evaluations, folded for searching. */
export function indexSummaries(summaries: readonly EvaluationSummary[]): SearchIndex {
  return summaries.map((summary) => ({
    summary,
    name: foldForSearch(summary.projectName),
    units: foldForSearch(
      [summary.implementingUnit, summary.competentDepartment].filter(Boolean).join('|'),
    ),
    year: summary.fiscalYear === undefined ? '' : String(summary.fiscalYear),
    indicators: summary.indicators.map(([name]) => foldForSearch(name)),
  }))
}

/**
 * Evaluations in which every word of the query occurs: in the name, a unit, the year or an indicator.
 * Best first: names that begin with the query, names that hold it, units, indicators; equals keep
 * the order of the list. An empty query finds nothing.
 */
export function searchSummaries(
  index: SearchIndex,
  query: string,
  limit = Number.POSITIVE_INFINITY,
): SearchHit[] {
  const tokens = queryTokens(query)
  if (tokens.length === 0) return []
  const whole = foldForSearch(query)
  return index
    .flatMap((entry) => {
      if (!tokens.every((token) => occursIn(entry, token))) return []
      return [{ entry, rank: rankOf(entry, whole, tokens) }]
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ entry }) => ({ summary: entry.summary, indicators: matchingIndicators(entry, tokens) }))
}

function occursIn({ name, units, year, indicators }: SearchEntry, token: string): boolean {
  return (
    name.includes(token) ||
    units.includes(token) ||
    year === token ||
    indicators.some((indicator) => indicator.includes(token))
  )
}

function rankOf({ name, units }: SearchEntry, whole: string, tokens: readonly string[]): number {
  if (name === whole) return 0
  if (name.startsWith(whole)) return 1
  if (tokens.every((token) => name.includes(token))) return 2
  if (tokens.some((token) => name.includes(token))) return 3
  return tokens.some((token) => units.includes(token)) ? 4 : 5
}

function matchingIndicators({ indicators }: SearchEntry, tokens: readonly string[]): number[] {
  return indicators.flatMap((indicator, index) =>
    tokens.some((token) => indicator.includes(token)) ? [index] : [],
  )
}
