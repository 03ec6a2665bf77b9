import type { EvaluationStatus } from '../evaluation/evaluationRecord'
import { countFindingsBySeverity } from '../aggregate/countFindings'
import { isComplete } from '../aggregate/filingProgress'
import type { Severity } from '../findings/finding'
import type { Grade } from '../scoring/evaluationScore'
import type { EvaluationSummary } from '../summary/evaluationSummary'
import { mainScore } from '../summary/mainScore'
import { unitOf } from '../summary/unitOf'

/**
 * What a list is narrowed to. Within one field any of the values will do, over the fields all must
 * hold; an absent or empty field narrows nothing.
 */
export interface SummaryFilter {
  years?: readonly number[]
  /** As `unitOf` names them. */
  units?: readonly string[]
  /** Of the main score; `ungraded`: no total yet. */
  grades?: readonly (Grade | 'ungraded')[]
  statuses?: readonly EvaluationStatus[]
  scopes?: readonly EvaluationSummary['scope'][]
  profileIds?: readonly string[]
  /** With at least one open finding of one of these severities. */
  severities?: readonly Severity[]
  /** Filled in completely, or not. */
  isComplete?: boolean
}

/** Evaluations that pass, in their order. */
export function filterSummaries(
  summaries: readonly EvaluationSummary[],
  filter: SummaryFilter,
): EvaluationSummary[] {
  const tests = makeTests(filter)
  return summaries.filter((summary) => tests.every((test) => test(summary)))
}

type Test = (summary: EvaluationSummary) => boolean

function makeTests(filter: SummaryFilter): Test[] {
  const { severities = [] } = filter
  return [
    ...oneOf(filter.years, ({ fiscalYear }) => fiscalYear),
    ...oneOf(filter.units, unitOf),
    ...oneOf(filter.grades, (summary) => mainScore(summary).grade ?? 'ungraded'),
    ...oneOf(filter.statuses, ({ status }) => status),
    ...oneOf(filter.scopes, ({ scope }) => scope),
    ...oneOf(filter.profileIds, ({ profileId }) => profileId),
    ...(severities.length === 0
      ? []
      : [
          (summary: EvaluationSummary) => {
            const counts = countFindingsBySeverity(summary)
            return severities.some((severity) => counts[severity] > 0)
          },
        ]),
    ...(filter.isComplete === undefined
      ? []
      : [(summary: EvaluationSummary) => isComplete(summary) === filter.isComplete]),
  ]
}

function oneOf<Value>(
  values: readonly Value[] | undefined,
  read: (summary: EvaluationSummary) => Value | undefined,
): Test[] {
  if (!values || values.length === 0) return []
  const wanted = new Set(values)
  return [
    (summary) => {
      const value = read(summary)
      return value !== undefined && wanted.has(value)
    },
  ]
}
