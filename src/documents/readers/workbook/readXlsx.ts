import type { ReadIssue } from '../../readIssue'
import { ignoredParts } from '../archive/ignoredParts'
import { readZip, type ZipParts } from '../archive/readZip'
import { type InputFile, pause, type ReadContext, type ReadResult } from '../inputFile'
import { checkTableSize } from '../limits'
import { ReadRefusal } from '../readRefusal'
import { buildSheet, type FoundSheet } from './buildSheet'
import { checkParts, isWorkbookPart, packParts } from './checkParts'
import { openWorkbook, type OpenWorkbook } from './openWorkbook'
import { readWithSheetJs } from './readWithSheetJs'
import { readWorksheet } from './readWorksheet'

const MOST_HINTS = 20

/** Share of the work that unpacking and finding the cells take; laying them out is the rest. */
const unpacked = 0.3
const found = 0.8

async function readSheets(
  { sheets, shared }: OpenWorkbook,
  context: ReadContext,
  issues: ReadIssue[],
): Promise<FoundSheet[]> {
  const read: FoundSheet[] = []
  let total = 0
  for (const { name, isHidden, part } of sheets) {
    const { cells, merges, withoutValue } = readWorksheet(name, part(), shared)
    total += cells.list.length
    checkTableSize({ rows: 0, columns: 0, cells: total })
    for (const { row, column } of withoutValue.slice(0, MOST_HINTS - issues.length))
      issues.push({
        code: 'formula-without-value',
        severity: 'warning',
        place: cells.placeOf(row, column),
        message: '公式没有保存计算结果，按空白读入。请在表格软件中打开并保存一次后再导入。',
      })
    read.push({ name, isHidden, cells, merges })
    context.onProgress(unpacked + ((found - unpacked) * read.length) / sheets.length)
    await pause(context.signal)
  }
  return read
}

/** Reads the sheets, and leaves to SheetJS what is no workbook in XML or not written as one should be. */
async function findSheets(
  zip: ZipParts,
  context: ReadContext,
  issues: ReadIssue[],
): Promise<FoundSheet[]> {
  const hints: ReadIssue[] = []
  try {
    const workbook = openWorkbook(zip)
    if (workbook) {
      const sheets = await readSheets(workbook, context, hints)
      issues.push(...hints)
      return sheets
    }
  } catch (error) {
    if (error instanceof ReadRefusal || context.signal?.aborted === true) throw error
  }
  return readWithSheetJs(packParts(zip))
}

/**
 * Reads a workbook of the Open XML family (xlsx, xlsm, xltx; xlsb and ods through SheetJS).
 * A cell's text is what the sheet shows; formulas give the value saved with them.
 *
 * @throws ReadRefusal when the file passes a limit, is damaged or may be hostile
 */
export async function readXlsx(file: InputFile, context: ReadContext): Promise<ReadResult> {
  const zip = readZip(file.bytes, (name) => isWorkbookPart(name) || name === 'mimetype')
  checkParts(zip)
  const issues = ignoredParts(zip.names, file.name)
  context.onProgress(unpacked)
  await pause(context.signal)
  const sheets = await findSheets(zip, context, issues)
  await pause(context.signal)
  const grids = sheets.map((sheet) => buildSheet(file.name, sheet))
  return { document: { fileName: file.name, grids, textAfter: [] }, issues }
}
