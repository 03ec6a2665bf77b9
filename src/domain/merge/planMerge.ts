import { isOverlapping } from '../evaluation/applyEdit'
import { type EditPath, pathOf } from '../evaluation/evaluationEdit'
import type { EvaluationRecord } from '../evaluation/evaluationRecord'
import { canRemove } from '../evaluation/evaluationStatus'
import type { HistoryEntry } from '../evaluation/historyEntry'
import {
  commonLength,
  type EvaluationBranch,
  headOf,
  knownHashes,
  listInsertions,
  listKnownEntries,
} from './branch'
import { editsBetween } from './editsBetween'
import { type FieldConflict, type MergedRecord, mergeRecords } from './mergeRecords'
import { isSameContent, recordBefore, replayHistory, UnfaithfulHistoryError } from './replayHistory'

/**
 * What becomes of one evaluation of a package.
 *
 * - `added`: not here yet. `same`: nothing new. `older`: here it went on since.
 * - `continued`: the other side went on from what stands here; its entries are appended.
 * - `merged`: both sides went on, and every field finds its value, or is a conflict to be chosen.
 * - `whole`: the other side was filed while here it was changed: one of the two is kept as it is.
 * - `removed`: it was deleted here.
 * - `refused`: see `MergeRefusal`.
 */
export type MergeKind =
  'added' | 'same' | 'older' | 'continued' | 'merged' | 'whole' | 'removed' | 'refused'

/**
 * - `filed`: here it is submitted, approved or locked, and the other side does not continue from there.
 * - `unrelated`: same id, but no common beginning.
 * - `unfaithful`: the history that came does not lead to the record that came, or breaks a rule.
 */
export type MergeRefusal = 'filed' | 'unrelated' | 'unfaithful'

/** Who changed a field last on one side. */
export type Authorship = Pick<HistoryEntry, 'actor' | 'at'>

/** A conflict with the names of the two people. */
export interface AttributedConflict extends FieldConflict {
  mineBy?: Authorship
  theirsBy?: Authorship
}

export interface MergePlan {
  evaluationId: string
  kind: MergeKind
  refusal?: MergeRefusal
  /** To be chosen; with `whole` and `filed`, what differs. */
  conflicts: AttributedConflict[]
  /** Fields that are taken from the other side without asking. */
  taken: EditPath[]
  /** Hash of the last local entry the plan was made for; absent: there was none. */
  localHead?: string
}

/** What there is here: `record` is missing when the evaluation was removed. */
export type LocalBranch = Omit<EvaluationBranch, 'record'> & { record?: EvaluationRecord }

/**
 * Compares an evaluation of a package with what is here. Nothing is changed.
 *
 * @param local absent: this evaluation was never here.
 */
export function planMerge(local: LocalBranch | undefined, incoming: EvaluationBranch): MergePlan {
  const last = local?.history.at(-1)
  const { kind, refusal, conflicts = [], taken = [] } = planWith(local, incoming)
  return {
    evaluationId: incoming.record.id,
    kind,
    conflicts,
    taken,
    ...(refusal && { refusal }),
    ...(last && { localHead: last.hash }),
  }
}

type Outcome = Pick<MergePlan, 'kind'> & Partial<Pick<MergePlan, 'refusal' | 'conflicts' | 'taken'>>

const refuse = (refusal: MergeRefusal): Outcome => ({ kind: 'refused', refusal })

function planWith(local: LocalBranch | undefined, incoming: EvaluationBranch): Outcome {
  try {
    if (!local || local.history.length === 0) {
      const led = replayHistory(incoming.history)
      return isSameContent(led, incoming.record) ? { kind: 'added' } : refuse('unfaithful')
    }
    if (commonLength(local.history, incoming.history) === 0) return refuse('unrelated')
    const { record, history } = local
    if (!record) return { kind: 'removed' }
    return planBoth({ record, history }, incoming)
  } catch (error) {
    if (error instanceof UnfaithfulHistoryError) return refuse('unfaithful')
    throw error
  }
}

