import type { CellStyle } from 'hucre'
import type { CellRole, FormCell, FormGrid } from '../forms/formGrid'

const thin = { style: 'thin', color: { rgb: '000000' } } as const
const BORDER = { top: thin, right: thin, bottom: thin, left: thin }
const FONT = { name: '宋体', size: 10.5 }

/** Half-width characters: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    width += /[\u1100-\u11FF\u2E80-\uFFEF\u{20000}-\u{3FFFF}]/u.test(character) ? 2 : 1
  }
  return width
}

/** Lines a text takes in a column of that many half-width characters. */
export function lineCount(text: string, width: number): number {
  const usable = Math.max(2, width - 1)
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(textWidth(line) / usable)))
    .reduce((total, lines) => total + lines, 0)
}

/** Short entries stand in the middle of their cell, sentences begin at the left. */
export function isCentred({ role, text, columnSpan }: FormCell): boolean {
  return role !== 'value' || (textWidth(text) <= 24 && columnSpan <= 4)
}

/** Number format that prints a number as the form's text does; General follows the value. */
export function numberFormat(text: string): string | undefined {
  const isGrouped = text.includes(',')
  if (text.endsWith('%')) return '0.00%'
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length
  if (decimals === undefined) return isGrouped ? '#,##0' : undefined
  return `${isGrouped ? '#,##0' : '0'}.${'0'.repeat(decimals)}`
}

const FONTS: Partial<Record<CellRole, CellStyle['font']>> = {
  title: { name: '方正小标宋简体', size: 18 },
  header: { ...FONT, bold: true },
}

export function xlsxStyle(cell: FormCell): CellStyle {
  const isHeading = cell.role === 'title' || cell.role === 'subtitle'
  const format = cell.number === undefined ? '@' : numberFormat(cell.text)
  return {
    font: FONTS[cell.role] ?? FONT,
    alignment: {
      horizontal: isCentred(cell) ? 'center' : 'left',
      vertical: 'center',
      wrapText: true,
    },
    ...(isHeading ? {} : { border: BORDER }),
    ...(format === undefined || isHeading ? {} : { numFmt: format }),
  }
}

const LINE_HEIGHT = 14.5
const ROLE_HEIGHT: Partial<Record<CellRole, number>> = { title: 34, subtitle: 20 }

/**
 * Row heights in points. Programs fit the height of a row to its text only where no cell is merged,
 * and most cells of a form are.
 */
export function rowHeights(grid: FormGrid): Map<number, number> {
  const heights = Array.from({ length: grid.rowCount }, () => 22)
  const needed = (cell: FormCell): number => {
    const width = grid.columnWidths
      .slice(cell.column, cell.column + cell.columnSpan)
      .reduce((total, one) => total + one, 0)
    return ROLE_HEIGHT[cell.role] ?? lineCount(cell.text, width) * LINE_HEIGHT + 7
  }
  const byRowSpan = [...grid.cells].sort((a, b) => a.rowSpan - b.rowSpan)
  for (const cell of byRowSpan) {
    const rows = Array.from({ length: cell.rowSpan }, (_, index) => cell.row + index)
    const present = rows.reduce((total, row) => total + (heights[row] ?? 0), 0)
    const missing = Math.min(needed(cell), 400 * cell.rowSpan) - present
    if (missing <= 0) continue
    for (const row of rows) heights[row] = (heights[row] ?? 0) + missing / cell.rowSpan
  }
  return new Map(heights.map((height, row) => [row, Math.min(409, Math.ceil(height))]))
}

/** A4 holds about 150 half-width characters across in landscape; wider forms are A3. */
export function paperSize(grid: FormGrid): 'a4' | 'a3' {
  const width = grid.columnWidths.reduce((total, one) => total + one, 0)
  return width > (grid.orientation === 'landscape' ? 170 : 120) ? 'a3' : 'a4'
}
