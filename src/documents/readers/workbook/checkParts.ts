import { zipSync } from 'fflate'
import { checkXml } from '../archive/checkXml'
import type { ZipParts } from '../archive/readZip'
import { checkTableSize } from '../limits'

/** Parts that hold no cell: never unpacked, so that nothing follows them. */
const NO_CELLS =
  /(^|\/)(docProps|customXml|media|theme|drawings|charts|diagrams|externalLinks|pivot\w*|slicer\w*|timeline\w*|threadedComments|persons|ctrlProps|activeX|printerSettings)\/|(^|\/)(comments\w*|calcChain|metadata|vmlDrawing\w*)\.|worksheets\/_rels\//i

/** Whether a part of a workbook is needed to read its cells. */
export function isWorkbookPart(name: string): boolean {
  return /\.(xml|rels|bin)$/i.test(name) && !NO_CELLS.test(name) && !/vbaProject/i.test(name)
}

/** @throws ReadRefusal `xml-entities`, `xml-encoding` */
export function checkParts({ parts }: ZipParts): void {
  for (const [name, bytes] of parts) if (/\.(xml|rels)$/i.test(name)) checkXml(name, bytes)
}

const EMPTY_CELL = /<c [^>]*(?:\/>|><\/c>)/g
const CELL = /<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"/g

const columnOf = (letters: string) =>
  Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

/** Size of a sheet by its cells that hold something, whatever `<dimension>` claims. */
function checkSheetSize(sheet: string): void {
  let cells = 0
  let rows = 0
  let columns = 0
  for (const [, letters = '', row = ''] of sheet.matchAll(CELL)) {
    cells++
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnOf(letters))
  }
  checkTableSize({ rows, columns, cells })
}

/**
 * The checked parts as an archive again, without compression, so that a library inflates nothing
 * itself. Cells that only carry a style are dropped from it: whole columns formatted down to row
 * 1,048,576 are common and would make a sheet of a million rows out of twenty.
 *
 * @throws ReadRefusal `too-many-rows`, `too-many-columns`, `too-many-cells`
 */
export function packParts({ parts }: ZipParts): Uint8Array {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  const packed: Record<string, Uint8Array> = {}
  for (const [name, bytes] of parts) {
    packed[name] = bytes
    if (!/worksheets\/[^/]*\.xml$/i.test(name)) continue
    const sheet = decoder.decode(bytes).replace(EMPTY_CELL, '')
    checkSheetSize(sheet)
    packed[name] = encoder.encode(sheet)
  }
  return zipSync(packed, { level: 0 })
}
