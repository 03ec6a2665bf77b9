import type { ReadIssue } from '../readIssue'
import { type DetectedFormat, detectFormat } from './detectFormat'
import type { InputFile, ReadContext, ReadResult } from './inputFile'
import { formatMegabytes, LIMITS } from './limits'
import { ReadRefusal } from './readRefusal'

/** Extensions a format usually has; another one is worth a hint, because the user may be mistaken. */
const EXTENSIONS: Readonly<Record<DetectedFormat['kind'], readonly [RegExp, string]>> = {
  'open-xml-workbook': [/^(xlsx|xlsm|xltx|xltm|xlsb|et|ods)$/, 'Excel 工作簿（xlsx）'],
  'open-xml-document': [/^(docx|docm|dotx|wps)$/, 'Word 文档（docx）'],
  'word-xml': [/^xml$/, 'Word 2003 XML 文档'],
  pdf: [/^pdf$/, 'PDF'],
  html: [/^(html?|shtml)$/, '网页（HTML）'],
  doc: [/^(doc|dot|wps)$/, 'Word 97–2003 文档（doc）'],
  xls: [/^(xls|xlt|et)$/, 'Excel 97–2003 工作簿（xls）'],
  'spreadsheet-xml': [/^xml$/, 'Excel 2003 XML 表格'],
  text: [/^(txt|md|markdown|csv|tsv|tab|text|log|prn)$/, '文本'],
}

function hintOnExtension(file: InputFile, kind: DetectedFormat['kind']): ReadIssue[] {
  const extension = /\.([^./\\]+)$/.exec(file.name)?.[1]?.toLowerCase()
  const usual = EXTENSIONS[kind]
  if (!extension || usual[0].test(extension)) return []
  const message = `扩展名是 .${extension}，内容是${usual[1]}，已按内容读取。`
  return [{ code: 'extension-mismatch', severity: 'hint', place: file.name, message }]
}

/** Readers come on first use: the start page carries none of them. */
async function readAs(
  format: DetectedFormat,
  file: InputFile,
  context: ReadContext,
): Promise<ReadResult> {
  switch (format.kind) {
    case 'open-xml-workbook':
      return (await import('./workbook/readXlsx')).readXlsx(file, context)
    case 'xls':
      return (await import('./workbook/readXls')).readXls(file, format.container, context)
    case 'spreadsheet-xml':
      return (await import('./workbook/readXls')).readSpreadsheetXml(file, context)
    case 'open-xml-document':
      return (await import('./word/readDocx')).readDocx(file, context)
    case 'doc':
      return (await import('./word/readDoc')).readDoc(file, format.container, context)
    case 'word-xml':
      return (await import('./word/readDocx')).readWordXml(file)
    case 'pdf':
      return (await import('./pdf/readPdf')).readPdf(file, context)
    case 'html':
      return (await import('./html/readHtml')).readHtml(file)
    case 'text':
      return (await import('./text/readText')).readText(file)
  }
}

/**
 * Reads any office file into grids: tables as cells, and the text between them.
 *
 * Works in the page, in a worker and in Node. The format is decided by content; limits are
 * checked while unpacking, before a library sees the file; nothing in the file is run or fetched.
 *
 * @param options.onProgress share of the work done, 0–1
 * @returns what was read, with an `error` issue when nothing could be. Expected faults (damaged,
 *   encrypted, too large) never throw.
 * @throws the signal's reason when it is aborted
 */
export async function readGrids(
  file: InputFile,
  options: { onProgress?: (done: number) => void; signal?: AbortSignal } = {},
): Promise<ReadResult> {
  const context: ReadContext = {
    onProgress: (done) => options.onProgress?.(done),
    signal: options.signal,
  }
  context.signal?.throwIfAborted()
  context.onProgress(0)
  try {
    if (file.bytes.length > LIMITS.fileBytes)
      throw new ReadRefusal(
        'file-too-large',
        `文件有 ${formatMegabytes(file.bytes.length)}，超过上限 ${formatMegabytes(LIMITS.fileBytes)}。请拆分后再导入。`,
      )
    const format = detectFormat(file.bytes)
    const { document, issues } = await readAs(format, file, context)
    context.signal?.throwIfAborted()
    context.onProgress(1)
    const said = [...hintOnExtension(file, format.kind), ...issues]
    if (document.grids.length === 0 && document.textAfter.length === 0)
      said.push({
        code: 'nothing-to-read',
        severity: 'error',
        place: file.name,
        message: '文件中没有表格，也没有文字。',
      })
    return { document, issues: said }
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error
    context.onProgress(1)
    return {
      document: { fileName: file.name, grids: [], textAfter: [] },
      issues: [error.toIssue(file.name)],
    }
  }
}
