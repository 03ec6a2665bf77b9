import {
  applyEdit,
  applyEdits,
  type IndicatorPlace,
  isEditableField,
} from '../evaluation/applyEdit'
import type { EvaluationEdit } from '../evaluation/evaluationEdit'
import type { EvaluationRecord, EvaluationStatus } from '../evaluation/evaluationRecord'
import {
  canEdit,
  canRemove,
  isAllowedChange,
  needsReason,
  openSteps,
  statusAfter,
} from '../evaluation/evaluationStatus'
import type { HistoryEntry } from '../evaluation/historyEntry'
import { isObject, isSameData } from '../evaluation/plainData'
import { type CommandGroup, groupByCommand, inverseOf } from '../evaluation/undoStack'
import { mergedBranchOf } from './branch'

/** A history that does not lead to the record it came with, or that breaks a rule on the way. */
export class UnfaithfulHistoryError extends Error {
  override readonly name = 'UnfaithfulHistoryError'
}

/** What edits can reach of a record: the part that a history accounts for. */
export function contentOf(record: EvaluationRecord): Partial<EvaluationRecord> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => isEditableField(name)))
}

/** Whether two records say the same, whatever their numbers of revision. */
export const isSameContent = (a: EvaluationRecord, b: EvaluationRecord): boolean =>
  a.status === b.status && isSameData(contentOf(a), contentOf(b))

/**
 * Carries out a history again, under the rules of the status (see `canEdit`): a package in which a
 * filed score was changed and the chain computed anew does not come through.
 *
 * @param start record that the first of the entries changes; absent: they begin with its creation.
 * @returns the record they lead to; revision and times are not followed.
 * @throws UnfaithfulHistoryError
 */
export function replayHistory(
  entries: readonly HistoryEntry[],
  start?: EvaluationRecord,
): EvaluationRecord {
  let record = start
  try {
    for (const group of groupByCommand(entries)) record = replayGroup(record, group)
  } catch (error) {
    throw new UnfaithfulHistoryError('an entry cannot be carried out', { cause: error })
  }
  if (!record) throw new UnfaithfulHistoryError('no creation')
  return record
}

function replayGroup(record: EvaluationRecord | undefined, group: CommandGroup): EvaluationRecord {
  const [first] = group.entries
  if (first?.action === 'create' && !record) return recordIn(first.after)
  if (!record || !first) throw new UnfaithfulHistoryError('nothing to change')
  switch (first.action) {
    case 'create':
      throw new UnfaithfulHistoryError('created twice')
    case 'remove':
      if (!canRemove(record.status)) throw new UnfaithfulHistoryError('removed when filed')
      return record
    case 'restore':
      if (!isSameContent(recordIn(first.after), record)) {
        throw new UnfaithfulHistoryError('restored as another')
      }
      return record
    case 'step':
      return replayStep(record, first)
    case 'merge':
      return replayMerge(record, group)
    case 'set':
    case 'insert-indicator':
    case 'remove-indicator':
    case 'move-indicator':
      return replayEdits(record, group)
  }
}

function recordIn(value: unknown): EvaluationRecord {
  if (!isObject(value) || !Array.isArray(value['indicators'])) {
    throw new UnfaithfulHistoryError('not a record')
  }
  return value as unknown as EvaluationRecord
}

function replayStep(record: EvaluationRecord, entry: HistoryEntry): EvaluationRecord {
  const step = openSteps(record.status).find(
    (open) => statusAfter(record.status, open) === entry.after,
  )
  if (!step || entry.before !== record.status) throw new UnfaithfulHistoryError('no such step')
  if (needsReason(step) && !entry.reason?.trim()) throw new UnfaithfulHistoryError('no reason')
  return { ...record, status: entry.after as EvaluationStatus }
}

function replayEdits(record: EvaluationRecord, group: CommandGroup): EvaluationRecord {
  if (!group.entries.every(({ path }) => canEdit(record.status, path))) {
    throw new UnfaithfulHistoryError('the status forbids it')
  }
  const { record: changed } = applyEdits(record, group.entries.map(editOf))
  if (!isAllowedChange(record, changed, group.undoOf !== undefined)) {
    throw new UnfaithfulHistoryError('the status forbids it')
  }
  return changed
}

/**
 * A merge may bring in what a review had said, but not into what is filed: there it may only follow
 * the history it continues, which is carried out again as well.
 */
function replayMerge(record: EvaluationRecord, group: CommandGroup): EvaluationRecord {
  const [merge, ...edits] = group.entries
  const branch = merge && mergedBranchOf(merge)
  const { record: changed } = applyEdits(record, edits.map(editOf))
  const merged = branch?.status ? { ...changed, status: branch.status.after } : changed
  const isFiled = !canRemove(record.status)
  if (isFiled && !(branch && isSameContent(replayHistory(branch.entries, record), merged))) {
    throw new UnfaithfulHistoryError('merged into what was filed')
  }
  return merged
}

/** The edit that an entry records. */
function editOf({ action, path, after }: HistoryEntry): EvaluationEdit {
  const { indicator, next } = (isObject(after) ? after : {}) as IndicatorPlace
  const inFrontOf = next === undefined ? {} : { before: next }
  switch (action) {
    case 'set':
      return { type: 'set', path, value: after }
    case 'insert-indicator':
      if (!indicator) throw new UnfaithfulHistoryError('no row')
      return { type: 'insert-indicator', indicator, ...inFrontOf }
    case 'remove-indicator':
      return { type: 'remove-indicator', indicatorId: path[1] ?? '' }
    case 'move-indicator':
      return { type: 'move-indicator', indicatorId: path[1] ?? '', ...inFrontOf }
    case 'create':
    case 'remove':
    case 'restore':
    case 'step':
    case 'merge':
      throw new UnfaithfulHistoryError(`${action} among edits`)
  }
}

/**
 * A record as it stood before the last `entries` of its history.
 * @throws UnfaithfulHistoryError when they do not fit the record, or go back to its creation.
 */
export function recordBefore(
  record: EvaluationRecord,
  entries: readonly HistoryEntry[],
): EvaluationRecord {
  let current = record
  try {
    for (const entry of entries.toReversed()) current = takeBack(current, entry)
  } catch (error) {
    throw new UnfaithfulHistoryError('an entry cannot be taken back', { cause: error })
  }
  return current
}

function takeBack(record: EvaluationRecord, entry: HistoryEntry): EvaluationRecord {
  switch (entry.action) {
    case 'step':
      return { ...record, status: entry.before as EvaluationStatus }
    case 'merge': {
      const status = mergedBranchOf(entry)?.status
      return status ? { ...record, status: status.before } : record
    }
    case 'remove':
    case 'restore':
      return record
    case 'create':
    case 'set':
    case 'insert-indicator':
    case 'remove-indicator':
    case 'move-indicator':
      return applyEdit(record, inverseOf(entry)).record
  }
}
