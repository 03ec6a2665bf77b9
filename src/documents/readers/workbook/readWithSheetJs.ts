import { type CellObject, read, set_cptable, type WorkSheet } from '@e965/xlsx'
import { type FoundSheet, SheetCells } from './buildSheet'
import { formatCellNumber } from './formatCellNumber'
import { checkTableSize, LIMITS } from '../limits'
import { ReadRefusal } from '../readRefusal'

/** Format 14 and 22 of a Chinese system, which the library prints the American way. */
const CHINESE_DATES: Readonly<Record<string, string>> = {
  'm/d/yy': 'yyyy/m/d',
  'm/d/yy h:mm': 'yyyy/m/d h:mm',
}

const DECODERS: Readonly<Record<number, string>> = {
  1200: 'utf-16le',
  65001: 'utf-8',
  936: 'gb18030',
  54936: 'gb18030',
  10008: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1252: 'windows-1252',
  10000: 'macintosh',
}

/** Code pages of old workbooks, by the platform's own decoder instead of half a megabyte of tables. */
function useTextDecoder(): void {
  const decode = (page: number, data: string | Uint8Array | number[]) => {
    const bytes =
      typeof data === 'string'
        ? Uint8Array.from(data, (letter) => letter.charCodeAt(0) & 0xff)
        : Uint8Array.from(data)
    return new TextDecoder(DECODERS[page] ?? 'windows-1252').decode(bytes)
  }
  set_cptable({ utils: { decode, hascp: (page: number) => page in DECODERS } })
}

function textOf(cell: CellObject, isDate1904: boolean): string {
  if (cell.t === 'e') return cell.w ?? ''
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE'
  if (typeof cell.v !== 'number') return typeof cell.v === 'string' ? cell.v : ''
  const format = typeof cell.z === 'string' ? cell.z : ''
  return formatCellNumber(cell.v, CHINESE_DATES[format] ?? format, isDate1904)
}

function findSheet(name: string, sheet: WorkSheet, isHidden: boolean, is1904: boolean): FoundSheet {
  const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  checkTableSize({ rows: rows.length, columns: 0, cells: 0 })
  const cells = new SheetCells(name)
  // A sparse row is visited by its cells, not by its length.
  rows.forEach((values, row) => {
    values.forEach((cell, column) => {
      if (cell) cells.add(row, column, textOf(cell, is1904))
    })
  })
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r,
    firstColumn: s.c,
    lastRow: e.r,
    lastColumn: e.c,
  }))
  return { name, isHidden, cells, merges }
}

/**
 * Reads a workbook with SheetJS: what hucre cannot (number formats of xls, BIFF5 and older,
 * SpreadsheetML 2003, xlsb, ods). Only cells are read: no formulas, no HTML, no macros.
 *
 * @throws ReadRefusal `file-damaged`, `too-many-rows`, `too-many-sheets`
 */
export function readWithSheetJs(bytes: Uint8Array): FoundSheet[] {
  useTextDecoder()
  const workbook = parse(bytes)
  if (workbook.SheetNames.length > LIMITS.sheets)
    throw new ReadRefusal(
      'too-many-sheets',
      `工作簿有 ${workbook.SheetNames.length} 个工作表，超过上限 ${LIMITS.sheets} 个。请拆分后再导入。`,
    )
  const isDate1904 = workbook.Workbook?.WBProps?.date1904 === true
  return workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name]
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    return sheet ? [findSheet(name, sheet, isHidden, isDate1904)] : []
  })
}

function parse(bytes: Uint8Array) {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      bookVBA: false,
      sheetRows: LIMITS.rows + 1,
    })
  } catch (cause) {
    throw new ReadRefusal(
      'file-damaged',
      '文件不完整或已损坏，无法读取。请重新下载或另存后再导入。',
      { cause },
    )
  }
}
