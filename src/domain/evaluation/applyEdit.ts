import type { Indicator } from './evaluation'
import type { EditPath, EvaluationEdit } from './evaluationEdit'
import type { EvaluationRecord } from './evaluationRecord'
import { copyPlain, isForbiddenKey, isObject, isSameData } from './plainData'

/** What one edit did, in the words of the history. */
export interface AppliedChange {
  type: EvaluationEdit['type']
  path: EditPath
  /** `undefined`: the field was missing. Of a row: `IndicatorPlace`. */
  before: unknown
  after: unknown
}

/** A row and where it stands: in front of `next`, or at the end. */
export interface IndicatorPlace {
  indicator?: Indicator
  next?: string
}

/** The place an edit names does not exist (any more): a row was removed, a list became shorter. */
export class MissingPlaceError extends Error {
  override readonly name = 'MissingPlaceError'

  constructor(readonly path: EditPath) {
    super(`no such place: ${path.join('/')}`)
  }
}

/** The row an edit inserts stands there already: the edit was carried out, or an id was used twice. */
export class ExistingRowError extends TypeError {
  override readonly name = 'ExistingRowError'

  constructor(id: string) {
    super(`a row with this id exists: ${id}`)
  }
}

/**
 * Which fields `set` may reach: `true`; `'required'` ones are never emptied; `false`: changed by
 * commands of the kernel only. A new field does not compile before somebody has decided.
 */
const FIELDS: Readonly<Record<keyof EvaluationRecord, boolean | 'required'>> = {
  id: false,
  status: false,
  revision: false,
  createdAt: false,
  updatedAt: false,
  source: false,
  form: 'required',
  scope: 'required',
  projectName: 'required',
  goals: 'required',
  funds: 'required',
  profileId: 'required',
  acceptedFindings: 'required',
  supportingDocuments: 'required',
  competentDepartment: true,
  implementingUnit: true,
  fiscalYear: true,
  projectKey: true,
  budgetExecution: true,
  indicators: true,
  printedTotal: true,
  monitoringMonth: true,
  monitoring: true,
  statements: true,
  profileVersion: true,
  reportText: true,
  reviewOpinion: true,
}

const isField = (name: string | undefined): name is keyof EvaluationRecord =>
  name !== undefined && Object.hasOwn(FIELDS, name)

/** Whether edits may reach a field; the others are written by the kernel. */
export const isEditableField = (name: string): boolean => isField(name) && FIELDS[name] !== false

function indexOfIndicator(record: EvaluationRecord, id: string): number {
  const index = record.indicators.findIndex((indicator) => indicator.id === id)
  if (index < 0) throw new MissingPlaceError(['indicators', id])
  return index
}

/** Value at `path`, or `undefined`. Indicators are found by id. */
export function valueAt(record: EvaluationRecord, path: EditPath): unknown {
  let current: unknown = record
  for (const [depth, key] of path.entries()) {
    if (isForbiddenKey(key)) return undefined
    if (depth === 1 && path[0] === 'indicators') {
      current = record.indicators.find((indicator) => indicator.id === key)
    } else if (Array.isArray(current)) {
      current = /^\d+$/.test(key) ? (current[Number(key)] as unknown) : undefined
    } else {
      current = isObject(current) && Object.hasOwn(current, key) ? current[key] : undefined
    }
  }
  return current
}

/** Whether one of two paths stands above the other, or both are the same. */
export function isOverlapping(a: EditPath, b: EditPath): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length).every((key, depth) => key === b[depth])
}

function checkPath(path: EditPath, value: unknown): void {
  const [field, second, third] = path
  if (!isField(field) || FIELDS[field] === false || path.some(isForbiddenKey)) {
    throw new TypeError(`not an editable field: ${path.join('/')}`)
  }
  if (field === 'indicators' && (second === undefined || third === undefined || third === 'id')) {
    throw new TypeError('rows are inserted, removed and moved, not set')
  }
  if (value === undefined && path.length === 1 && FIELDS[field] === 'required') {
    throw new TypeError(`a record needs its ${field}`)
  }
}

