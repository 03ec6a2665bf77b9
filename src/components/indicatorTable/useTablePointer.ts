import type { CellPosition } from './cellPosition'
import type { ColumnId } from './tableColumns'

/** The cell an event is about; none for what lies in a cell but answers the mouse itself. */
function cellOf({ target }: Event): CellPosition | undefined {
  if (!(target instanceof Element) || target.closest('.popover, .conflict, button')) {
    return undefined
  }
  const { row, column } = target.closest<HTMLElement>('td[data-row]')?.dataset ?? {}
  return row && column ? { indicatorId: row, column: column as ColumnId } : undefined
}

/** Selecting by mouse: a press opens a cell; dragging, or a press with Shift, extends to it. */
export function useTablePointer(
  active: () => CellPosition | undefined,
  focusCell: (cell: CellPosition, extend?: boolean) => Promise<void>,
) {
  const isActive = ({ indicatorId, column }: CellPosition) =>
    active()?.indicatorId === indicatorId && active()?.column === column

  return {
    onMousedown: (event: MouseEvent) => {
      const cell = cellOf(event)
      if (!cell || event.button !== 0 || event.target instanceof HTMLTextAreaElement) return
      event.preventDefault()
      void focusCell(cell, event.shiftKey)
    },
    onMouseover: (event: MouseEvent) => {
      if (event.buttons !== 1) return
      const cell = cellOf(event)
      if (cell && !isActive(cell)) void focusCell(cell, true)
    },
  }
}
