import type { GridDocument } from '../../grid'
import { type FoundCell, tidyText } from '../buildGrid'
import { DocumentBuilder, type OpenTable } from '../documentBuilder'
import type { InputFile, ReadResult } from '../inputFile'
import { checkTableSize, LIMITS } from '../limits'
import { ReadRefusal } from '../readRefusal'
import { decodeText } from '../text/decodeText'
import { type HtmlToken, tokeniseHtml } from './tokeniseHtml'

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  'p div li ul ol h1 h2 h3 h4 h5 h6 dt dd section article header footer caption pre blockquote center'.split(
    ' ',
  ),
)

interface TableState {
  open: OpenTable
  cells: FoundCell[]
  row: number
  column: number
  /** For each column the row until which a cell from above reaches, that row excluded. */
  takenUntil: number[]
  cell: { text: string; rowSpan: number; columnSpan: number } | undefined
}

function spanOf(token: HtmlToken & { kind: 'open' }, name: string, most: number): number {
  const span = Number.parseInt(token.attributes.get(name) ?? '1', 10)
  if (name === 'rowspan' && span === 0) return most
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1
}

const isHidden = (token: HtmlToken & { kind: 'open' }) =>
  /display\s*:\s*none/i.test(token.attributes.get('style') ?? '') || token.attributes.has('hidden')

/** State of one pass over the tokens. */
class HtmlTables {
  private readonly builder: DocumentBuilder
  private readonly tables: TableState[] = []
  private line = ''

  constructor(
    fileName: string,
    private readonly placeOf: (table: number, row: number, column: number) => string,
  ) {
    this.builder = new DocumentBuilder(fileName)
  }

  open(token: HtmlToken & { kind: 'open' }): void {
    const { name } = token
    const table = this.tables.at(-1)
    if (name === 'br') this.append('\n')
    else if (name === 'table') this.openTable()
    else if (name === 'tr' && table) {
      this.closeCell(table)
      table.row++
      table.column = 0
    } else if ((name === 'td' || name === 'th') && table) {
      this.closeCell(table)
      if (table.row < 0) table.row = 0
      table.cell = {
        text: '',
        rowSpan: spanOf(token, 'rowspan', LIMITS.rows),
        columnSpan: spanOf(token, 'colspan', LIMITS.columns),
      }
    } else if (BLOCKS.has(name)) this.breakLine()
  }

  close(name: string): void {
    const table = this.tables.at(-1)
    if (name === 'table' && table) this.closeTable(table)
    else if ((name === 'td' || name === 'th' || name === 'tr') && table) this.closeCell(table)
    else if (BLOCKS.has(name)) this.breakLine()
  }

  /** White space of the source is one blank; line breaks come from elements. */
  text(text: string): void {
    this.append(text.replace(/[ \t\r\n\f]+/g, ' '))
  }

  private append(text: string): void {
    const table = this.tables.at(-1)
    if (table?.cell) table.cell.text += text
    else if (table) return
    else if (text === '\n') this.breakLine()
    else this.line += text
  }

  private breakLine(): void {
    const table = this.tables.at(-1)
    if (table?.cell) {
      if (table.cell.text.trim() !== '') table.cell.text += '\n'
    } else if (this.line.trim() !== '') {
      this.builder.addParagraph(this.line)
      this.line = ''
    }
  }

  private openTable(): void {
    if (this.tables.length >= LIMITS.tableDepth)
      throw new ReadRefusal('tables-too-deep', `表格嵌套超过上限 ${LIMITS.tableDepth} 层，未读取。`)
    this.breakLine()
    const open = this.builder.beginTable()
    this.tables.push({ open, cells: [], row: -1, column: 0, takenUntil: [], cell: undefined })
  }

  private closeCell(table: TableState): void {
    const { cell, row, takenUntil } = table
    if (!cell) return
    table.cell = undefined
    while ((takenUntil[table.column] ?? 0) > row) table.column++
    const { column } = table
    checkTableSize({ rows: row, columns: column, cells: table.cells.length })
    const columnSpan = Math.min(cell.columnSpan, LIMITS.columns)
    for (let taken = column; taken < column + columnSpan; taken++)
      takenUntil[taken] = row + cell.rowSpan
    const text = tidyText(cell.text.replace(/ *\n */g, '\n'))
    const place = this.placeOf(table.open.number, row, column)
    table.cells.push({ row, column, rowSpan: cell.rowSpan, columnSpan, text, place })
    table.column += columnSpan
  }

  private closeTable(table: TableState): void {
    this.closeCell(table)
    this.tables.pop()
    const last = table.cells.reduce((most, cell) => Math.max(most, cell.row), 0)
    for (const cell of table.cells) cell.rowSpan = Math.min(cell.rowSpan ?? 1, last - cell.row + 1)
    this.builder.endTable(table.open, table.cells)
  }

  finish(): GridDocument {
    for (let table = this.tables.at(-1); table; table = this.tables.at(-1)) this.closeTable(table)
    this.breakLine()
    return this.builder.finish()
  }
}

/** Tables and text of a page; hidden elements and scripts are left out. */
export function readHtmlTables(fileName: string, html: string): GridDocument {
  const tables = new HtmlTables(
    fileName,
    (table, row, column) => `表${table}第${row + 1}行第${column + 1}列`,
  )
  let hidden: { name: string; depth: number } | undefined
  for (const token of tokeniseHtml(html)) {
    if (hidden) {
      if (token.kind === 'open' && token.name === hidden.name && !token.isEmpty) hidden.depth++
      if (token.kind === 'close' && token.name === hidden.name && --hidden.depth === 0)
        hidden = undefined
    } else if (token.kind === 'text') tables.text(token.text)
    else if (token.kind === 'close') tables.close(token.name)
    else if (isHidden(token) && !token.isEmpty && !/^(br|img|input|hr|col)$/.test(token.name))
      hidden = { name: token.name, depth: 1 }
    else tables.open(token)
  }
  return tables.finish()
}

/** Reads a page, also one that calls itself xls. @throws ReadRefusal */
export function readHtml(file: InputFile): ReadResult {
  return { document: readHtmlTables(file.name, decodeText(file.bytes)), issues: [] }
}
