import { subtract, toNumber } from '../decimal'
import type { EvaluationSummary } from '../summary/evaluationSummary'
import { mainScore, type ScoreKind } from '../summary/mainScore'

/** A project that is evaluated in two years that follow each other. */
export interface YearOnYearChange {
  projectKey: string
  before: EvaluationSummary
  after: EvaluationSummary
  /** Total of the later year − total of the earlier, 分; `undefined`: one of them has no total. */
  change: number | undefined
}

/**
 * 同比: every continuing project (same `projectKey`) with the year before. Projects without a key,
 * and years with a gap between them, are not compared. Where a project has several evaluations in
 * one year, the one edited last stands for the year.
 */
export function compareYearsOfProjects(
  summaries: readonly EvaluationSummary[],
  kind?: ScoreKind,
): YearOnYearChange[] {
  const byProject = new Map<string, Map<number, EvaluationSummary>>()
  for (const summary of summaries) {
    const { projectKey, fiscalYear } = summary
    if (projectKey === undefined || fiscalYear === undefined) continue
    const years = byProject.get(projectKey) ?? new Map<number, EvaluationSummary>()
    const known = years.get(fiscalYear)
    if (!known || known.updatedAt < summary.updatedAt) years.set(fiscalYear, summary)
    byProject.set(projectKey, years)
  }
  return [...byProject].flatMap(([projectKey, years]) =>
    [...years].flatMap(([year, after]) => {
      const before = years.get(year - 1)
      return before ? [{ projectKey, before, after, change: changeOf(before, after, kind) }] : []
    }),
  )
}

function changeOf(
  before: EvaluationSummary,
  after: EvaluationSummary,
  kind: ScoreKind | undefined,
): number | undefined {
  const totalOf = (summary: EvaluationSummary) =>
    (kind ? summary.scores[kind] : mainScore(summary)).total
  const earlier = totalOf(before)
  const later = totalOf(after)
  if (earlier === undefined || later === undefined) return undefined
  return toNumber(subtract(later, earlier))
}
