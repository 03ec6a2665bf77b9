import { applyEdit, type IndicatorPlace, isOverlapping, valueAt } from './applyEdit'
import { type EvaluationEdit, pathOf } from './evaluationEdit'
import type { EvaluationRecord } from './evaluationRecord'
import type { HistoryEntry, MergedBranch } from './historyEntry'
import { isSameData } from './plainData'

/** The entries that one command wrote, in order. */
export interface CommandGroup {
  commandId: string
  undoOf?: string
  entries: readonly HistoryEntry[]
}

/** Commands that can be taken back, and takings-back that can themselves be taken back; last is next. */
export interface UndoStack {
  undoable: readonly CommandGroup[]
  redoable: readonly CommandGroup[]
}

/** Entries in order, cut into commands. */
export function groupByCommand(entries: readonly HistoryEntry[]): CommandGroup[] {
  const groups: (CommandGroup & { entries: HistoryEntry[] })[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.commandId === entry.commandId) last.entries.push(entry)
    else {
      const { commandId, undoOf } = entry
      groups.push({ commandId, entries: [entry], ...(undoOf !== undefined && { undoOf }) })
    }
  }
  return groups
}

const EDITS: ReadonlySet<string> = new Set([
  'set',
  'insert-indicator',
  'remove-indicator',
  'move-indicator',
] satisfies EvaluationEdit['type'][])

/** Edits are; of a merge, those that came with it, unless it moved the status. */
const isTakenBack = ({ action, after }: HistoryEntry): boolean =>
  EDITS.has(action) || (action === 'merge' && !(after as MergedBranch).status)

const editsOf = ({ entries }: CommandGroup): HistoryEntry[] =>
  entries.filter(({ action }) => action !== 'merge')

/**
 * What can be undone and redone, read from the history alone, so that it survives a reload.
 *
 * Undo is a new command that names the one it takes back; redo takes back the undo. A new edit empties
 * the redo side. Nothing before a step of the status (提交, 退回 …), a creation or a restoration can be
 * undone: what somebody has filed or reviewed is not taken back behind their back.
 */
export function buildUndoStack(entries: readonly HistoryEntry[]): UndoStack {
  let undoable: CommandGroup[] = []
  let redoable: CommandGroup[] = []
  for (const group of groupByCommand(entries)) {
    if (!group.entries.every(isTakenBack)) {
      undoable = []
      redoable = []
    } else if (undoable.some(({ commandId }) => commandId === group.undoOf)) {
      undoable = undoable.filter(({ commandId }) => commandId !== group.undoOf)
      redoable.push(group)
    } else if (redoable.some(({ commandId }) => commandId === group.undoOf)) {
      redoable = redoable.filter(({ commandId }) => commandId !== group.undoOf)
      undoable.push(group)
    } else {
      undoable.push(group)
      redoable = []
    }
  }
  return { undoable, redoable }
}

/** @throws TypeError for what is no edit. */
export function inverseOf({ action, path, before }: HistoryEntry): EvaluationEdit {
  const indicatorId = path[1] ?? ''
  const { indicator, next } = (before ?? {}) as IndicatorPlace
  const inFrontOf = next === undefined ? {} : { before: next }
  switch (action) {
    case 'set':
      return { type: 'set', path, value: before }
    case 'insert-indicator':
      return { type: 'remove-indicator', indicatorId }
    case 'remove-indicator':
      if (!indicator) throw new TypeError('a removed row must stand in its entry')
      return { type: 'insert-indicator', indicator, ...inFrontOf }
    case 'move-indicator':
      return { type: 'move-indicator', indicatorId, ...inFrontOf }
    case 'create':
    case 'remove':
    case 'restore':
    case 'step':
    case 'merge':
      throw new TypeError(`${action} is not taken back by edits`)
  }
}

/** The edits that take a command back, last change first. */
export function buildInverseEdits(group: CommandGroup): EvaluationEdit[] {
  return editsOf(group).map(inverseOf).reverse()
}

/**
 * The first change of a command that no longer stands as the command left it; `undefined` when the
 * command can be taken back without touching anybody else's work.
 */
export function findChangedSince(
  record: EvaluationRecord,
  group: CommandGroup,
): HistoryEntry | undefined {
  let current = record
  for (const entry of editsOf(group).reverse()) {
    if (!isAsLeft(current, entry)) return entry
    current = applyEdit(current, inverseOf(entry)).record
  }
  return undefined
}

function isAsLeft(record: EvaluationRecord, entry: HistoryEntry): boolean {
  const { action, path, after } = entry
  if (action === 'set') return isSameData(valueAt(record, path), after)
  const stands = valueAt(record, path)
  if (action === 'insert-indicator') return isSameData(stands, (after as IndicatorPlace).indicator)
  if (action === 'remove-indicator') return stands === undefined
  return stands !== undefined
}

/** Whether an edit and a change meet: the same cell, or one inside the other. Moving a row meets no cell. */
function isMeeting(edit: EvaluationEdit, entry: HistoryEntry): boolean {
  const movesOne = (edit.type === 'move-indicator') !== (entry.action === 'move-indicator')
  const setsOther = edit.type === 'set' || entry.action === 'set'
  return isOverlapping(pathOf(edit), entry.path) && !(movesOne && setsOther)
}

/** Last change that another page made to what `edit` is about; `entriesSince` in any order. */
export function findForeignChange(
  entriesSince: readonly HistoryEntry[],
  edit: EvaluationEdit,
  sessionId: string,
): HistoryEntry | undefined {
  return entriesSince
    .filter((entry) => entry.sessionId !== sessionId && isMeeting(edit, entry))
    .sort((a, b) => b.sequence - a.sequence)[0]
}
