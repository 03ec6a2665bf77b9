import type { ColumnId } from './tableColumns'

/** A text that was typed into a cell and not taken: it stays in sight until it is mended or taken back. */
export interface Rejection {
  text: string
  message: string
}

/** What a paste would put into a cell; with `message` the cell would stay as it is. */
export interface PreviewCell {
  text: string
  message?: string
}

/** Two values for one cell: what was typed here, and what another tab stored meanwhile. */
export interface CellConflict {
  column: ColumnId
  mine: string
  theirs: string
}

/** What is going on in a row at the moment. Rows where nothing is going on have none. */
export interface RowState {
  activeColumn: ColumnId | undefined
  selected: readonly ColumnId[]
  rejections: Partial<Record<ColumnId, Rejection>>
  previews: Partial<Record<ColumnId, PreviewCell>>
  /** A 自评分 that differs from the 规则分 and waits for its reason. */
  pendingScore: number | undefined
  conflict: CellConflict | undefined
}