/** Copy of `container` with `value` at `path`; containers on the way are made where missing. */
function withValue(container: unknown, path: EditPath, depth: number, value: unknown): unknown {
  const key = path[depth]
  if (key === undefined) return value
  if (Array.isArray(container)) {
    const index = /^\d+$/.test(key) ? Number(key) : -1
    // A hole in a list, or a list that closes up under the next command, would move other cells.
    const isLast = index === container.length - 1
    const isLeaf = depth === path.length - 1
    const isRemoval = isLeaf && value === undefined
    if (index < 0 || index > container.length || (isRemoval && !isLast)) {
      throw new MissingPlaceError(path)
    }
    if (isRemoval) return container.slice(0, -1) as unknown[]
    const copy = [...container] as unknown[]
    copy[index] = withValue(container[index], path, depth + 1, value)
    return copy
  }
  if (container !== undefined && !isObject(container)) throw new MissingPlaceError(path)
  const { [key]: previous, ...rest } = container ?? {}
  const next = withValue(previous, path, depth + 1, value)
  return next === undefined ? rest : { ...container, [key]: next }
}

function setValue(record: EvaluationRecord, path: EditPath, value: unknown): EvaluationRecord {
  checkPath(path, value)
  const plain = copyPlain(value)
  if (path[0] === 'indicators') {
    const index = indexOfIndicator(record, path[1] ?? '')
    const indicator = withValue(record.indicators[index], path, 2, plain) as Indicator
    return { ...record, indicators: record.indicators.with(index, indicator) }
  }
  return withValue(record, path, 0, plain) as EvaluationRecord
}

function insertIndicator(
  record: EvaluationRecord,
  indicator: Indicator,
  next: string | undefined,
): EvaluationRecord {
  if (record.indicators.some(({ id }) => id === indicator.id)) {
    throw new ExistingRowError(indicator.id)
  }
  const index = next === undefined ? record.indicators.length : indexOfIndicator(record, next)
  const copy = copyPlain(indicator) as Indicator
  return { ...record, indicators: record.indicators.toSpliced(index, 0, copy) }
}

function placeOf(record: EvaluationRecord, id: string): { index: number; next?: string } {
  const index = indexOfIndicator(record, id)
  const next = record.indicators[index + 1]?.id
  return next === undefined ? { index } : { index, next }
}

const placeBefore = (next: string | undefined): IndicatorPlace =>
  next === undefined ? {} : { next }

/**
 * Applies one edit and tells what it changed. The record that comes in stays as it is.
 *
 * @returns `change` is `undefined` when the edit changes nothing.
 * @throws MissingPlaceError when the row or list item does not exist (any more).
 * @throws TypeError when the edit is malformed: a programming error, never a data error.
 */
export function applyEdit(
  record: EvaluationRecord,
  edit: EvaluationEdit,
): { record: EvaluationRecord; change: AppliedChange | undefined } {
  switch (edit.type) {
    case 'set': {
      const changed = setValue(record, edit.path, edit.value)
      const before = valueAt(record, edit.path)
      const after = valueAt(changed, edit.path)
      if (isSameData(before, after)) return { record, change: undefined }
      return { record: changed, change: { type: 'set', path: edit.path, before, after } }
    }
    case 'insert-indicator': {
      const { indicator, before: next } = edit
      const changed = insertIndicator(record, indicator, next)
      const inserted = changed.indicators.find(({ id }) => id === indicator.id)
      const after = { ...(inserted && { indicator: inserted }), ...placeBefore(next) }
      const path = ['indicators', indicator.id]
      return { record: changed, change: { type: edit.type, path, before: undefined, after } }
    }
    case 'remove-indicator': {
      const { index, next } = placeOf(record, edit.indicatorId)
      const indicator = record.indicators[index]
      const before = { ...(indicator && { indicator }), ...placeBefore(next) }
      const changed = { ...record, indicators: record.indicators.toSpliced(index, 1) }
      const path = ['indicators', edit.indicatorId]
      return { record: changed, change: { type: edit.type, path, before, after: undefined } }
    }
    case 'move-indicator': {
      const { index, next } = placeOf(record, edit.indicatorId)
      const indicator = record.indicators[index]
      if (!indicator || next === edit.before || edit.before === edit.indicatorId) {
        return { record, change: undefined }
      }
      const without = { ...record, indicators: record.indicators.toSpliced(index, 1) }
      const changed = insertIndicator(without, indicator, edit.before)
      const path = ['indicators', edit.indicatorId]
      const before = placeBefore(next)
      const after = placeBefore(edit.before)
      return { record: changed, change: { type: edit.type, path, before, after } }
    }
  }
}

/** Applies a list of edits, in order; edits that change nothing leave no change behind. */
export function applyEdits(
  record: EvaluationRecord,
  edits: readonly EvaluationEdit[],
): { record: EvaluationRecord; changes: AppliedChange[] } {
  const changes: AppliedChange[] = []
  let current = record
  for (const edit of edits) {
    const applied = applyEdit(current, edit)
    current = applied.record
    if (applied.change) changes.push(applied.change)
  }
  return { record: current, changes }
}
