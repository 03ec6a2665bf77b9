import { isEditableField } from '../evaluation/applyEdit'
import type { EditPath } from '../evaluation/evaluationEdit'
import type { EvaluationRecord } from '../evaluation/evaluationRecord'
import { isObject, isSameData, type PlainObject } from '../evaluation/plainData'
import type { RowInsertion } from './branch'
import { orderRows } from './orderRows'

/** A field that both sides changed, each in another way. `undefined`: absent, or removed. */
export interface FieldConflict {
  /**
   * Into the record; items of a list by their id. `['indicators']`: the order of the rows;
   * `['profile']`: the profile and its version.
   */
  path: EditPath
  base: unknown
  mine: unknown
  theirs: unknown
}

export interface MergedRecord {
  /** `mine`, with the changes of the other side; status and times are `mine`. */
  record: EvaluationRecord
  conflicts: FieldConflict[]
}

/** Fields whose parts say nothing alone: a target's value without its raw text, a score without reason. */
const ATOMIC: ReadonlySet<string> = new Set([
  'target',
  'actual',
  'declared',
  'reviewed',
  'printedTotal',
  'overCompletionReduction',
  'baseline',
  'profile',
])

interface Merging {
  insertions: ReadonlyMap<string, RowInsertion>
  decide: (conflict: FieldConflict) => 'mine' | 'theirs'
  conflicts: FieldConflict[]
}

interface Sides {
  base: unknown
  mine: unknown
  theirs: unknown
}

/**
 * Merges two records that come from `base`, field by field.
 *
 * What one side changed is taken; what both changed alike stands; what both changed otherwise is a
 * conflict, which `decide` settles.
 */
export function mergeRecords(
  { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', EvaluationRecord>,
  insertions: ReadonlyMap<string, RowInsertion>,
  decide: (conflict: FieldConflict) => 'mine' | 'theirs' = () => 'mine',
): MergedRecord {
  const merging: Merging = { insertions, decide, conflicts: [] }
  const sides = { base: mergeableOf(base), mine: mergeableOf(mine), theirs: mergeableOf(theirs) }
  const { profile, ...fields } = mergeFields(merging, [], sides) as Mergeable
  const kept = Object.entries(mine).filter(([name]) => !isEditableField(name))
  const record = { ...fields, ...profile, ...Object.fromEntries(kept) } as EvaluationRecord
  return { record, conflicts: merging.conflicts }
}

type Profile = Pick<EvaluationRecord, 'profileId' | 'profileVersion'>
type Mergeable = PlainObject & { profile: Profile }

/** What edits may reach. The version of a profile means nothing without its id: one field. */
function mergeableOf(record: EvaluationRecord): Mergeable {
  const { profileId, profileVersion, ...rest } = record
  const fields = Object.entries(rest).filter(([name]) => isEditableField(name))
  const profile = { profileId, ...(profileVersion !== undefined && { profileVersion }) }
  return { ...Object.fromEntries(fields), profile }
}

function settle(merging: Merging, path: EditPath, { base, mine, theirs }: Sides): unknown {
  const conflict = { path, base, mine, theirs }
  merging.conflicts.push(conflict)
  return merging.decide(conflict) === 'mine' ? mine : theirs
}

function mergeValue(merging: Merging, path: EditPath, sides: Sides): unknown {
  const { base, mine, theirs } = sides
  if (isSameData(mine, theirs) || isSameData(base, theirs)) return mine
  if (isSameData(base, mine)) return theirs
  if (ATOMIC.has(path.at(-1) ?? '')) return settle(merging, path, sides)
  if (isFields(mine) && isFields(theirs) && (base === undefined || isFields(base))) {
    return mergeFields(merging, path, { base: base ?? {}, mine, theirs })
  }
  if (Array.isArray(mine) && Array.isArray(theirs) && (base === undefined || Array.isArray(base))) {
    return mergeLists(merging, path, { base: base ?? [], mine, theirs })
  }
  return settle(merging, path, sides)
}

const isFields = (value: unknown): value is PlainObject => isObject(value) && !Array.isArray(value)

function mergeFields(
  merging: Merging,
  path: EditPath,
  { base, mine, theirs }: Record<keyof Sides, PlainObject>,
): PlainObject {
  const merged: PlainObject = {}
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const field = { base: base[name], mine: mine[name], theirs: theirs[name] }
    const value = mergeValue(merging, [...path, name], field)
    if (value !== undefined) merged[name] = value
  }
  return merged
}

/** What tells the items of a list apart, or `undefined` where only their place does. */
function keyOf(item: unknown): string | undefined {
  if (!isFields(item)) return undefined
  const key = item['id'] ?? item['key'] ?? item['month']
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined
}

function byKey(list: readonly unknown[]): Map<string, unknown> | undefined {
  const items = new Map<string, unknown>()
  for (const item of list) {
    const key = keyOf(item)
    if (key === undefined || items.has(key)) return undefined
    items.set(key, item)
  }
  return items
}

function mergeLists(
  merging: Merging,
  path: EditPath,
  { base, mine, theirs }: Record<keyof Sides, unknown[]>,
): unknown {
  const [ofBase, ofMine, ofTheirs] = [byKey(base), byKey(mine), byKey(theirs)]
  if (ofBase && ofMine && ofTheirs) {
    return mergeKeyed(merging, path, { base: ofBase, mine: ofMine, theirs: ofTheirs })
  }
  if (mine.length !== theirs.length || mine.length !== base.length) {
    return settle(merging, path, { base, mine, theirs })
  }
  return mine.map((item, index) => {
    const sides = { base: base[index], mine: item, theirs: theirs[index] }
    return mergeValue(merging, [...path, String(index)], sides)
  })
}

function mergeKeyed(
  merging: Merging,
  path: EditPath,
  { base, mine, theirs }: Record<keyof Sides, ReadonlyMap<string, unknown>>,
): unknown[] {
  const items = new Map<string, unknown>()
  for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
    const sides = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) }
    const item = mergeValue(merging, [...path, key], sides)
    if (item !== undefined) items.set(key, item)
  }
  const orders = { base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] }
  const order =
    path[0] === 'indicators'
      ? orderRows(orders, new Set(items.keys()), merging.insertions, () =>
          settle(merging, path, orders) === orders.mine ? 'mine' : 'theirs',
        )
      : orderItems(orders.base, items)
  return order.map((key) => items.get(key))
}

/** Items that were there, then the new ones by their key: the same whoever came first. */
function orderItems(base: readonly string[], items: ReadonlyMap<string, unknown>): string[] {
  const known = new Set(base)
  const added = [...items.keys()].filter((key) => !known.has(key))
  return [...base.filter((key) => items.has(key)), ...added.sort()]
}
