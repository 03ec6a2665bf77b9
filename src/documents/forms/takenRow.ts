import type { IndicatorDraft } from '../../domain/evaluation/evaluation'
import type { HeaderColumns } from './headerColumns'
import type { RowTexts } from './rowTexts'
import type { FieldCell } from './sourceLink'
import type { PartCell } from './tablePart'

/** An indicator while its row is read: what it says so far, and which cells said it. */
export interface TakenRow {
  indicator: IndicatorDraft
  /** Position among the indicators of the draft. */
  index: number
  texts: RowTexts
  columns: HeaderColumns
  links: FieldCell[]
}

/** Notes which cell a field of the indicator was read from. */
export function link({ links }: TakenRow, field: string, cell: PartCell | undefined): void {
  if (cell) links.push({ field, cell: cell.cell })
}
