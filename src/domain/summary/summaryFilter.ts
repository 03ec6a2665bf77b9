import type { EvaluationStatus } from '../evaluation/evaluationRecord'
import type { FindingCode, Severity } from '../findings/finding'
import { severityOf } from '../findings/makeFinding'
import type { Grade } from '../scoring/evaluationScore'
import type { EvaluationSummary } from './evaluationSummary'
import { mainScore } from './mainScore'
import { unitOf } from './unitOf'

/** What a list or an overview is narrowed to. An empty list or an absent field narrows nothing. */
export interface SummaryFilter {
  /** Words, all of which occur in the project's name, unit, department or key. */
  text?: string | undefined
  fiscalYear?: number | undefined
  units?: readonly string[] | undefined
  /** `none`: not graded, because a row has no score. */
  grades?: readonly (Grade | 'none')[] | undefined
  statuses?: readonly EvaluationStatus[] | undefined
  /** Has an open finding of one of these severities. */
  severities?: readonly Severity[] | undefined
  /** Only those that are not filled in completely. */
  isUnfilled?: boolean | undefined
}

/** Number of open findings by severity. */
export function countBySeverity(findings: EvaluationSummary['findings']): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 }
  for (const [code, count] of Object.entries(findings)) {
    counts[severityOf[code as FindingCode]] += count
  }
  return counts
}

/** Upper and lower case, full width and half width are one to a reader who searches. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** A predicate, so that the words are folded once for ten thousand rows. */
export function matchesFilter(filter: SummaryFilter): (summary: EvaluationSummary) => boolean {
  const words = foldForSearch(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const { fiscalYear, units, grades, statuses, severities, isUnfilled } = filter
  const admits = <T>(allowed: readonly T[] | undefined, value: T): boolean =>
    allowed === undefined || allowed.length === 0 || allowed.includes(value)

  return (summary) =>
    (fiscalYear === undefined || summary.fiscalYear === fiscalYear) &&
    admits(units, unitOf(summary) ?? '') &&
    admits(grades, mainScore(summary).grade ?? 'none') &&
    admits(statuses, summary.status) &&
    (isUnfilled !== true || summary.filled < summary.of) &&
    (severities === undefined ||
      severities.length === 0 ||
      severities.some((severity) => countBySeverity(summary.findings)[severity] > 0)) &&
    (words.length === 0 || containsAll(searchTextOf(summary), words))
}

function searchTextOf(summary: EvaluationSummary): string {
  const { projectName, implementingUnit, competentDepartment, projectKey } = summary
  return foldForSearch(
    [projectName, implementingUnit, competentDepartment, projectKey].filter(Boolean).join('\n'),
  )
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}
