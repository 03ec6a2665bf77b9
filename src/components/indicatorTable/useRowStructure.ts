import type { CellPosition } from './cellPosition'
import { insertRow, moveRow, type NewRowKind, removeRows } from './rowEdits'
import type { EditingSource } from './useCellEditing'

export interface RowStructureSource extends Pick<EditingSource, 'evaluation' | 'send'> {
  canRestructure: () => boolean
  newId: () => string
}

/**
 * Rows of the table put in, taken out and moved.
 * @param follow the keyboard goes to this cell once the table shows the change.
 */
export function useRowStructure(
  { evaluation, send, newId, canRestructure }: RowStructureSource,
  active: () => CellPosition | undefined,
  selectedRowIds: () => string[],
  follow: (cell: CellPosition) => void,
) {
  function insert(kind: NewRowKind) {
    if (!canRestructure()) return
    const id = newId()
    send([insertRow(evaluation(), active()?.indicatorId, kind, id)])
    const column =
      kind === 'first-level' ? 'firstLevel' : kind === 'second-level' ? 'secondLevel' : 'name'
    follow({ indicatorId: id, column })
  }

  function remove() {
    if (!canRestructure() || selectedRowIds().length === 0) return
    send(removeRows(evaluation(), selectedRowIds()))
  }

  function moveBy(direction: 'up' | 'down') {
    const cell = active()
    const edit = cell && canRestructure() && moveRow(evaluation(), cell.indicatorId, direction)
    if (!cell || !edit) return
    send([edit])
    follow(cell)
  }

  return { insert, remove, move: moveBy }
}
