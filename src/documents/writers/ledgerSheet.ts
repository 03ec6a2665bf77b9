import type { CellStyle, ConditionalRule } from 'hucre'
import { lineCount } from './formStyle'
import { cellName, columnName, type XlsxCell, type XlsxSheet } from './xlsxWorkbook'

const thin = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const BORDER = { top: thin, right: thin, bottom: thin, left: thin }
const FONT = { name: '宋体', size: 10 }
const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF1F5' } },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const TEXT: CellStyle = {
  font: FONT,
  border: BORDER,
  alignment: { vertical: 'center', wrapText: true },
  numFmt: '@',
}
const numeric = (numFmt?: string): CellStyle => ({
  font: FONT,
  border: BORDER,
  alignment: { horizontal: 'right', vertical: 'center' },
  ...(numFmt === undefined ? {} : { numFmt }),
})

/** Pale where nothing was lost, darker the more was: readable in grey print, bounds fixed. */
const HEAT: Required<ConditionalRule>['colorScale'] = {
  cfvo: [
    { type: 'num', value: '0' },
    { type: 'num', value: '0.6' },
    { type: 'num', value: '1' },
  ],
  colors: ['FFE08214', 'FFFEE0B6', 'FFF7F7F7'],
}

/** One column of a ledger: what it is called, how wide it is, how its numbers print. */
export interface LedgerColumn<Row> {
  header: string
  width: number
  format?: string
  isHeat?: boolean
  value: (row: Row, index: number) => string | number | undefined
}

const HEADER_ROW = 2

/** Points; programs do not fit rows to wrapped text when they open a file. */
function rowHeight<Row>(columns: readonly LedgerColumn<Row>[], row: Row, index: number): number {
  const lines = columns.map(({ value, width }) => {
    const content = value(row, index)
    return typeof content === 'string' ? lineCount(content, width) : 1
  })
  return Math.min(400, Math.max(...lines) * 13.5 + 6)
}

/** A sheet with a title, a line of figures over the filtered rows, a header with filters, and rows. */
export function ledgerSheet<Row>(
  name: string,
  title: string,
  columns: readonly LedgerColumn<Row>[],
  rows: readonly Row[],
): XlsxSheet {
  const first = HEADER_ROW + 1
  const last = HEADER_ROW + Math.max(1, rows.length)
  const rangeOf = (column: number): string => `${cellName(first, column)}:${cellName(last, column)}`
  const cells: XlsxCell[] = [
    {
      row: 0,
      column: 0,
      value: title,
      style: { font: { name: '方正小标宋简体', size: 16 }, alignment: { vertical: 'center' } },
    },
    {
      row: 1,
      column: 1,
      value: rows.length,
      formula: `SUBTOTAL(103,${rangeOf(0)})`,
      style: { font: FONT, numFmt: '"筛选后 "0" 行"' },
    },
    ...columns.map(({ header }, column): XlsxCell => ({
      row: HEADER_ROW,
      column,
      value: header,
      style: HEADER,
    })),
    ...rows.flatMap((row, index) =>
      columns.map(({ value, format }, column): XlsxCell => {
        const content = value(row, index)
        const style = typeof content === 'string' ? TEXT : numeric(format)
        return { row: first + index, column, value: content, style }
      }),
    ),
  ]
  const heat = columns.flatMap(({ isHeat }, column) => (isHeat ? [column] : []))
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rowHeights: new Map([
      [0, 30],
      [1, 18],
      [HEADER_ROW, 34],
      ...rows.map((row, index) => [first + index, rowHeight(columns, row, index)] as const),
    ]),
    cells,
    page: { paperSize: 'a3', orientation: 'landscape' },
    pagesWide: columns.reduce((total, { width }) => total + width, 0) > 300 ? 2 : 1,
    titleRows: [HEADER_ROW, HEADER_ROW],
    titleColumns: [0, 1],
    freeze: { rows: first, columns: Math.min(4, columns.length) },
    filter: `A${String(first)}:${columnName(columns.length - 1)}${String(last + 1)}`,
    conditionalRules: heat.map((column, index) => ({
      type: 'colorScale',
      priority: index + 1,
      range: rangeOf(column),
      colorScale: HEAT,
    })),
  }
}
