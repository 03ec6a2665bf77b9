import { type Cell, readXlsx as readWithHucre, type Sheet } from 'hucre'
import type { ReadIssue } from '../../readIssue'
import { buildSheet, type FoundSheet, SheetCells, type SheetMerge } from './buildSheet'
import { formatCellNumber } from './formatCellNumber'
import type { InputFile, ReadContext, ReadResult } from '../inputFile'
import { pause } from '../inputFile'
import {
  checkSheetSizes,
  countFilledSheets,
  isWorkbookPart,
  prepareWorkbook,
} from './prepareWorkbook'
import { readWithSheetJs } from './readWithSheetJs'
import { ignoredParts } from '../archive/ignoredParts'
import { ReadRefusal } from '../readRefusal'
import { readZip } from '../archive/readZip'

const DAY_MS = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)
const MOST_HINTS = 20

function dateSerial(date: Date): number {
  const serial = (date.getTime() - EPOCH) / DAY_MS
  // The library returns real dates; Excel's own count is one less before 1 March 1900.
  return serial > 0 && serial < 61 ? serial - 1 : serial
}

function textOf(value: Sheet['rows'][number][number], cell: Cell | undefined): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const format = cell?.style?.numFmt ?? ''
  if (value instanceof Date) return formatCellNumber(dateSerial(value), format || 'yyyy/m/d')
  return formatCellNumber(value, format)
}

function findSheet(sheet: Sheet, issues: ReadIssue[]): FoundSheet {
  const cells = new SheetCells(sheet.name)
  sheet.rows.forEach((values, row) => {
    values.forEach((value, column) => {
      if (value === null) return
      const isPlain = typeof value === 'string' || typeof value === 'boolean'
      const cell = isPlain ? undefined : sheet.cells?.get(`${row},${column}`)
      cells.add(row, column, textOf(value, cell))
    })
  })
  for (const [key, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined || cell.value !== null) continue
    const [row = 0, column = 0] = key.split(',').map(Number)
    if (issues.length >= MOST_HINTS) break
    issues.push({
      code: 'formula-without-value',
      severity: 'warning',
      place: cells.placeOf(row, column),
      message: '公式没有保存计算结果，按空白读入。请在表格软件中打开并保存一次后再导入。',
    })
  }
  const merges = (sheet.merges ?? []).map((merge): SheetMerge => ({
    firstRow: merge.startRow,
    firstColumn: merge.startCol,
    lastRow: merge.endRow,
    lastColumn: merge.endCol,
  }))
  const isHidden = sheet.hidden === true || sheet.veryHidden === true
  return { name: sheet.name, isHidden, cells, merges }
}

/**
 * Reads a workbook of the Open XML family (xlsx, xlsm, xltx; xlsb and ods through SheetJS).
 * A cell's text is what the sheet shows; formulas give the value saved with them.
 *
 * @throws ReadRefusal when the file passes a limit, is damaged or may be hostile
 */
export async function readXlsx(file: InputFile, context: ReadContext): Promise<ReadResult> {
  const zip = readZip(file.bytes, (name) => isWorkbookPart(name) || name === 'mimetype')
  const issues = ignoredParts(zip.names, file.name)
  const prepared = prepareWorkbook(zip)
  context.onProgress(0.3)
  await pause(context.signal)
  const sheets = await readSheets(prepared, issues)
  context.onProgress(0.8)
  await pause(context.signal)
  const grids = sheets.map((sheet) => buildSheet(file.name, sheet))
  return { document: { fileName: file.name, grids, textAfter: [] }, issues }
}

async function readSheets(
  prepared: ReturnType<typeof prepareWorkbook>,
  issues: ReadIssue[],
): Promise<FoundSheet[]> {
  const hints: ReadIssue[] = []
  try {
    const workbook = await readWithHucre(prepared.bytes, { readStyles: true })
    const sheets = workbook.sheets.map((sheet) => findSheet(sheet, hints))
    const filled = sheets.filter(({ cells }) => cells.list.length > 0)
    // Cells without addresses, or names with a prefix, are blank to the library: never pass them over.
    if (filled.length >= countFilledSheets(prepared.sheets)) {
      issues.push(...hints)
      return sheets
    }
  } catch (error) {
    // Too large for the library, or a dialect it does not know: say which.
    checkSheetSizes(prepared.sheets)
    if (error instanceof ReadRefusal) throw error
  }
  return readWithSheetJs(prepared.bytes)
}
