import { writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle, ConditionalRule, MergeRange, NamedRange, WriteSheet } from 'hucre'
import { cleanText } from './cleanText'

/** One cell of a sheet. Rows and columns count from 0. */
export interface XlsxCell {
  row: number
  column: number
  rowSpan?: number
  columnSpan?: number
  /** Text is always written as text, never as a formula. With `formula`, its value as of now. */
  value: string | number | undefined
  /** Without the leading "=". Only what the writers build themselves, never anything a user typed. */
  formula?: string
  /** Cell comment. */
  note?: string
  style: CellStyle
}

export interface XlsxSheet {
  /** Wish for a name: forbidden characters are replaced, equal names are numbered. */
  name: string
  /** Widths in characters. */
  columns: { width: number; isHidden?: boolean }[]
  /** Heights in points; other rows fit their text where the program can. */
  rowHeights?: ReadonlyMap<number, number>
  cells: XlsxCell[]
  page: { paperSize: 'a4' | 'a3'; orientation: 'portrait' | 'landscape' }
  /** First and last row to repeat on every printed page. */
  titleRows?: readonly [first: number, last: number]
  /** First and last column to repeat, where a sheet is several pages wide. */
  titleColumns?: readonly [first: number, last: number]
  /** Pages across that the sheet is fitted to; 1 unless said. */
  pagesWide?: number
  /** Last row and last column that print; absent: all of them. */
  printTo?: { row: number; column: number }
  freeze?: { rows?: number; columns?: number }
  /** Range of the filter: "A3:M40". */
  filter?: string
  conditionalRules?: ConditionalRule[]
  /** Text of the footer in front of the page number. */
  footer?: string
}

/** A1 name of a cell; rows and columns count from 0. */
export function cellName(row: number, column: number, fixed = false): string {
  const sign = fixed ? '$' : ''
  return `${sign}${columnName(column)}${sign}${String(row + 1)}`
}

export function columnName(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : columnName((column - rest) / 26 - 1) + letter
}

/** Names Excel accepts: no `[]:*?/\`, no apostrophe at the ends, not "History", ≤ 31 UTF-16 units. */
export function cleanSheetNames(wishes: readonly string[]): string[] {
  const taken = new Set<string>()
  return wishes.map((wish) => {
    const cleaned = cleanText(wish)
      .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
      .replace(/[[\]:*?/\\：？＊／＼［］]/g, '_')
      .replace(/^[\s']+|[\s']+$/g, '')
    const base = cleaned === '' || cleaned.toLowerCase() === 'history' ? `表${cleaned}` : cleaned
    let name = cutUnits(base, 31)
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const suffix = `(${String(count)})`
      name = cutUnits(base, 31 - suffix.length) + suffix
    }
    taken.add(name.toLowerCase())
    return name
  })
}

function cutUnits(text: string, units: number): string {
  let cut = ''
  for (const character of text) {
    if (cut.length + character.length > units) break
    cut += character
  }
  return cut.replace(/[\s']+$/, '')
}

/** What the file format would take for an escaped character ("_x0041_") is escaped itself. */
const sharedString = (text: string): string =>
  cleanText(text)
    .slice(0, 32_767)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

function buildCells(sheet: XlsxSheet): { cells: Map<string, Partial<Cell>>; merges: MergeRange[] } {
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  for (const {
    row,
    column,
    rowSpan = 1,
    columnSpan = 1,
    value,
    formula,
    note,
    style,
  } of sheet.cells) {
    // Every cell below a merged one carries its borders: programs draw them cell by cell.
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + columnSpan; c += 1) {
        cells.set(`${String(r)},${String(c)}`, { value: null, type: 'empty', style })
      }
    }
    const content = typeof value === 'string' ? sharedString(value) : (value ?? null)
    cells.set(`${String(row)},${String(column)}`, {
      style,
      ...(formula === undefined
        ? { value: content === '' ? null : content }
        : { value: content, formula, formulaResult: content }),
      ...(note === undefined ? {} : { comment: { author: '绩评', text: cleanText(note) } }),
    })
    if (rowSpan > 1 || columnSpan > 1) {
      merges.push({
        startRow: row,
        startCol: column,
        endRow: row + rowSpan - 1,
        endCol: column + columnSpan - 1,
      })
    }
  }
  return { cells, merges }
}

function buildSheet(sheet: XlsxSheet, name: string): WriteSheet {
  const { cells, merges } = buildCells(sheet)
  const lastRow = sheet.cells.reduce(
    (last, { row, rowSpan = 1 }) => Math.max(last, row + rowSpan - 1),
    0,
  )
  return {
    name,
    rows: Array.from({ length: lastRow + 1 }, () => []),
    cells,
    merges,
    columns: sheet.columns.map(({ width, isHidden }) => ({
      width,
      ...(isHidden && { hidden: true }),
    })),
    rowDefs: new Map(
      [...(sheet.rowHeights ?? [])].map(([row, height]) => [row, { height }] as const),
    ),
    pageSetup: {
      ...sheet.page,
      fitToPage: true,
      fitToWidth: sheet.pagesWide ?? 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.7, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.35 },
    },
    headerFooter: {
      oddFooter: `&C${(sheet.footer ?? '').replaceAll('&', '&&')}第 &P 页 共 &N 页`,
    },
    ...(sheet.freeze && { freezePane: sheet.freeze }),
    ...(sheet.filter !== undefined && { autoFilter: { range: sheet.filter } }),
    ...(sheet.conditionalRules && { conditionalRules: sheet.conditionalRules }),
  }
}

/** hucre writes sheet names in these ranges unquoted, which Excel repairs: so they are made here. */
function printRanges(sheet: XlsxSheet, name: string): NamedRange[] {
  const quoted = `'${name.replaceAll("'", "''")}'`
  const ranges: NamedRange[] = []
  if (sheet.printTo) {
    const last = cellName(sheet.printTo.row, sheet.printTo.column, true)
    ranges.push({ name: '_xlnm.Print_Area', range: `${quoted}!$A$1:${last}`, scope: name })
  }
  const titles = [
    sheet.titleColumns?.map((column) => `$${columnName(column)}`),
    sheet.titleRows?.map((row) => `$${String(row + 1)}`),
  ].flatMap((ends) => (ends ? [`${quoted}!${ends.join(':')}`] : []))
  if (titles.length > 0) {
    ranges.push({ name: '_xlnm.Print_Titles', range: titles.join(','), scope: name })
  }
  return ranges
}

/**
 * Sheets as an xlsx file. Formulas carry their present value and are computed anew on opening, so
 * that programs which do not compute show the same figures as those which do.
 *
 * @param title document title in the file's properties.
 */
export async function writeWorkbook(
  sheets: readonly XlsxSheet[],
  title: string,
): Promise<Uint8Array> {
  const names = cleanSheetNames(sheets.map(({ name }) => name))
  const named = sheets.map((sheet, index) => ({ sheet, name: names[index] ?? sheet.name }))
  return writeXlsx({
    sheets: named.map(({ sheet, name }) => buildSheet(sheet, name)),
    namedRanges: named.flatMap(({ sheet, name }) => printRanges(sheet, name)),
    properties: { title: cleanText(title), creator: '绩评' },
    defaultFont: { name: '宋体', size: 11 },
  })
}
