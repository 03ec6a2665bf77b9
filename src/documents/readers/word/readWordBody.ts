import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { tidyText } from '../buildGrid'
import { DocumentBuilder, type OpenTable } from '../documentBuilder'
import type { GridDocument } from '../../grid'
import { TABLE_JOIN_STYLE } from '../../tableJoin'
import { LIMITS } from '../limits'
import { ReadRefusal } from '../readRefusal'
import { buildWordTable, type WordCell, type WordRow } from './buildWordTable'

/** Elements whose text Word does not show: field codes, tracked deletions, fallbacks, ruby readings. */
const UNSEEN = new Set([
  'instrText',
  'del',
  'delText',
  'moveFrom',
  'Fallback',
  'rt',
  'delInstrText',
])
/** Children of properties that carry the name of an unseen element and hide something else. */
const PROPERTIES = new Set(['rPr', 'pPr', 'trPr', 'tcPr', 'tblPr', 'sectPr'])

interface TableState {
  open: OpenTable
  rows: WordRow[]
  row: (WordRow & { isDeleted: boolean }) | undefined
  cell: (WordCell & { paragraphs: string[] }) | undefined
  properties: 'row' | 'cell' | undefined
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function valueOf(tag: SaxesTagPlain): string | undefined {
  return tag.attributes['w:val'] ?? Object.values(tag.attributes)[0]
}

const isOn = (tag: SaxesTagPlain) => !['0', 'false', 'off', 'none'].includes(valueOf(tag) ?? '1')

function spanOf(tag: SaxesTagPlain): number {
  const span = Number(valueOf(tag))
  return Number.isInteger(span) && span > 0 && span <= LIMITS.columns ? span : 1
}

/** State of one pass over word/document.xml. */
class WordBody {
  private readonly builder: DocumentBuilder
  private readonly tables: TableState[] = []
  private readonly paragraphs: string[] = []
  private readonly path: string[] = []
  private unseenFrom: number | undefined
  private isVanished = false
  private isInBody = false
  private cells = 0
  /** The table that ended last, while only our own joining paragraph has followed it. */
  private joinable: TableState | undefined
  private isJoin = false

  constructor(fileName: string) {
    this.builder = new DocumentBuilder(fileName)
  }

  open(tag: SaxesTagPlain): void {
    const name = localName(tag.name)
    const parent = this.path.at(-1)
    this.path.push(name)
    if (name === 'body') this.isInBody = true
    if (!this.isInBody || this.unseenFrom !== undefined) return
    if (UNSEEN.has(name) && !(parent && PROPERTIES.has(parent))) {
      this.unseenFrom = this.path.length
      return
    }
    this.openTablePart(name, tag, parent)
    if (name === 'pStyle' && this.tables.length === 0)
      this.isJoin = valueOf(tag) === TABLE_JOIN_STYLE
    if (name === 'p') this.openParagraph()
    else if (name === 'r') this.isVanished = false
    else if (name === 'vanish' && parent === 'rPr') this.isVanished = isOn(tag)
    else if (name === 'tab' && parent === 'r') this.append('\t')
    else if ((name === 'br' || name === 'cr') && parent === 'r') this.append('\n')
    else if (name === 'noBreakHyphen') this.append('-')
  }

  private openParagraph(): void {
    this.paragraphs.push('')
    if (this.tables.length === 0) this.isJoin = false
  }

  private openTable(): void {
    if (this.tables.length === 0 && this.isJoin && this.joinable) {
      this.tables.push(this.joinable)
    } else {
      const open = this.builder.beginTable()
      this.tables.push({ open, rows: [], row: undefined, cell: undefined, properties: undefined })
    }
    this.joinable = undefined
    this.isJoin = false
  }

