import type { EvaluationDraft, FormKind } from '@/domain/evaluation/evaluation'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { isSameOwner, projectYearKey } from './sameTable'

/** The table of a project that is monitored, the likeliest first. */
const MONITORED: readonly FormKind[] = [
  'self-evaluation',
  'monitoring',
  'target-table',
  'department-targets',
  'declaration',
  'other',
]

/** Stored evaluations by project and year, so that a thousand drafts are looked up in one pass. */
export type KnownEvaluations = ReadonlyMap<string, readonly EvaluationSummary[]>

export function indexSummaries(summaries: readonly EvaluationSummary[]): KnownEvaluations {
  const known = new Map<string, EvaluationSummary[]>()
  for (const summary of summaries) {
    const key = projectYearKey(summary)
    if (key === undefined) continue
    const others = known.get(key)
    if (others) others.push(summary)
    else known.set(key, [summary])
  }
  return known
}

/**
 * Ids of stored evaluations that a draft may belong to: same project, year and owner, the likeliest
 * first. 目标表 and 自评表 of one project are two evaluations; a monitoring form goes into either.
 */
export function findExisting(known: KnownEvaluations, draft: EvaluationDraft): string[] {
  const isMonitoring = draft.form === 'monitoring'
  return (known.get(projectYearKey(draft) ?? '') ?? [])
    .filter((each) => (isMonitoring || each.form === draft.form) && isSameOwner(each, draft))
    .sort((a, b) => MONITORED.indexOf(a.form) - MONITORED.indexOf(b.form))
    .map(({ id }) => id)
}
