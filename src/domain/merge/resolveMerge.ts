import { applyEdits, isEditableField } from '../evaluation/applyEdit'
import type { EditPath } from '../evaluation/evaluationEdit'
import type { EvaluationRecord } from '../evaluation/evaluationRecord'
import type { HistoryEntry, MergeChoice, MergedBranch } from '../evaluation/historyEntry'
import { type EvaluationBranch, knownHashes } from './branch'
import { editsBetween } from './editsBetween'
import type { FieldConflict } from './mergeRecords'
import { continuationOf, mergeBranches, type MergePlan } from './planMerge'
import { isSameContent } from './replayHistory'

/** What a person decided about one evaluation. */
export interface MergeDecision {
  /** By `conflictKey`; with `whole`, under the key of the empty path. */
  choices: Readonly<Record<string, 'mine' | 'theirs'>>
  /** Why; needed wherever something was chosen. */
  reason?: string
}

/** Names a conflict in a `MergeDecision`. */
export const conflictKey = (path: EditPath): string => JSON.stringify(path)

/** Key of the choice between two whole evaluations. */
export const WHOLE = conflictKey([])

/** An entry a merge writes, before it is stamped and chained. */
export type MergeEntry = Pick<HistoryEntry, 'action' | 'path' | 'before' | 'after'>

/**
 * What a merge writes: `append` takes the entries over as they are, `record` is then the other side's;
 * `write` adds entries of its own.
 */
export type MergeEffect =
  | { kind: 'nothing' }
  | { kind: 'append'; record: EvaluationRecord; entries: readonly HistoryEntry[] }
  | { kind: 'write'; record: EvaluationRecord; entries: MergeEntry[] }

/** Conflicts of a plan that nobody has settled yet. */
export function listOpenChoices(plan: MergePlan, decision: MergeDecision): string[] {
  if (plan.kind !== 'whole' && plan.kind !== 'merged') return []
  const keys = plan.kind === 'whole' ? [WHOLE] : plan.conflicts.map(({ path }) => conflictKey(path))
  return keys.filter((key) => decision.choices[key] === undefined)
}

/** Whether a decision is complete: everything chosen, and a reason given where something was. */
export function isDecided(plan: MergePlan, decision: MergeDecision): boolean {
  const isChoice = plan.kind === 'whole' || (plan.kind === 'merged' && plan.conflicts.length > 0)
  return (
    listOpenChoices(plan, decision).length === 0 && (!isChoice || Boolean(decision.reason?.trim()))
  )
}

/**
 * Carries out a plan.
 *
 * @param local absent where the plan says `added`.
 * @throws TypeError when the decision leaves a conflict open.
 */
export function resolveMerge(
  plan: MergePlan,
  local: EvaluationBranch | undefined,
  incoming: EvaluationBranch,
  decision: MergeDecision,
): MergeEffect {
  if (!isDecided(plan, decision)) throw new TypeError('a conflict is open')
  const { record, history } = incoming
  switch (plan.kind) {
    case 'added':
      return { kind: 'append', record, entries: history }
    case 'continued':
      return local ? continueWith(local, incoming) : { kind: 'nothing' }
    case 'merged':
      return local ? mergeInto(local, incoming, decision) : { kind: 'nothing' }
    case 'whole':
      return local ? chooseWhole(local, incoming, decision) : { kind: 'nothing' }
    case 'same':
    case 'older':
    case 'removed':
    case 'refused':
      return { kind: 'nothing' }
  }
}

function continueWith(local: EvaluationBranch, incoming: EvaluationBranch): MergeEffect {
  const entries = continuationOf(local, incoming) ?? []
  // The chain goes on only behind its own last entry; behind an adopted one, its entries are nested.
  if (entries[0]?.previousHash === local.history.at(-1)?.hash) {
    return { kind: 'append', record: incoming.record, entries }
  }
  return writeMerge(local, incoming, incoming.record, [])
}

function mergeInto(
  local: EvaluationBranch,
  incoming: EvaluationBranch,
  { choices }: MergeDecision,
): MergeEffect {
  const made: MergeChoice[] = []
  const decide = ({ path, mine, theirs }: FieldConflict) => {
    const kept = choices[conflictKey(path)] ?? 'mine'
    made.push({ path, kept, ...given('mine', mine), ...given('theirs', theirs) })
    return kept
  }
  const { record } = mergeBranches(local, incoming, decide)
  return writeMerge(local, incoming, withStatusOf(record, local, incoming), made)
}

const given = (name: 'mine' | 'theirs', value: unknown) =>
  value === undefined ? {} : { [name]: value }

/** A status that only the other side moved is taken over. */
function withStatusOf(
  merged: EvaluationRecord,
  local: EvaluationBranch,
  incoming: EvaluationBranch,
): EvaluationRecord {
  const known = knownHashes(local.history)
  const isMoved = incoming.history.some(({ action, hash }) => action === 'step' && !known.has(hash))
  return isMoved ? withKernelFields(merged, incoming.record) : merged
}

/** Status and what was written with it, such as what was filed, of `source`. */
function withKernelFields(record: EvaluationRecord, source: EvaluationRecord): EvaluationRecord {
  const own = ['id', 'revision', 'createdAt', 'updatedAt', 'source']
  const content = Object.entries(record).filter(
    ([name]) => isEditableField(name) || own.includes(name),
  )
  const kernel = Object.entries(source).filter(
    ([name]) => !isEditableField(name) && !own.includes(name),
  )
  return { ...Object.fromEntries([...content, ...kernel]) } as EvaluationRecord
}

function chooseWhole(
  local: EvaluationBranch,
  incoming: EvaluationBranch,
  { choices }: MergeDecision,
): MergeEffect {
  const kept = choices[WHOLE] ?? 'mine'
  const record = kept === 'mine' ? local.record : incoming.record
  return writeMerge(local, incoming, record, [{ path: [], kept }])
}

function writeMerge(
  local: EvaluationBranch,
  incoming: EvaluationBranch,
  result: EvaluationRecord,
  choices: MergeChoice[],
): MergeEffect {
  const known = knownHashes(local.history)
  const { record: changed, changes } = applyEdits(local.record, editsBetween(local.record, result))
  const { status: before } = local.record
  const record = withKernelFields(changed, result)
  const branch: MergedBranch = {
    head: incoming.history.at(-1)?.hash ?? '',
    entries: incoming.history.filter(({ hash }) => !known.has(hash)),
    choices,
    ...(before !== record.status && { status: { before, after: record.status } }),
    ...(isSameContent(record, incoming.record) && { isAdopted: true as const }),
  }
  const edits = changes.map(({ type, ...change }) => ({ action: type, ...change }))
  return {
    kind: 'write',
    record,
    entries: [{ action: 'merge', path: [], after: branch, before: undefined }, ...edits],
  }
}
