import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { parseTarget } from '@/domain/target/parseTarget'

/** What a new row is: an indicator of the same level, a 其中 row, or the first of a new level. */
export type NewRowKind = 'indicator' | 'sub-row' | 'second-level' | 'first-level'

/**
 * A row below `after`: in the same levels, or the beginning of a new one behind the whole level.
 *
 * @param after id of the row it comes behind; absent in an empty table.
 */
export function insertRow(
  evaluation: Evaluation,
  after: string | undefined,
  kind: NewRowKind,
  id: string,
): EvaluationEdit {
  const rows = evaluation.indicators
  const index = rows.findIndex((row) => row.id === after)
  const head = rows[index]
  const indicator: Indicator = {
    id,
    firstLevel: kind === 'first-level' ? 'other' : (head?.firstLevel ?? 'other'),
    firstLevelLabel: kind === 'first-level' ? '' : (head?.firstLevelLabel ?? ''),
    secondLevel: startsLevel(kind) ? 'other' : (head?.secondLevel ?? 'other'),
    secondLevelLabel: startsLevel(kind) ? '' : (head?.secondLevelLabel ?? ''),
    name: kind === 'sub-row' ? '其中：' : '',
    target: parseTarget(''),
    ...(kind === 'sub-row' && { isSubRow: true as const }),
  }
  const next = rows[endOf(rows, index, kind)]?.id
  return { type: 'insert-indicator', indicator, ...(next !== undefined && { before: next }) }
}

const startsLevel = (kind: NewRowKind) => kind === 'first-level' || kind === 'second-level'

/** Index in front of which the new row goes. */
function endOf(rows: readonly Indicator[], index: number, kind: NewRowKind): number {
  const head = rows[index]
  let next = index + 1
  const belongs = (row: Indicator | undefined) =>
    row !== undefined &&
    startsLevel(kind) &&
    row.firstLevelLabel === head?.firstLevelLabel &&
    (kind === 'first-level' || row.secondLevelLabel === head.secondLevelLabel)
  while (belongs(rows[next])) next += 1
  return next
}

/** Removes rows; a score that was shared with a removed row stands on its own again. */
export function removeRows(evaluation: Evaluation, ids: readonly string[]): EvaluationEdit[] {
  const released = evaluation.indicators
    .filter((row) => !ids.includes(row.id) && ids.includes(String(row.sharesScoreWith ?? '')))
    .map((row): EvaluationEdit => ({
      type: 'set',
      path: ['indicators', row.id, 'sharesScoreWith'],
      value: undefined,
    }))
  return [
    ...released,
    ...ids.map((indicatorId) => ({ type: 'remove-indicator', indicatorId }) as const),
  ]
}

/** Moves a row by one place; undefined at the end of the table. */
export function moveRow(
  evaluation: Evaluation,
  id: string,
  direction: 'up' | 'down',
): EvaluationEdit | undefined {
  const rows = evaluation.indicators
  const index = rows.findIndex((row) => row.id === id)
  if (index < 0) return undefined
  if (direction === 'up') {
    const before = rows[index - 1]?.id
    return before === undefined ? undefined : { type: 'move-indicator', indicatorId: id, before }
  }
  if (index === rows.length - 1) return undefined
  const before = rows[index + 2]?.id
  return { type: 'move-indicator', indicatorId: id, ...(before !== undefined && { before }) }
}
