import { nameSimilarity } from '../comparison/nameSimilarity'
import type { EvaluationStatus } from '../evaluation/evaluationRecord'
import { canEdit } from '../evaluation/evaluationStatus'
import { comparableName } from '../indicator/indicatorName'
import type { EvaluationSummary } from '../summary/evaluationSummary'
import { foldForSearch } from '../summary/summaryFilter'
import { unitOf } from '../summary/unitOf'

type Project = Pick<
  EvaluationSummary,
  | 'id'
  | 'projectKey'
  | 'projectName'
  | 'implementingUnit'
  | 'competentDepartment'
  | 'fiscalYear'
  | 'scope'
  | 'form'
> & { status: EvaluationStatus }

/** Names from here on may be one project renamed; those of one unit earlier. Project decision. */
const ALIKE = 0.5
const ALIKE_IN_UNIT = 0.35

/**
 * Evaluations that may be the same project in another year: the same scope, another `projectKey`, and
 * a name that resembles, those of the same unit first. With a text, all that contain its words.
 */
export function findLinkCandidates<Candidate extends Project>(
  own: Project,
  all: readonly Candidate[],
  text = '',
  limit = 8,
): Candidate[] {
  const words = foldForSearch(text).split(/\s+/).filter(Boolean)
  const name = comparableName(own.projectName)
  const unit = unitOf(own)
  return all
    .filter(
      (other) =>
        other.id !== own.id &&
        other.scope === own.scope &&
        (own.projectKey === undefined || other.projectKey !== own.projectKey),
    )
    .map((other) => ({
      other,
      likeness: nameSimilarity(name, comparableName(other.projectName)),
      isSameUnit: unit !== undefined && unitOf(other) === unit,
    }))
    .filter(({ other, likeness, isSameUnit }) => {
      if (words.length === 0) return likeness >= (isSameUnit ? ALIKE_IN_UNIT : ALIKE)
      const haystack = foldForSearch([other.projectName, unitOf(other), other.fiscalYear].join(' '))
      return words.every((word) => haystack.includes(word))
    })
    .sort((a, b) => Number(b.isSameUnit) - Number(a.isSameUnit) || b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ other }) => other)
}

/** Whose `projectKey` becomes what, so that two evaluations are one project. */
export interface ProjectLink {
  evaluationId: string
  projectKey: string
}

/**
 * Links `other` to `own`. The one that is filed stays as it was signed: the open one takes its key,
 * but only while it stands alone; otherwise its own years would be torn away.
 *
 * @param isAlone whether no other evaluation has the key of `own`.
 * @returns `undefined` when the status of both forbids it.
 */
export function linkProjects(
  own: Project,
  other: Project,
  isAlone: boolean,
): ProjectLink | undefined {
  const ownKey = own.projectKey ?? own.id
  if (canEdit(other.status, ['projectKey']) && own.projectKey !== undefined) {
    return { evaluationId: other.id, projectKey: ownKey }
  }
  if (canEdit(own.status, ['projectKey']) && other.projectKey !== undefined && isAlone) {
    return { evaluationId: own.id, projectKey: other.projectKey }
  }
  return undefined
}
