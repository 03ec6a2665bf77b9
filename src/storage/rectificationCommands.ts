import { AppError } from '@/domain/appError'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { copyPlain, isSameData } from '@/domain/evaluation/plainData'
import { buildUndoStack, type CommandGroup } from '@/domain/evaluation/undoStack'
import { mergeLedgers } from '@/domain/rectification/mergeLedgers'
import { findRectificationProblem, type Rectification } from '@/domain/rectification/rectification'
import {
  describeLedgerEdit,
  editLedger,
  ledgerValueAt,
  readLedger,
  type RectificationChange,
  type RectificationEdit,
  type RectificationLedger,
} from '@/domain/rectification/rectificationLedger'
import type { CommandContext, CommandOf } from './command'
import type { AppDatabase, EvaluationRow } from './database'
import { chainEntries, checkChain, listHistory } from './historyChain'
import { headOf, keepHead } from './historyHeads'
import { requireLedgerShape } from './rectificationSchema'
import { stampOf } from './writeEvaluation'

const PREFIX = 'rectification/'

/** Name under which the history of a ledger stands beside those of the evaluations. */
export const ledgerIdOf = (evaluationId: string): string => `${PREFIX}${evaluationId}`

export const isLedgerId = (id: string): boolean => id.startsWith(PREFIX)

/** Evaluation that a ledger belongs to. */
export const evaluationIdOf = (ledgerId: string): string => ledgerId.slice(PREFIX.length)

/** 整改台账 as stored: what it says, and everything that led there. */
export interface StoredLedger {
  items: RectificationLedger
  history: readonly HistoryEntry[]
}

/** All ledgers by the id of their evaluation. Safe inside a live query. */
export async function listLedgers(db: AppDatabase): Promise<ReadonlyMap<string, StoredLedger>> {
  const entries = await db.history
    .where('[evaluationId+sequence]')
    .between([PREFIX, 0], [`${PREFIX}\uffff`, Infinity])
    .toArray()
  const histories = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const known = histories.get(entry.evaluationId)
    if (known) known.push(entry)
    else histories.set(entry.evaluationId, [entry])
  }
  return new Map(
    [...histories].map(([id, history]) => [
      evaluationIdOf(id),
      { items: readLedger(history), history },
    ]),
  )
}

/**
 * Changes the ledger of one evaluation, whatever the status of the evaluation: its document is not
 * touched (docs/adr/0090-rectification-beside-the-evaluation.md).
 *
 * @param row the evaluation, as stored.
 * @returns the history of the ledger as it stands then.
 * @throws AppError `edit-conflict`: somebody else changed that field, or the item or evaluation is gone.
 * @throws AppError `not-allowed`: 不予采纳 without a reason, a problem without words.
 */
export async function changeLedger(
  { db, command }: CommandContext<'rectify' | 'undo-rectify' | 'redo-rectify'>,
  row: EvaluationRow | undefined,
): Promise<readonly HistoryEntry[]> {
  if (!row) throw new AppError('edit-conflict')
  const ledgerId = ledgerIdOf(command.evaluationId)
  const history = await listHistory(db, ledgerId)
  const { changes, undoOf } = changesOf(command, history)
  if (changes.length === 0) return history
  const added = await addChanges({ db, command }, ledgerId, history, changes, undoOf)
  return [...history, ...added]
}

async function addChanges(
  { db, command }: Pick<CommandContext, 'db' | 'command'>,
  ledgerId: string,
  history: readonly HistoryEntry[],
  changes: readonly RectificationChange[],
  undoOf?: string,
): Promise<readonly HistoryEntry[]> {
  const head = headOf(history)
  const stamp = stampOf(command, ledgerId, head.historyLength + 1)
  const entries = changes.map((change) => ({
    ...stamp,
    action: 'set' as const,
    ...change,
    ...(undoOf !== undefined && { undoOf }),
  }))
  const next = chainEntries(head, entries)
  await Promise.all([db.history.bulkAdd(next.chained), keepHead(db, ledgerId, next.head)])
  return next.chained
}

/**
 * Takes in a ledger that came with a package. One whose evaluation is not here stays out.
 *
 * @throws AppError `not-allowed` when it is not what its hashes say.
 */