  private openTablePart(name: string, tag: SaxesTagPlain, parent: string | undefined): void {
    if (name === 'tbl') {
      if (this.tables.length >= LIMITS.tableDepth)
        throw new ReadRefusal(
          'tables-too-deep',
          `表格嵌套超过上限 ${LIMITS.tableDepth} 层，未读取。`,
        )
      this.openTable()
      return
    }
    const table = this.tables.at(-1)
    if (!table) return
    if (name === 'tr') table.row = { firstColumn: 0, cells: [], isDeleted: false }
    else if (name === 'tc') {
      if (++this.cells > LIMITS.cells)
        throw new ReadRefusal(
          'too-many-cells',
          `单元格超过上限 ${LIMITS.cells} 个，请拆分后再导入。`,
        )
      table.cell = { text: '', columnSpan: 1, paragraphs: [] }
    } else if (parent === 'trPr' && table.row) {
      if (name === 'gridBefore') table.row.firstColumn = spanOf(tag)
      else if (name === 'del') table.row.isDeleted = true
    } else if (parent === 'tcPr' && table.cell) {
      if (name === 'gridSpan') table.cell.columnSpan = spanOf(tag)
      else if (name === 'vMerge' || name === 'vmerge')
        table.cell.verticalMerge = valueOf(tag) === 'restart' ? 'restart' : 'continue'
    }
  }

  text(text: string): void {
    const name = this.path.at(-1)
    if (name === 't' && this.isInBody && this.unseenFrom === undefined && !this.isVanished)
      this.append(text)
  }

  close(): void {
    const name = this.path.pop()
    if (this.unseenFrom !== undefined) {
      if (this.path.length < this.unseenFrom) this.unseenFrom = undefined
      return
    }
    if (!this.isInBody) return
    if (name === 'body') this.isInBody = false
    else if (name === 'p') this.closeParagraph()
    else if (name === 'tc') this.closeCell()
    else if (name === 'tr') this.closeRow()
    else if (name === 'tbl') this.closeTable()
  }

  private append(text: string): void {
    const last = this.paragraphs.length - 1
    if (last >= 0) this.paragraphs[last] = (this.paragraphs[last] ?? '') + text
  }

  private closeParagraph(): void {
    const text = this.paragraphs.pop() ?? ''
    const cell = this.tables.at(-1)?.cell
    if (cell) cell.paragraphs.push(text)
    else {
      if (!this.isJoin || text !== '') this.joinable = undefined
      this.builder.addParagraph(text)
    }
  }

  private closeCell(): void {
    const table = this.tables.at(-1)
    if (!table?.cell || !table.row) return
    const { paragraphs, ...cell } = table.cell
    table.row.cells.push({ ...cell, text: tidyText(paragraphs.join('\n')) })
    table.cell = undefined
  }

  private closeRow(): void {
    const table = this.tables.at(-1)
    if (table?.row && !table.row.isDeleted) table.rows.push(table.row)
    if (table) table.row = undefined
  }

  private closeTable(): void {
    const table = this.tables.pop()
    if (!table) return
    const { number } = table.open
    const cells = buildWordTable(
      table.rows,
      (row, column) => `表${number}第${row + 1}行第${column + 1}列`,
    )
    this.builder.endTable(table.open, cells)
    if (this.tables.length === 0) this.joinable = table
  }

  finish(): GridDocument {
    return this.builder.finish()
  }
}

/**
 * Reads the body of a WordprocessingML document (docx, Word 2003 XML): tables with their merges,
 * nested ones after the one that holds them, and the paragraphs between. Tracked insertions are
 * read, deletions are not, as Word shows them when all changes are accepted.
 *
 * @throws ReadRefusal `file-damaged` when the XML is broken
 */
export function readWordBody(fileName: string, xml: string): GridDocument {
  const body = new WordBody(fileName)
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => body.open(tag))
  parser.on('closetag', () => body.close())
  parser.on('text', (text) => body.text(text))
  parser.on('cdata', (text) => body.text(text))
  parser.on('error', (cause) => {
    throw new ReadRefusal(
      'file-damaged',
      '文件不完整或已损坏，无法读取。请重新下载或另存后再导入。',
      {
        cause,
      },
    )
  })
  parser.write(xml).close()
  return body.finish()
}
