import type { HistoryEntry } from '../evaluation/historyEntry'
import { copyPlain, isForbiddenKey, isObject, isSameData, without } from '../evaluation/plainData'
import { RECTIFICATION_FIELDS, type Rectification, type RectificationField } from './rectification'

/** 整改台账 of one evaluation, in the order in which the problems were put on it. */
export type RectificationLedger = readonly Rectification[]

/**
 * One change of a ledger. `[id]`: the whole item comes or, with `undefined`, goes; `[id, field]`: one
 * field, `undefined` empties it.
 */
export interface RectificationEdit {
  path: readonly [id: string] | readonly [id: string, field: RectificationField]
  value: unknown
}

/** What an edit did, as the history keeps it. */
export interface RectificationChange {
  path: readonly string[]
  before: unknown
  after: unknown
}

/** Item or field at a path; `undefined` where there is none. */
export function ledgerValueAt(ledger: RectificationLedger, path: readonly string[]): unknown {
  const item = ledger.find(({ id }) => id === path[0])
  const field = path[1] as RectificationField | undefined
  return field === undefined ? item : item?.[field]
}

/**
 * Applies one edit; what comes in stays as it is.
 *
 * @returns `undefined` when the item is not there (any more).
 * @throws TypeError when the path names no field: a programming error.
 */
export function editLedger(
  ledger: RectificationLedger,
  { path, value }: RectificationEdit,
): RectificationLedger | undefined {
  const [id, field] = path
  if (isForbiddenKey(id)) throw new TypeError(`not an id: ${id}`)
  const plain = copyPlain(value)
  const index = ledger.findIndex((item) => item.id === id)
  if (field === undefined) {
    if (plain === undefined) return ledger.filter((item) => item.id !== id)
    const item = { ...(plain as Rectification), id }
    return index < 0 ? [...ledger, item] : ledger.with(index, item)
  }
  if (!RECTIFICATION_FIELDS.includes(field)) throw new TypeError(`not a field: ${field}`)
  const item = ledger[index]
  if (!item) return undefined
  const isEmptied = plain === undefined || (plain === '' && field !== 'problem')
  const edited = isEmptied ? without(item, field) : { ...item, [field]: plain }
  return ledger.with(index, edited as Rectification)
}

/** What an edit changes, in the words of the history; `undefined` when nothing. */
export function describeLedgerEdit(
  ledger: RectificationLedger,
  edited: RectificationLedger,
  { path }: RectificationEdit,
): RectificationChange | undefined {
  const before = ledgerValueAt(ledger, path)
  const after = ledgerValueAt(edited, path)
  return isSameData(before, after) ? undefined : { path: [...path], before, after }
}

/**
 * The ledger that its history leads to. It is kept nowhere else: a ledger is what was done to it
 * (docs/adr/0090-rectification-beside-the-evaluation.md). Entries that fit nothing are passed over.
 */
export function readLedger(entries: readonly HistoryEntry[]): RectificationLedger {
  const places = new Map<string, number>()
  const ledger = entries.reduce<RectificationLedger>((current, { action, path, after }) => {
    const [id, field] = path
    const isItem = field === undefined && (after === undefined || isRectification(after))
    const isField = RECTIFICATION_FIELDS.includes(field as RectificationField)
    if (action !== 'set' || id === undefined || isForbiddenKey(id) || !(isItem || isField)) {
      return current
    }
    if (!places.has(id)) places.set(id, places.size)
    return editLedger(current, { path, value: after } as RectificationEdit) ?? current
  }, [])
  // One that was taken off and brought back stands where it stood.
  return [...ledger].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

function isRectification(value: unknown): value is Rectification {
  return (
    isObject(value) && typeof value['problem'] === 'string' && typeof value['state'] === 'string'
  )
}
