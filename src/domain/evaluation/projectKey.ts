import type { EvaluationDraft } from './evaluation'

type Identity = Pick<
  EvaluationDraft,
  'projectKey' | 'projectName' | 'implementingUnit' | 'competentDepartment'
>

const nameOf = ({ projectName, implementingUnit, competentDepartment }: Identity): string =>
  [projectName, implementingUnit ?? competentDepartment ?? ''].map((part) => part.trim()).join('\n')

/**
 * Key of the project that a new evaluation belongs to: its own, else that of an evaluation of the same
 * name and unit (another year, or the 目标表 of the same year), else `fallback`. Without a project name
 * nothing is taken for the same project.
 */
export function findProjectKey(
  draft: Identity,
  known: Iterable<Identity>,
  fallback: string,
): string {
  if (draft.projectKey !== undefined) return draft.projectKey
  if (draft.projectName.trim() === '') return fallback
  const name = nameOf(draft)
  for (const other of known) {
    if (other.projectKey !== undefined && nameOf(other) === name) return other.projectKey
  }
  return fallback
}
