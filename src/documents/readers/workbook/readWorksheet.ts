import { checkTableSize, LIMITS } from '../limits'
import { SheetCells, type SheetMerge } from './buildSheet'
import { formatCellNumber } from './formatCellNumber'
import {
  attributesOf,
  decodeText,
  elementOf,
  endOfTag,
  findTag,
  isEmptyTag,
  isTagAt,
  malformed,
  prefixOf,
  tagsOf,
  textOfRuns,
} from './spreadsheetXml'

/** What the cells of all sheets of a workbook refer to. */
export interface SharedTables {
  strings: readonly string[]
  /** Number format of a style; "" for General. */
  formatOf: (style: number) => string
  isDate1904: boolean
}

/** What a sheet shows, and where a formula has no value saved with it. */
export interface Worksheet {
  cells: SheetCells
  merges: SheetMerge[]
  withoutValue: { row: number; column: number }[]
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384
const DIGIT_0 = 0x30
const LETTER_A = 0x41
/** Clears the bit by which small letters differ from capitals. */
const UPPER_CASE = 0xdf

/** Row and column of "B12", from 0. */
function positionOf(reference: string): { row: number; column: number } {
  let column = 0
  let row = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    const digit = code - DIGIT_0
    const letter = (code & UPPER_CASE) - LETTER_A
    if (digit >= 0 && digit <= 9) row = row * 10 + digit
    else if (row === 0 && letter >= 0 && letter < 26) column = column * 26 + letter + 1
    else throw malformed(reference)
  }
  const isInside = row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN
  if (!isInside) throw malformed(reference)
  return { row: row - 1, column: column - 1 }
}

/** Goes through the cells of a sheet once, from the first tag to the last. */
class CellScanner {
  readonly withoutValue: Worksheet['withoutValue'] = []
  private row = -1
  private column = -1
  private readonly rowName: string
  private readonly cellName: string
  private readonly cellEnd: string
  private readonly valueName: string
  private readonly valueEnd: string

  constructor(
    private readonly xml: string,
    private readonly prefix: string,
    private readonly shared: SharedTables,
    readonly cells: SheetCells,
  ) {
    this.rowName = `${prefix}row`
    this.cellName = `${prefix}c`
    this.cellEnd = `</${prefix}c>`
    this.valueName = `${prefix}v`
    this.valueEnd = `</${prefix}v>`
  }

  scan(): this {
    const { xml } = this
    for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) {
      if (isTagAt(xml, at, this.cellName)) at = this.takeCell(at)
      else if (isTagAt(xml, at, this.rowName)) this.beginRow(at)
    }
    return this
  }

  private tagAt(at: number): { tag: string; end: number } {
    // The values of these tags are numbers, addresses and short words: none holds a ">".
    const end = this.xml.indexOf('>', at)
    if (end === -1) throw malformed('a tag without end')
    return { tag: this.xml.slice(at, end), end }
  }

  private beginRow(at: number): void {
    const number = attributeOf(this.tagAt(at).tag, 'r')
    this.row = number === undefined ? this.row + 1 : Number(number) - 1
    this.column = -1
  }

  /** @returns where to go on. */
  private takeCell(at: number): number {
    const { tag, end } = this.tagAt(at)
    const reference = attributeOf(tag, 'r')
    if (reference === undefined) this.column++
    else ({ row: this.row, column: this.column } = positionOf(reference))
    // Cells that only carry a style: whole columns of them, down to row 1,048,576, are common.
    if (isEmptyTag(this.xml, end)) return end
    const close = this.xml.indexOf(this.cellEnd, end)
    if (close === -1) throw malformed('a cell without end')
    const text = this.textOf(tag, end + 1, close)
    if (text !== undefined) this.cells.add(this.row, this.column, text)
    const { length } = this.cells.list
    if (length > LIMITS.cells) checkTableSize({ rows: 0, columns: 0, cells: length })
    return close
  }

  private textOf(tag: string, from: number, to: number): string | undefined {
    const type = attributeOf(tag, 't')
    if (type === 'inlineStr') return textOfRuns(this.xml.slice(from, to), this.prefix)
    const value = this.valueIn(from, to)
    if (type === 's') return value === undefined ? undefined : this.shared.strings[Number(value)]
    if (value === undefined || (value === '' && type !== 'str')) {
      if (findTag(this.xml.slice(from, to), `${this.prefix}f`) !== -1)
        this.withoutValue.push({ row: this.row, column: this.column })
      return undefined
    }
    if (type === 'b') return value === '1' || value.toLowerCase() === 'true' ? 'TRUE' : 'FALSE'
    const number = type === undefined || type === 'n' ? Number(value) : NaN
    return Number.isNaN(number) ? decodeText(value) : this.printed(number, tag)
  }

  /** The saved value; `undefined` where there is none. */
  private valueIn(from: number, to: number): string | undefined {
    const { xml } = this
    // Nearly always it is the first thing in the cell; a formula may stand before it.
    const isFirst = isTagAt(xml, from, this.valueName)
    const at = isFirst ? from : from + findTag(xml.slice(from, to), this.valueName)
    if (at < from) return undefined
    const end = endOfTag(xml, at)
    return isEmptyTag(xml, end) ? '' : xml.slice(end + 1, xml.indexOf(this.valueEnd, end))
  }

  private printed(number: number, tag: string): string {
    const { formatOf, isDate1904 } = this.shared
    const style = attributeOf(tag, 's')
    const format = style === undefined ? '' : formatOf(Number(style))
    return formatCellNumber(number, format, isDate1904)
  }
}

/** An attribute of a row or a cell, whose values hold neither quotes nor references. */
function attributeOf(tag: string, name: 'r' | 's' | 't'): string | undefined {
  const at = tag.indexOf(` ${name}="`)
  if (at !== -1) return tag.slice(at + 4, tag.indexOf('"', at + 4))
  // Not there, as a rule; some writers quote or part attributes in another way.
  return /['\t\r\n]|\s=|=\s/.test(tag) ? attributesOf(tag).get(name) : undefined
}

function mergesIn(xml: string): SheetMerge[] {
  const merges: SheetMerge[] = []
  for (const tag of tagsOf(xml, 'mergeCell')) {
    const [from = '', to = from] = (attributesOf(tag).get('ref') ?? '').split(':')
    const [first, last] = [positionOf(from), positionOf(to)]
    merges.push({
      firstRow: Math.min(first.row, last.row),
      firstColumn: Math.min(first.column, last.column),
      lastRow: Math.max(first.row, last.row),
      lastColumn: Math.max(first.column, last.column),
    })
  }
  return merges
}

/**
 * Reads what a worksheet shows: numbers by their format, formulas by the value saved with them.
 *
 * @param name of the sheet, for the addresses of its cells.
 * @throws ReadRefusal `too-many-cells`; Error where the part is not what a worksheet is.
 */
export function readWorksheet(name: string, xml: string, shared: SharedTables): Worksheet {
  const prefix = prefixOf(xml)
  if (findTag(xml, `${prefix}sheetData`) === -1) throw malformed('no sheetData')
  const rows = elementOf(xml, 'sheetData')
  const scanner = new CellScanner(rows, prefix, shared, new SheetCells(name))
  const { cells, withoutValue } = scanner.scan()
  return { cells, withoutValue, merges: mergesIn(elementOf(xml, 'mergeCells')) }
}
