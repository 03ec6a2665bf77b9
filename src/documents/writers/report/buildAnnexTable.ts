import type { CellRole, FormCell, FormGrid } from '../../forms/formGrid'
import type { LedgerColumn } from '../ledgerSheet'

/** 附表 with one row an item under its title and the headers of its columns. */
export function buildAnnexTable<Item>(
  title: string,
  columns: readonly LedgerColumn<Item>[],
  items: readonly Item[],
): FormGrid {
  const cell = (row: number, column: number, text: string, role: CellRole): FormCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text,
    role,
  })
  return {
    form: 'other',
    title,
    rowCount: items.length + 2,
    columnCount: columns.length,
    cells: [
      { ...cell(0, 0, title, 'title'), columnSpan: columns.length },
      ...columns.map(({ header }, column) => cell(1, column, header, 'header')),
      ...items.flatMap((item, index) =>
        columns.map(({ value }, column) =>
          cell(index + 2, column, String(value(item, index) ?? ''), 'value'),
        ),
      ),
    ],
    columnWidths: columns.map(({ width }) => width),
    headerRows: { from: 1, to: 1 },
    orientation: 'landscape',
  }
}
