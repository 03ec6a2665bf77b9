import type { EvaluationSummary } from '../summary/evaluationSummary'
import { mainScore } from '../summary/mainScore'
import { unitOf } from '../summary/unitOf'

export type SummaryGrouping = 'unit' | 'department' | 'year' | 'project' | 'grade' | 'status'

/** Evaluations that agree in one thing. */
export interface SummaryGroup {
  /** `undefined`: the field is not filled in. A year is its digits. */
  key: string | undefined
  summaries: EvaluationSummary[]
}

const KEY_OF: Readonly<
  Record<SummaryGrouping, (summary: EvaluationSummary) => string | undefined>
> = {
  unit: unitOf,
  department: ({ competentDepartment }) => competentDepartment?.trim() || undefined,
  year: ({ fiscalYear }) => (fiscalYear === undefined ? undefined : String(fiscalYear)),
  project: ({ projectKey, projectName }) => projectKey ?? projectName,
  grade: (summary) => mainScore(summary).grade,
  status: ({ status }) => status,
}

/** Groups in the order in which they first occur; every evaluation is in exactly one. */
export function groupSummaries(
  summaries: readonly EvaluationSummary[],
  grouping: SummaryGrouping,
): SummaryGroup[] {
  const groups = new Map<string | undefined, EvaluationSummary[]>()
  for (const summary of summaries) {
    const key = KEY_OF[grouping](summary)
    const group = groups.get(key)
    if (group) group.push(summary)
    else groups.set(key, [summary])
  }
  return [...groups].map(([key, members]) => ({ key, summaries: members }))
}
