import type { PastePlan } from './buildPaste'
import type { CellPosition } from './cellPosition'
import type { Translate } from './describeTarget'
import type { IndicatorRow } from './indicatorRow'
import type { CellConflict, PreviewCell, Rejection, RowState } from './rowState'
import type { ColumnId } from './tableColumns'
import { describeProblem, type PendingScore } from './useCellEditing'
import type { CellRange } from './useCellGrid'

export interface StateSource {
  rows: readonly IndicatorRow[]
  columns: readonly ColumnId[]
  active: CellPosition | undefined
  range: CellRange | undefined
  rejections: ReadonlyMap<string, Rejection>
  plan: PastePlan | undefined
  pendingScore: PendingScore | undefined
  conflict: (CellConflict & { indicatorId: string }) | undefined
}

/** What is going on in which row; rows where nothing is going on are left out, and not drawn again. */
export function buildRowStates(source: StateSource, t: Translate): Map<string, RowState> {
  const states = new Map<string, RowState>()
  const stateOf = (indicatorId: string): RowState => {
    const known = states.get(indicatorId)
    if (known) return known
    const state: RowState = {
      activeColumn: undefined,
      selected: [],
      rejections: {},
      previews: {},
      pendingScore: undefined,
      conflict: undefined,
    }
    states.set(indicatorId, state)
    return state
  }

  const { active, range, plan, pendingScore, conflict } = source
  if (active) stateOf(active.indicatorId).activeColumn = active.column
  if (range && (range.fromRow !== range.toRow || range.fromColumn !== range.toColumn)) {
    const selected = source.columns.slice(range.fromColumn, range.toColumn + 1)
    for (const row of source.rows.slice(range.fromRow, range.toRow + 1)) {
      stateOf(row.id).selected = selected
    }
  }
  for (const [key, rejection] of source.rejections) {
    const [indicatorId = '', column] = key.split('/')
    stateOf(indicatorId).rejections[column as ColumnId] = rejection
  }
  for (const { indicatorId, column, text, problem } of plan?.cells ?? []) {
    const preview: PreviewCell = problem ? { text, message: describeProblem(problem, t) } : { text }
    stateOf(indicatorId).previews[column] = preview
  }
  if (pendingScore) stateOf(pendingScore.indicatorId).pendingScore = pendingScore.score
  if (conflict) stateOf(conflict.indicatorId).conflict = conflict
  return states
}