export async function mergeLedger(
  { db, command }: CommandContext<'merge'>,
  incoming: readonly HistoryEntry[],
): Promise<void> {
  const ledgerId = incoming[0]?.evaluationId ?? ''
  const isWhole = incoming.every(
    ({ evaluationId, action }) => evaluationId === ledgerId && action === 'set',
  )
  if (!isLedgerId(ledgerId) || !isWhole || checkChain(incoming).status === 'broken') {
    throw new AppError('not-allowed')
  }
  if (!(await db.evaluations.get(evaluationIdOf(ledgerId)))) return
  const history = await listHistory(db, ledgerId)
  const merge = mergeLedgers(history, incoming)
  if (merge.kind === 'append') {
    requireLedgerShape(readLedger(incoming))
    const entries = merge.entries.map((entry) => copyPlain(entry) as HistoryEntry)
    await Promise.all([db.history.bulkAdd(entries), keepHead(db, ledgerId, headOf(incoming))])
  } else if (merge.kind === 'write') {
    const changes = changesIn(readLedger(history), merge.edits)
    await addChanges({ db, command }, ledgerId, history, changes)
  }
}

interface LedgerChanges {
  changes: RectificationChange[]
  undoOf?: string
}

function changesOf(
  command: CommandOf<'rectify' | 'undo-rectify' | 'redo-rectify'>,
  history: readonly HistoryEntry[],
): LedgerChanges {
  const ledger = readLedger(history)
  if (command.type === 'rectify') {
    refuseConflicts(command, ledger, history)
    return { changes: apply(ledger, command.edits) }
  }
  const { undoable, redoable } = buildUndoStack(history)
  const group = (command.type === 'undo-rectify' ? undoable : redoable).at(-1)
  if (!group) return { changes: [] }
  return { changes: apply(ledger, inverseOf(ledger, group)), undoOf: group.commandId }
}

/** @throws AppError `not-allowed` where an item that was touched cannot stand as it is. */
function apply(
  ledger: RectificationLedger,
  edits: readonly RectificationEdit[],
): RectificationChange[] {
  const touched = new Set(edits.map(({ path }) => path[0]))
  return changesIn(ledger, edits, (item) => {
    if (touched.has(item.id) && findRectificationProblem(item)) throw new AppError('not-allowed')
  })
}

function changesIn(
  ledger: RectificationLedger,
  edits: readonly RectificationEdit[],
  check: (item: Rectification) => void = () => undefined,
): RectificationChange[] {
  let current = ledger
  const changes: RectificationChange[] = []
  for (const edit of edits) {
    const edited = editLedger(current, edit)
    if (!edited) throw conflictAt(current, edit)
    const change = describeLedgerEdit(current, edited, edit)
    if (change) changes.push(change)
    current = edited
  }
  requireLedgerShape(current)
  current.forEach(check)
  return changes
}

function conflictAt(
  ledger: RectificationLedger,
  { path, value }: Pick<RectificationEdit, 'path' | 'value'>,
  entry?: HistoryEntry,
): AppError {
  const theirs = ledgerValueAt(ledger, path)
  const who = entry && { by: entry.actor, at: entry.at }
  return new AppError('edit-conflict', { conflict: { path, mine: value, theirs, ...who } })
}

const isMeeting = (a: readonly string[], b: readonly string[]): boolean =>
  a[0] === b[0] && (a[1] === undefined || b[1] === undefined || a[1] === b[1])

/** Refuses a field that another page has changed since `baseLength`; other fields merge without a word. */
function refuseConflicts(
  { edits, baseLength, sessionId }: CommandOf<'rectify'>,
  ledger: RectificationLedger,
  history: readonly HistoryEntry[],
): void {
  const since = history.slice(baseLength).filter((entry) => entry.sessionId !== sessionId)
  for (const edit of edits) {
    const foreign = since.findLast((entry) => isMeeting(entry.path, edit.path))
    const isSame = isSameData(ledgerValueAt(ledger, edit.path), edit.value)
    if (foreign && !isSame) throw conflictAt(ledger, edit, foreign)
  }
}

/** Edits that take a command back; refused where something has been changed since. */
function inverseOf(ledger: RectificationLedger, { entries }: CommandGroup): RectificationEdit[] {
  let current = ledger
  return entries.toReversed().map(({ path, before, after }) => {
    const edit = { path, value: before } as RectificationEdit
    if (!isSameData(ledgerValueAt(current, path), after)) throw conflictAt(current, edit)
    current = editLedger(current, edit) ?? current
    return edit
  })
}
