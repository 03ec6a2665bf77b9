import type { EvaluationDraft, FormKind } from '@/domain/evaluation/evaluation'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'

/** The table of a project that is monitored, the likeliest first. */
const MONITORED: readonly FormKind[] = [
  'self-evaluation',
  'monitoring',
  'target-table',
  'department-targets',
  'declaration',
  'other',
]

/** Ids of stored evaluations that a draft may belong to: same project and year, the likeliest first. */
export function findExisting(
  summaries: readonly EvaluationSummary[],
  { projectName, fiscalYear, form }: EvaluationDraft,
): string[] {
  return summaries
    .filter(
      (known) =>
        known.projectName === projectName &&
        known.fiscalYear === fiscalYear &&
        (form === 'monitoring' || known.form === form),
    )
    .sort((a, b) => MONITORED.indexOf(a.form) - MONITORED.indexOf(b.form))
    .map(({ id }) => id)
}
