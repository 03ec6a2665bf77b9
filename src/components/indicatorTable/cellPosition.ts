import type { ColumnId } from './tableColumns'

/** A cell of the indicator table. Rows are addressed by id: positions change, ids do not. */
export interface CellPosition {
  indicatorId: string
  column: ColumnId
}

/** Where the keyboard asks to go. */
export type CellMove =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'next'
  | 'previous'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last'

export const isSameCell = (a: CellPosition | undefined, b: CellPosition | undefined): boolean =>
  a?.indicatorId === b?.indicatorId && a?.column === b?.column
