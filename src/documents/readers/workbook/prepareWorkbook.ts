import { zipSync } from 'fflate'
import { checkXml } from '../archive/checkXml'
import { checkTableSize, LIMITS } from '../limits'
import { ReadRefusal } from '../readRefusal'
import type { ZipParts } from '../archive/readZip'

/** Built-in formats as Chinese Excel shows them, which it leaves unwritten: a library has others or none. */
const CHINESE_BUILT_IN: readonly (readonly [ids: readonly number[], format: string])[] = [
  [[14], 'yyyy/m/d'],
  [[22], 'yyyy/m/d h:mm'],
  [[27, 36, 50, 52, 57], 'yyyy&quot;年&quot;m&quot;月&quot;'],
  [[28, 29, 51, 53, 54, 58], 'm&quot;月&quot;d&quot;日&quot;'],
  [[30], 'm-d-yy'],
  [[31], 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'],
  [[32], 'h&quot;时&quot;mm&quot;分&quot;'],
  [[33], 'h&quot;时&quot;mm&quot;分&quot;ss&quot;秒&quot;'],
  [[34, 55], '上午/下午h&quot;时&quot;mm&quot;分&quot;'],
  [[35, 56], '上午/下午h&quot;时&quot;mm&quot;分&quot;ss&quot;秒&quot;'],
]

function addChineseFormats(styles: string): string {
  const known = new Set([...styles.matchAll(/numFmtId="(\d+)" formatCode/g)].map(([, id]) => id))
  const formats = CHINESE_BUILT_IN.flatMap(([ids, format]) =>
    ids
      .filter((id) => !known.has(String(id)))
      .map((id) => `<numFmt numFmtId="${id}" formatCode="${format}"/>`),
  ).join('')
  if (/<numFmts[^>]*[^/]>/.test(styles)) return styles.replace(/<numFmts[^>]*>/, `$&${formats}`)
  return styles.replace(/<styleSheet[^>]*>/, `$&<numFmts>${formats}</numFmts>`)
}

/** Parts that hold no cell: left out before a library sees the file, so that it cannot follow them. */
const NO_CELLS =
  /(^|\/)(docProps|customXml|media|theme|drawings|charts|diagrams|externalLinks|pivot\w*|slicer\w*|timeline\w*|threadedComments|persons|ctrlProps|activeX|printerSettings)\/|(^|\/)(comments\w*|calcChain|metadata|vmlDrawing\w*)\.|worksheets\/_rels\//i

/** Whether a part of a workbook is needed to read its cells. */
export function isWorkbookPart(name: string): boolean {
  return /\.(xml|rels|bin)$/i.test(name) && !NO_CELLS.test(name) && !/vbaProject/i.test(name)
}

const EMPTY_CELL = /<c [^>]*(?:\/>|><\/c>)/g
const CELL = /<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"/g

const columnOf = (letters: string) =>
  Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

/**
 * Sizes of the sheets by their cells that hold something, whatever `<dimension>` claims.
 *
 * @throws ReadRefusal `too-many-rows`, `too-many-columns`, `too-many-cells`
 */
export function checkSheetSizes(sheets: Iterable<string>): void {
  let cells = 0
  for (const sheet of sheets) {
    let rows = 0
    let columns = 0
    for (const [, letters = '', row = ''] of sheet.matchAll(CELL)) {
      cells++
      rows = Math.max(rows, Number(row))
      columns = Math.max(columns, columnOf(letters))
    }
    checkTableSize({ rows, columns, cells })
  }
}

function countCells(sheet: string): number {
  let count = 0
  for (let at = sheet.indexOf('<c '); at !== -1; at = sheet.indexOf('<c ', at + 3)) count++
  return count
}

const VALUE = /<(?:\w+:)?(?:v|is)[\s>]/

/** A sheet that was cut off would be read as a shorter one. */
const WHOLE_SHEET =
  /<\/(?:\w+:)?(?:worksheet|chartsheet|dialogsheet)>\s*(?:<!--[\s\S]*?-->\s*)*$|\/>\s*$/

/** Number of sheets in which something is written, by their XML. */
export const countFilledSheets = (sheets: readonly string[]): number =>
  sheets.filter((sheet) => VALUE.test(sheet)).length

/** A workbook made harmless: checked, without what holds no cells, unpacked. */
export interface PreparedWorkbook {
  /** The same workbook as an archive without compression. */
  bytes: Uint8Array
  /** XML of the worksheets. */
  sheets: string[]
}

/**
 * Checks the parts and packs them again without compression, so that a library inflates nothing
 * itself. Cells that only carry a style are dropped: whole columns formatted down to row 1,048,576
 * are common and would make a sheet of a million rows out of twenty.
 *
 * @throws ReadRefusal `xml-entities`, `xml-encoding`, `file-damaged`, `too-many-sheets`,
 *   `too-many-cells`
 */
export function prepareWorkbook({ parts }: ZipParts): PreparedWorkbook {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const sheets: string[] = []
  const packed: Record<string, Uint8Array> = {}
  let cells = 0
  for (const [name, bytes] of parts) {
    if (/\.(xml|rels)$/i.test(name)) checkXml(name, bytes)
    packed[name] = bytes
    if (/(^|\/)styles\.xml$/i.test(name))
      packed[name] = encoder.encode(addChineseFormats(decoder.decode(bytes)))
    if (!/worksheets\/[^/]*\.xml$/i.test(name)) continue
    const whole = decoder.decode(bytes)
    if (!WHOLE_SHEET.test(whole.slice(-200)))
      throw new ReadRefusal(
        'file-damaged',
        '工作表不完整，文件可能没有下载完。请重新下载或另存后再导入。',
      )
    const sheet = whole.replace(EMPTY_CELL, '')
    cells += countCells(sheet)
    sheets.push(sheet)
    packed[name] = encoder.encode(sheet)
  }
  checkTableSize({ rows: 0, columns: 0, cells })
  if (sheets.length > LIMITS.sheets)
    throw new ReadRefusal(
      'too-many-sheets',
      `工作簿有 ${sheets.length} 个工作表，超过上限 ${LIMITS.sheets} 个。请拆分后再导入。`,
    )
  return { bytes: zipSync(packed, { level: 0 }), sheets }
}
