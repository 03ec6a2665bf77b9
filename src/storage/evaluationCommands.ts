import { AppError } from '@/domain/appError'
import { applyEdits, MissingPlaceError, valueAt } from '@/domain/evaluation/applyEdit'
import { type EditPath, type EvaluationEdit, pathOf } from '@/domain/evaluation/evaluationEdit'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import {
  canEdit,
  isAllowedChange,
  needsReason,
  statusAfter,
} from '@/domain/evaluation/evaluationStatus'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { isSameData, without } from '@/domain/evaluation/plainData'
import {
  buildInverseEdits,
  buildUndoStack,
  findChangedSince,
  findForeignChange,
} from '@/domain/evaluation/undoStack'
import { findFindings } from '@/domain/findings/findFindings'
import { findingKey } from '@/domain/findings/findingKey'
import { checksumOf } from './checksum'
import type { CommandContext, CommandOf } from './command'
import type { AppDatabase, EvaluationRow } from './database'
import { openEvaluation } from './evaluationRow'
import { listHistory, type NewEntry } from './historyChain'
import { getProfile } from './profileCommands'
import { stampOf, writeEvaluation } from './writeEvaluation'

/** What a command makes of a record. No entries: it changes nothing, and nothing is written. */
interface Change {
  record: EvaluationRecord
  entries: Pick<NewEntry, 'action' | 'path' | 'before' | 'after' | 'contentHash' | 'undoOf'>[]
}

/**
 * Changes one stored evaluation: read fresh, check, apply, write with summary and history.
 *
 * @param row as stored, read in the same transaction.
 * @throws AppError `edit-conflict`: somebody else changed that cell, or the row is gone.
 * @throws AppError `not-allowed`: the status forbids it.
 * @throws AppError `submission-blocked`: errors that were neither corrected nor accepted.
 * @throws AppError `record-damaged`
 */
export async function changeEvaluation(
  context: CommandContext<'edit' | 'undo' | 'redo' | 'step'>,
  row: EvaluationRow | undefined,
): Promise<EvaluationRecord[]> {
  const { db, command } = context
  if (!row) throw new AppError('edit-conflict')
  const stored = openEvaluation(row)
  const { record, entries } = await changeOf(db, command, row)
  if (entries.length === 0) return [stored]
  const revision = stored.revision + 1
  const changed = { ...record, revision, updatedAt: command.at }
  const stamp = stampOf(command, stored.id, revision)
  await writeEvaluation(
    context,
    changed,
    row,
    entries.map((entry) => ({ ...stamp, ...entry })),
    stored,
  )
  return [changed]
}

function changeOf(
  db: AppDatabase,
  command: CommandOf<'edit' | 'undo' | 'redo' | 'step'>,
  row: EvaluationRow,
): Change | Promise<Change> {
  switch (command.type) {
    case 'edit':
      return editOf(db, command, row)
    case 'undo':
    case 'redo':
      return takeBack(db, command, row.record)
    case 'step':
      return stepOf(db, command, row)
  }
}

async function editOf(
  db: AppDatabase,
  command: CommandOf<'edit'>,
  row: EvaluationRow,
): Promise<Change> {
  await refuseConflicts(db, command, row)
  return apply(row.record, command.edits, false)
}

function apply(
  stored: EvaluationRecord,
  edits: readonly EvaluationEdit[],
  isUndo: boolean,
): Change {
  if (!edits.every((edit) => canEdit(stored.status, pathOf(edit)))) {
    throw new AppError('not-allowed')
  }
  try {
    const { record, changes } = applyEdits(stored, edits)
    if (!isAllowedChange(stored, record, isUndo)) throw new AppError('not-allowed')
    return { record, entries: changes.map(({ type, ...change }) => ({ action: type, ...change })) }
  } catch (error) {
    if (!(error instanceof MissingPlaceError)) throw error
    throw conflictAt(stored, error.path, undefined)
  }
}

function conflictAt(
  stored: EvaluationRecord,
  path: EditPath,
  mine: unknown,
  entry?: HistoryEntry,
): AppError {
  const theirs = valueAt(stored, path)
  const who = entry && { by: entry.actor, at: entry.at }
  return new AppError('edit-conflict', { conflict: { path, mine, theirs, ...who } })
}