function planBoth(local: EvaluationBranch, incoming: EvaluationBranch): Outcome {
  const theirHead = incoming.history.at(-1)?.hash ?? ''
  if (theirHead === local.history.at(-1)?.hash) return { kind: 'same' }
  if (knownHashes(local.history).has(theirHead)) return { kind: 'older' }
  const tail = continuationOf(local, incoming)
  if (tail) {
    const isFaithful = isSameContent(replayHistory(tail, local.record), incoming.record)
    return isFaithful ? { kind: 'continued' } : refuse('unfaithful')
  }
  if (isSameContent(local.record, incoming.record)) return { kind: 'same' }
  const led = replayHistory(incoming.history)
  if (!isSameContent(led, incoming.record)) return refuse('unfaithful')
  return planDiverged(local, incoming)
}

function planDiverged(local: EvaluationBranch, incoming: EvaluationBranch): Outcome {
  const { conflicts, record } = mergeBranches(local, incoming)
  const taken = editsBetween(local.record, record).map(pathOf)
  const attributed = conflicts.map((conflict) => attribute(conflict, local, incoming))
  if (!canRemove(local.record.status)) {
    return { ...refuse('filed'), conflicts: attributed, taken }
  }
  const isTheirsFiled = !canRemove(incoming.record.status)
  const merged = { ...record, status: incoming.record.status }
  if (isTheirsFiled && (conflicts.length > 0 || !isSameContent(merged, incoming.record))) {
    return { kind: 'whole', conflicts: attributed, taken }
  }
  return { kind: 'merged', conflicts: attributed, taken }
}

/**
 * The entries with which the other side went on from exactly what stands here, or `undefined` when
 * it did not.
 */
export function continuationOf(
  local: EvaluationBranch,
  incoming: EvaluationBranch,
): HistoryEntry[] | undefined {
  const head = headOf(local.history)
  const index = incoming.history.findIndex(({ hash }) => hash === head)
  return index < 0 ? undefined : incoming.history.slice(index + 1)
}

/**
 * Merges the content of two branches that both went on.
 * @throws UnfaithfulHistoryError when the common state cannot be found.
 */
export function mergeBranches(
  local: EvaluationBranch,
  incoming: EvaluationBranch,
  decide?: (conflict: FieldConflict) => 'mine' | 'theirs',
): MergedRecord {
  const base = commonRecord(local, incoming)
  const insertions = listInsertions([...local.history, ...incoming.history])
  return mergeRecords({ base, mine: local.record, theirs: incoming.record }, insertions, decide)
}

/**
 * The last state that both sides have seen: of one side, what the other one started from or has merged
 * since. Where both merged each other at once, the state that arrived here.
 */
function commonRecord(local: EvaluationBranch, incoming: EvaluationBranch): EvaluationRecord {
  const ofTheirs = lastKnown(incoming.history, knownHashes(local.history))
  const ofMine = lastKnown(local.history, knownHashes(incoming.history))
  const arrived = incoming.history[ofTheirs - 1]?.hash ?? ''
  const isMineLater = knownHashes(local.history.slice(0, ofMine)).has(arrived)
  return isMineLater
    ? recordBefore(local.record, local.history.slice(ofMine))
    : recordBefore(incoming.record, incoming.history.slice(ofTheirs))
}

/** Number of entries up to the last one that the other side knows. */
const lastKnown = (history: readonly HistoryEntry[], known: ReadonlySet<string>): number =>
  history.findLastIndex(({ hash }) => known.has(hash)) + 1

function attribute(
  conflict: FieldConflict,
  local: EvaluationBranch,
  incoming: EvaluationBranch,
): AttributedConflict {
  const mineBy = authorOf(conflict.path, local.history)
  const theirsBy = authorOf(conflict.path, incoming.history)
  return { ...conflict, ...(mineBy && { mineBy }), ...(theirsBy && { theirsBy }) }
}

/** Last edit of a field, by whoever wrote it first: a merge only passed it on. */
function authorOf(path: EditPath, history: readonly HistoryEntry[]): Authorship | undefined {
  const fields = path[0] === 'profile' ? [['profileId'], ['profileVersion']] : [path]
  const entry = listKnownEntries(history).findLast(
    ({ action, path: changed }) =>
      action !== 'merge' &&
      changed.length > 0 &&
      fields.some((field) => isOverlapping(field, changed)),
  )
  return entry && { actor: entry.actor, at: entry.at }
}
