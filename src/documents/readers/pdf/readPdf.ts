import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ReadIssue } from '../../readIssue'
import { DocumentBuilder } from '../documentBuilder'
import { type InputFile, pause, type ReadContext, type ReadResult } from '../inputFile'
import { LIMITS } from '../limits'
import { ReadRefusal } from '../readRefusal'
import { joinTables } from './joinPages'
import { openPdf } from './openPdf'
import { pageContent } from './pageContent'
import type { PageTable } from './pageBlock'
import { readPage } from './readPage'

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '')

function refusalOf(error: unknown): unknown {
  if (nameOf(error) === 'PasswordException')
    return new ReadRefusal(
      'password-protected',
      'PDF 设有打开密码，无法读取。请取消密码后再导入。',
      { cause: error },
    )
  const isDamaged = /^(InvalidPDF|Format|Missing|UnknownError|Unknown)/.test(nameOf(error))
  if (!isDamaged) return error
  return new ReadRefusal(
    'file-damaged',
    'PDF 不完整或已损坏，无法读取。请重新下载或另存后再导入。',
    { cause: error },
  )
}

/** Collects pages into a document; a table that the page cuts goes on with the next page's first. */
class PdfPages {
  readonly builder: DocumentBuilder
  readonly issues: ReadIssue[] = []
  readonly withoutText: number[] = []
  private open: { table: PageTable; firstPage: string; lastPage: string } | undefined
  /** Lines in the margin of a page, until it is known whether a table goes on behind them. */
  private postponed: { text: string; place: string }[] = []

  constructor(fileName: string) {
    this.builder = new DocumentBuilder(fileName)
  }

  add(content: Awaited<ReturnType<typeof pageContent>>, pageNumber: number): void {
    const place = `第${pageNumber}页`
    if (content.chars.every((char) => char.text.trim() === '')) {
      this.withoutText.push(pageNumber)
      return
    }
    for (const block of readPage(content, place)) {
      if (block.kind === 'table') this.addTable(block, place)
      else if (this.open && block.isInMargin) this.postponed.push({ text: block.text, place })
      else {
        this.closeTable()
        this.builder.addParagraph(block.text, place)
      }
    }
  }

  private addTable(table: PageTable, place: string): void {
    const joined =
      this.open && this.open.lastPage !== place ? joinTables(this.open.table, table) : undefined
    if (this.open && joined) {
      this.open = { ...this.open, table: joined, lastPage: place }
      // A running head stands between the two halves of a torn table and belongs to neither.
      this.postponed = []
      return
    }
    this.closeTable()
    this.open = { table, firstPage: place, lastPage: place }
  }

  closeTable(): void {
    if (!this.open) return
    const { table, firstPage, lastPage } = this.open
    this.open = undefined
    this.builder.endTable(this.builder.beginTable(), table.cells, table.cells[0]?.place)
    for (const { text, place } of this.postponed) this.builder.addParagraph(text, place)
    this.postponed = []
    if (table.isGuessed)
      this.issues.push({
        code: 'table-guessed',
        severity: 'warning',
        place: firstPage === lastPage ? firstPage : `${firstPage}至${lastPage}`,
        message: '表格没有框线，行列按文字的位置推断，请核对。',
      })
  }
}

async function readPages(pdf: PDFDocumentProxy, pages: PdfPages, context: ReadContext) {
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.add(await pageContent(page), number)
    page.cleanup()
    context.onProgress(number / pdf.numPages)
    await pause(context.signal)
  }
  pages.closeTable()
}

/**
 * Reads a PDF with a text layer: ruled tables by their lines, others by where the text stands.
 *
 * @throws ReadRefusal `password-protected`, `no-text-layer`, `too-many-pages`, `file-damaged`
 */
export async function readPdf(file: InputFile, context: ReadContext): Promise<ReadResult> {
  const task = openPdf(file.bytes)
  const pages = new PdfPages(file.name)
  try {
    const pdf = await task.promise
    if (pdf.numPages > LIMITS.pages)
      throw new ReadRefusal(
        'too-many-pages',
        `PDF 有 ${pdf.numPages} 页，超过上限 ${LIMITS.pages} 页。请拆分后再导入。`,
      )
    await readPages(pdf, pages, context)
    if (pages.withoutText.length === pdf.numPages)
      throw new ReadRefusal(
        'no-text-layer',
        'PDF 没有文字层（可能是扫描件），无法读取文字。请导入原始的 Word 或 Excel 文件。',
      )
  } catch (error) {
    throw refusalOf(error)
  } finally {
    await task.destroy()
  }
  const { issues, withoutText } = pages
  if (withoutText.length > 0)
    issues.push({
      code: 'page-without-text',
      severity: 'warning',
      place: withoutText.map((number) => `第${number}页`).join('、'),
      message: '这些页没有文字层（空白页或扫描件），其中的内容没有读到。',
    })
  return { document: pages.builder.finish(), issues }
}
