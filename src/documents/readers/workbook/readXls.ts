import type { GridDocument } from '../../grid'
import type { ReadIssue } from '../../readIssue'
import { buildSheet } from './buildSheet'
import { checkXml } from '../archive/checkXml'
import type { CompoundFile } from '../archive/readCompoundFile'
import type { InputFile, ReadContext, ReadResult } from '../inputFile'
import { pause } from '../inputFile'
import { ReadRefusal } from '../readRefusal'
import { keepCellRecords } from './keepCellRecords'
import { readWithSheetJs } from './readWithSheetJs'

const FILE_PASS = 0x2f
const END_OF_FILE = 0x0a
const BEGIN_OF_FILE = 0x09

/** Whether the workbook stream is encrypted: a FILEPASS record before the globals end ([MS-XLS]). */
function isEncrypted(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (
    let offset = 0;
    offset + 4 <= stream.length;
    offset += 4 + view.getUint16(offset + 2, true)
  ) {
    const record = view.getUint16(offset, true)
    if (record === FILE_PASS) return true
    if (record === END_OF_FILE) return false
  }
  return false
}

/**
 * Reads an xls workbook (Excel 97–2003, also 5.0/95).
 *
 * @throws ReadRefusal `password-protected`, `file-damaged`, or a limit
 */
export async function readXls(
  file: InputFile,
  container: CompoundFile,
  context: ReadContext,
): Promise<ReadResult> {
  const stream = container.stream('Workbook') ?? container.stream('Book')
  if (!stream || isEncrypted(stream))
    throw new ReadRefusal(
      'password-protected',
      '文件设有打开密码，无法读取。请在表格软件中取消密码后再导入。',
    )
  // Anything else the library would take for another format.
  if (stream[0] !== BEGIN_OF_FILE || (stream[1] ?? 0xff) > 0x08)
    throw new ReadRefusal(
      'file-damaged',
      '文件不完整或已损坏，无法读取。请重新下载或另存后再导入。',
    )
  const issues: ReadIssue[] = []
  if (container.names.has('_VBA_PROJECT_CUR'))
    issues.push({
      code: 'macros-ignored',
      severity: 'hint',
      place: file.name,
      message: '文件带有宏，未运行，只读取单元格内容。',
    })
  return { document: await readSheets(file.name, keepCellRecords(stream), context), issues }
}

/** Reads SpreadsheetML 2003, the XML that calls itself xls. @throws ReadRefusal */
export async function readSpreadsheetXml(
  file: InputFile,
  context: ReadContext,
): Promise<ReadResult> {
  checkXml(file.name, file.bytes)
  return { document: await readSheets(file.name, file.bytes, context), issues: [] }
}

async function readSheets(
  fileName: string,
  bytes: Uint8Array,
  context: ReadContext,
): Promise<GridDocument> {
  await pause(context.signal)
  const sheets = readWithSheetJs(bytes)
  context.onProgress(0.8)
  await pause(context.signal)
  const grids = sheets.map((sheet) => buildSheet(fileName, sheet))
  return { fileName, grids, textAfter: [] }
}
