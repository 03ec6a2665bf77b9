import type { HistoryEntry } from '../evaluation/historyEntry'
import { isObject, isSameData } from '../evaluation/plainData'
import { commonLength } from '../merge/branch'
import { RECTIFICATION_FIELDS, type Rectification, type RectificationField } from './rectification'
import { readLedger, type RectificationEdit } from './rectificationLedger'

/** What taking in a colleague's 整改台账 writes. */
export type LedgerMerge =
  | { kind: 'nothing' }
  /** Theirs continues mine: its entries come over as they are. */
  | { kind: 'append'; entries: readonly HistoryEntry[] }
  /** Both went on: the changes of the other side, field by field. */
  | { kind: 'write'; edits: RectificationEdit[] }

/**
 * Takes in the ledger of a colleague. A field that both changed keeps the value that was set last; the
 * other one is written before it, so that the history shows both and nobody's words are lost. What was
 * taken in once is not taken in again (docs/adr/0090-rectification-beside-the-evaluation.md).
 */
export function mergeLedgers(
  mine: readonly HistoryEntry[],
  theirs: readonly HistoryEntry[],
): LedgerMerge {
  const common = commonLength(mine, theirs)
  if (common === theirs.length) return { kind: 'nothing' }
  if (common === mine.length) return { kind: 'append', entries: theirs.slice(common) }
  const base = new Map(readLedger(mine.slice(0, common)).map((item) => [item.id, item]))
  const here = new Map(readLedger(mine).map((item) => [item.id, item]))
  const there = new Map(readLedger(theirs).map((item) => [item.id, item]))
  const sides: Sides = { mine: mine.slice(common), theirs: theirs.slice(common) }
  const edits = [
    ...[...there.values()].flatMap((item) =>
      mergeItem(sides, base.get(item.id), here.get(item.id), item),
    ),
    ...[...base.values()].flatMap((item): RectificationEdit[] =>
      !there.has(item.id) && isSameData(here.get(item.id), item)
        ? [{ path: [item.id], value: undefined }]
        : [],
    ),
  ]
  return edits.length === 0 ? { kind: 'nothing' } : { kind: 'write', edits }
}

interface Sides {
  mine: readonly HistoryEntry[]
  theirs: readonly HistoryEntry[]
}

function mergeItem(
  sides: Sides,
  base: Rectification | undefined,
  mine: Rectification | undefined,
  theirs: Rectification,
): RectificationEdit[] {
  const { id } = theirs
  if (!mine) {
    // Taken off here: comes back only with something that is new.
    const isOld = isSameData(base, theirs) || isKnown(sides.mine, [id], theirs)
    return isOld ? [] : [{ path: [id], value: theirs }]
  }
  return RECTIFICATION_FIELDS.flatMap((field) => mergeField(sides, field, base, mine, theirs))
}

function mergeField(
  sides: Sides,
  field: RectificationField,
  base: Rectification | undefined,
  mine: Rectification,
  theirs: Rectification,
): RectificationEdit[] {
  const path = [theirs.id, field] as const
  const [ours, other] = [mine[field], theirs[field]]
  if (isSameData(other, base?.[field]) || isSameData(other, ours)) return []
  if (isKnown(sides.mine, path, other)) return []
  const edit: RectificationEdit = { path, value: other }
  if (isSameData(ours, base?.[field])) return [edit]
  const isMineLater = lastTime(sides.mine, path) > lastTime(sides.theirs, path)
  return isMineLater ? [edit, { path, value: ours }] : [edit]
}

const touches = ({ path }: HistoryEntry, [id, field]: readonly string[]): boolean =>
  path[0] === id && (path[1] === undefined || field === undefined || path[1] === field)

/** Whether a value has stood here since the two ledgers parted. */
function isKnown(
  entries: readonly HistoryEntry[],
  path: readonly string[],
  value: unknown,
): boolean {
  return entries.some((entry) => {
    if (!touches(entry, path)) return false
    const [, field] = path
    const set =
      field !== undefined && entry.path[1] === undefined && isObject(entry.after)
        ? entry.after[field]
        : entry.after
    return entry.path.length <= path.length && isSameData(set, value)
  })
}

/** ISO instant of the last change at a path; '' when there is none. */
const lastTime = (entries: readonly HistoryEntry[], path: readonly string[]): string =>
  entries.findLast((entry) => touches(entry, path))?.at ?? ''