/**
 * Refuses an edit of a cell that another page has changed since the user looked at it. Other cells
 * merge without a word, and so does the same value written twice.
 */
async function refuseConflicts(
  db: AppDatabase,
  { edits, baseRevision, sessionId }: CommandOf<'edit'>,
  row: EvaluationRow,
): Promise<void> {
  const stored = row.record
  if (stored.revision === baseRevision) return
  const since = await listSince(db, row, baseRevision)
  for (const edit of edits) {
    const foreign = findForeignChange(since, edit, sessionId)
    const path = pathOf(edit)
    const mine = edit.type === 'set' ? edit.value : undefined
    const isSame = edit.type === 'set' && isSameData(valueAt(stored, path), mine)
    if (foreign && !isSame) throw conflictAt(stored, path, mine, foreign)
  }
}

/** Entries behind a revision. Every revision has written one or more, so few are read in vain. */
async function listSince(
  db: AppDatabase,
  { record, historyLength }: EvaluationRow,
  baseRevision: number,
): Promise<HistoryEntry[]> {
  for (let count = record.revision - baseRevision; ; count *= 2) {
    const skipped = Math.max(0, historyLength - Math.max(1, count))
    const entries = await listHistory(db, record.id, skipped)
    if (skipped === 0 || (entries[0]?.revision ?? 0) <= baseRevision) {
      return entries.filter(({ revision }) => revision > baseRevision)
    }
  }
}

async function takeBack(
  db: AppDatabase,
  command: CommandOf<'undo' | 'redo'>,
  stored: EvaluationRecord,
): Promise<Change> {
  const { undoable, redoable } = buildUndoStack(await listHistory(db, stored.id))
  const group = (command.type === 'undo' ? undoable : redoable).at(-1)
  if (!group) return { record: stored, entries: [] }
  const changedSince = findChangedSince(stored, group)
  if (changedSince) throw conflictAt(stored, changedSince.path, changedSince.before)
  const { record, entries } = apply(stored, buildInverseEdits(group), true)
  return { record, entries: entries.map((entry) => ({ ...entry, undoOf: group.commandId })) }
}

async function stepOf(
  db: AppDatabase,
  command: CommandOf<'step'>,
  row: EvaluationRow,
): Promise<Change> {
  const stored = row.record
  const status = statusAfter(stored.status, command.step)
  const hasReason = Boolean(command.reason?.trim())
  if (!status || (needsReason(command.step) && !hasReason)) throw new AppError('not-allowed')
  if (!(await isSeen(db, command, row))) throw conflictAt(stored, ['status'], status)
  if (command.step === 'submit') await refuseOpenErrors(db, stored)
  const record = { ...stored, status }
  const contentHash = contentHashOf(record)
  const entry = { action: 'step' as const, path: ['status'], before: stored.status, after: status }
  return { record, entries: [{ ...entry, contentHash }] }
}

/**
 * Nobody files or approves what they have not seen: what was shown, and what the same page has changed
 * since then, which was still on its way to the disk.
 */
async function isSeen(
  db: AppDatabase,
  { baseRevision, sessionId }: CommandOf<'step'>,
  row: EvaluationRow,
): Promise<boolean> {
  if (row.record.revision === baseRevision) return true
  const since = await listSince(db, row, baseRevision)
  return since.length > 0 && since.every((entry) => entry.sessionId === sessionId)
}

/** An evaluation with errors is not filed, unless each of them was accepted with a reason. */
async function refuseOpenErrors(db: AppDatabase, record: EvaluationRecord): Promise<void> {
  const profile = await getProfile(db, record.profileId, record.profileVersion)
  const accepted = new Set(record.acceptedFindings.map(({ key }) => key))
  const isBlocked = findFindings(record, profile).some(
    (finding) => finding.severity === 'error' && !accepted.has(findingKey(finding)),
  )
  if (isBlocked) throw new AppError('submission-blocked')
}

/** SHA-256 of what is filed: the evaluation without status, revision and times. */
export function contentHashOf(record: EvaluationRecord): string {
  return checksumOf(without(record, 'status', 'revision', 'updatedAt'))
}
