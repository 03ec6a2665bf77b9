import { computed, type ComputedRef, type MaybeRefOrGetter, shallowRef, toValue } from 'vue'
import type { CellMove, CellPosition } from './cellPosition'
import { cellSpan, type IndicatorRow } from './indicatorRow'
import type { ColumnId } from './tableColumns'

/** Cells from one corner to the other, both included; indexes into rows and columns. */
export interface CellRange {
  fromRow: number
  toRow: number
  fromColumn: number
  toColumn: number
}

export interface CellGrid {
  /** The one cell that takes the keyboard; undefined only while there are no rows. */
  active: ComputedRef<CellPosition | undefined>
  /** Selected cells; the active cell alone until a range is drawn. */
  range: ComputedRef<CellRange | undefined>
  /** @param extend draws the range from where it began to this cell. */
  activate: (cell: CellPosition, extend?: boolean) => void
  /** @returns false when there is no cell that way; nothing moved. */
  move: (move: CellMove, extend?: boolean) => boolean
}

function spanOf(row: IndicatorRow | undefined, column: ColumnId): number {
  return row === undefined ? 1 : cellSpan(row, column)
}

/** Keyboard and selection of a sheet with merged cells: a covered cell stands for the cell above it. */
export function useCellGrid(
  rows: MaybeRefOrGetter<readonly IndicatorRow[]>,
  columns: MaybeRefOrGetter<readonly ColumnId[]>,
): CellGrid {
  const chosen = shallowRef<CellPosition>()
  const anchor = shallowRef<CellPosition>()
  let lastRow = 0

  const rowIndexOf = (cell: CellPosition | undefined) =>
    cell === undefined ? -1 : toValue(rows).findIndex((row) => row.id === cell.indicatorId)
  const columnIndexOf = (cell: CellPosition) => toValue(columns).indexOf(cell.column)

  function cellAt(rowIndex: number, columnIndex: number): CellPosition | undefined {
    const column = toValue(columns)[columnIndex]
    if (column === undefined) return undefined
    let head = rowIndex
    while (head > 0 && spanOf(toValue(rows)[head], column) === 0) head -= 1
    const row = toValue(rows)[head]
    return row && { indicatorId: row.id, column }
  }

  const active = computed(() => {
    const row = rowIndexOf(chosen.value)
    // A row that moved may have come under a merged cell: that cell then stands for it.
    if (chosen.value && row >= 0) return cellAt(row, columnIndexOf(chosen.value))
    // The row is gone, or nothing was chosen yet: the nearest row, where values are recorded.
    const nearest = Math.min(lastRow, toValue(rows).length - 1)
    const column = chosen.value?.column ?? 'actual'
    return cellAt(nearest, toValue(columns).indexOf(column))
  })

  const range = computed<CellRange | undefined>(() => {
    const to = active.value
    if (to === undefined) return undefined
    const from = rowIndexOf(anchor.value) >= 0 && anchor.value ? anchor.value : to
    const rowIndexes = [rowIndexOf(from), rowIndexOf(to)]
    const columnIndexes = [columnIndexOf(from), columnIndexOf(to)]
    return {
      fromRow: Math.min(...rowIndexes),
      toRow: Math.max(...rowIndexes),
      fromColumn: Math.min(...columnIndexes),
      toColumn: Math.max(...columnIndexes),
    }
  })

  function activate(cell: CellPosition, extend = false) {
    if (extend) anchor.value ??= active.value
    else anchor.value = undefined
    lastRow = Math.max(0, rowIndexOf(cell))
    chosen.value = cell
  }

  function move(direction: CellMove, extend = false): boolean {
    const from = active.value
    if (from === undefined) return false
    const target = neighbour(rowIndexOf(from), columnIndexOf(from), direction)
    const cell = target && cellAt(...target)
    if (!cell || (cell.indicatorId === from.indicatorId && cell.column === from.column))
      return false
    activate(cell, extend)
    return true
  }

  function neighbour(
    row: number,
    column: number,
    direction: CellMove,
  ): [row: number, column: number] | undefined {
    const lastColumn = toValue(columns).length - 1
    const bottom = toValue(rows).length - 1
    const id = toValue(columns)[column] ?? 'name'
    switch (direction) {
      case 'left':
        return column > 0 ? [row, column - 1] : undefined
      case 'right':
        return column < lastColumn ? [row, column + 1] : undefined
      case 'up':
        return row > 0 ? [row - 1, column] : undefined
      case 'down': {
        const below = row + Math.max(1, spanOf(toValue(rows)[row], id))
        return below <= bottom ? [below, column] : undefined
      }
      case 'next':
        if (column < lastColumn) return [row, column + 1]
        return row < bottom ? [row + 1, firstOwnColumn(row + 1)] : undefined
      case 'previous':
        if (column > firstOwnColumn(row)) return [row, column - 1]
        return row > 0 ? [row - 1, lastColumn] : undefined
      case 'row-start':
        return [row, 0]
      case 'row-end':
        return [row, lastColumn]
      case 'first':
        return [0, 0]
      case 'last':
        return [bottom, lastColumn]
    }
  }

  /** Tab goes over the cells that begin in a row; those merged from above were passed already. */
  function firstOwnColumn(row: number): number {
    const own = toValue(columns).findIndex((column) => spanOf(toValue(rows)[row], column) > 0)
    return Math.max(0, own)
  }

  return { active, range, activate, move }
}
