import { isEditableField } from '../evaluation/applyEdit'
import type { EditPath, EvaluationEdit } from '../evaluation/evaluationEdit'
import type { EvaluationRecord } from '../evaluation/evaluationRecord'
import { isObject, isSameData, type PlainObject } from '../evaluation/plainData'
import type { Indicator } from '../evaluation/evaluation'

/** The edits that lead from one state of an evaluation to another; nothing where both are the same. */
export function editsBetween(before: EvaluationRecord, after: EvaluationRecord): EvaluationEdit[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const fields = [...names].filter((name) => isEditableField(name) && name !== 'indicators')
  return [
    ...fields.flatMap((name) => {
      const key = name as keyof EvaluationRecord
      return setsBetween([name], before[key], after[key])
    }),
    ...rowEdits(before.indicators, after.indicators),
  ]
}

const isFields = (value: unknown): value is PlainObject => isObject(value) && !Array.isArray(value)

/** As deep as the two have the same shape: a cell that changed, not the block around it. */
function setsBetween(path: EditPath, before: unknown, after: unknown): EvaluationEdit[] {
  if (isSameData(before, after)) return []
  if (isFields(before) && isFields(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...names].flatMap((name) => setsBetween([...path, name], before[name], after[name]))
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, index) =>
      setsBetween([...path, String(index)], item, after[index]),
    )
  }
  return [{ type: 'set', path, value: after }]
}

function rowEdits(before: readonly Indicator[], after: readonly Indicator[]): EvaluationEdit[] {
  const wanted = new Map(after.map((row) => [row.id, row]))
  const removed = before.filter(({ id }) => !wanted.has(id))
  const kept = new Map(before.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]))
  return [
    ...removed.map(({ id }) => ({ type: 'remove-indicator' as const, indicatorId: id })),
    ...placeRows([...kept.keys()], after),
    ...after.flatMap((row) => {
      const old = kept.get(row.id)
      return old ? cellEdits(old, row) : []
    }),
  ]
}

/** Inserts and moves, from the last row up: the row behind already stands where it belongs. */
function placeRows(kept: readonly string[], after: readonly Indicator[]): EvaluationEdit[] {
  let order = [...kept]
  const edits: EvaluationEdit[] = []
  let next: string | undefined
  for (const indicator of after.toReversed()) {
    const { id } = indicator
    const inFrontOf = next === undefined ? {} : { before: next }
    const index = order.indexOf(id)
    const end = next === undefined ? order.length : order.indexOf(next)
    if (index < 0) edits.push({ type: 'insert-indicator', indicator, ...inFrontOf })
    else if (index + 1 !== end) {
      edits.push({ type: 'move-indicator', indicatorId: id, ...inFrontOf })
    }
    order = order.filter((other) => other !== id)
    const target = next === undefined ? order.length : order.indexOf(next)
    order = order.toSpliced(target, 0, id)
    next = id
  }
  return edits
}

/** Edits of cells, each field of a row as a whole: see `applyEdit`. */
function cellEdits(before: Indicator, after: Indicator): EvaluationEdit[] {
  const old = before as unknown as PlainObject
  const now = after as unknown as PlainObject
  const names = new Set([...Object.keys(old), ...Object.keys(now)])
  return [...names]
    .filter((name) => !isSameData(old[name], now[name]))
    .map((name) => ({ type: 'set', path: ['indicators', before.id, name], value: now[name] }))
}
