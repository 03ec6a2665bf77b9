import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  type FileChild,
} from 'docx'
import type { FormCell, FormGrid } from '../forms/formGrid'
import { isCentred } from './formStyle'
import { TABLE_JOIN_STYLE } from '../tableJoin'
import { textRuns, typeface } from './wordDocument'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = { top: NONE, right: NONE, bottom: NONE, left: NONE }
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const BORDERS = { top: LINE, right: LINE, bottom: LINE, left: LINE }

/** Shares the width between the margins (twentieths of a point) in proportion, without a remainder. */
export function columnTwips(widths: readonly number[], available: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  let before = 0
  return widths.map((width) => {
    const from = Math.round((before / total) * available)
    before += width
    return Math.round((before / total) * available) - from
  })
}

function cellParagraph(cell: FormCell): Paragraph {
  const isTitle = cell.role === 'title'
  return new Paragraph({
    alignment: isCentred(cell) ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: isTitle ? { before: 60, after: 60 } : { line: 280, lineRule: LineRuleType.AT_LEAST },
    children: textRuns(cell.text, {
      font: typeface(isTitle ? '方正小标宋简体' : '宋体'),
      size: isTitle ? 36 : 21,
      ...(cell.role === 'header' && { bold: true }),
    }),
  })
}

interface Placed {
  cell: FormCell
  /** Whether this row is the first of a cell that spans several. */
  isFirstRow: boolean
  isLastRow: boolean
}

/** Cells that begin or go on in a row, from left to right. */
function cellsOfRow(grid: FormGrid, row: number): Placed[] {
  return grid.cells
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .sort((a, b) => a.column - b.column)
    .map((cell) => ({
      cell,
      isFirstRow: cell.row === row,
      isLastRow: row === cell.row + cell.rowSpan - 1,
    }))
}

function tableCell(
  { cell, isFirstRow, isLastRow }: Placed,
  twips: readonly number[],
  isOpenBelow: boolean,
): TableCell {
  const width = twips
    .slice(cell.column, cell.column + cell.columnSpan)
    .reduce((sum, one) => sum + one, 0)
  const isHeading = cell.role === 'title' || cell.role === 'subtitle'
  return new TableCell({
    children: [isFirstRow ? cellParagraph(cell) : new Paragraph({})],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: isHeading
      ? NO_BORDERS
      : isOpenBelow && isLastRow
        ? { ...BORDERS, bottom: NONE }
        : BORDERS,
    ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
    ...(cell.rowSpan > 1 && {
      verticalMerge: isFirstRow ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
    }),
  })
}

function tableOf(
  grid: FormGrid,
  twips: readonly number[],
  rows: { from: number; to: number },
  headerRows: number,
  isOpenBelow = false,
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...twips],
    width: { size: twips.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    alignment: AlignmentType.CENTER,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    rows: Array.from({ length: rows.to - rows.from + 1 }, (_, index) => {
      const row = rows.from + index
      return new TableRow({
        cantSplit: true,
        ...(index < headerRows && { tableHeader: true }),
        children: cellsOfRow(grid, row).map((placed) =>
          tableCell(placed, twips, isOpenBelow && row === rows.to),
        ),
      })
    }),
  })
}

const join = (): Paragraph => new Paragraph({ style: TABLE_JOIN_STYLE, children: [] })

/** Whether no cell crosses the line above a row. */
const canCutAbove = (grid: FormGrid, row: number): boolean =>
  grid.cells.every((cell) => cell.row >= row || cell.row + cell.rowSpan <= row)

/**
 * A form as Word tables of that width (twentieths of a point), the header of the indicator table
 * repeated on every page. Where a cell reaches from the head of the form into the indicator table
 * (绩效指标 at the left edge) the form stays one table and Word repeats nothing.
 */
export function formTables(grid: FormGrid, width: number): FileChild[] {
  const twips = columnTwips(grid.columnWidths, width)
  const { from, to } = grid.headerRows
  const last = grid.rowCount - 1
  if (from === 0 || !canCutAbove(grid, from) || !canCutAbove(grid, to + 1)) {
    return [tableOf(grid, twips, { from: 0, to: last }, from === 0 ? to + 1 : 0)]
  }
  return [
    tableOf(grid, twips, { from: 0, to: from - 1 }, 0, true),
    join(),
    tableOf(grid, twips, { from, to: last }, to - from + 1),
  ]
}
