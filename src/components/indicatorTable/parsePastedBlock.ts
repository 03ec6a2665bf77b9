/** Cells of the clipboard, row by row; all rows are equally long. */
export type PastedBlock = readonly (readonly string[])[]

/** Rows and columns beyond this are not a form; a whole sheet copied by mistake must not stop the page. */
const largestBlock = 20_000

/**
 * Reads what Excel, WPS or a web page put on the clipboard: an HTML table (merged cells give their
 * text to the first cell, the covered ones stay empty), else tab-separated text with quoted cells.
 *
 * @returns undefined when it is one single cell: that is typing, not a block.
 */
export function parsePastedBlock(html: string, text: string): PastedBlock | undefined {
  const block = readTable(html) ?? readTabbed(text)
  const isBlock = block.length > 1 || (block[0]?.length ?? 0) > 1
  return isBlock ? block : undefined
}

function readTable(html: string): string[][] | undefined {
  if (!/<table/i.test(html)) return undefined
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return undefined
  const rows: string[][] = []
  for (const [rowIndex, row] of [...table.rows].entries()) {
    let column = 0
    for (const cell of row.cells) {
      while (rows[rowIndex]?.[column] !== undefined) column += 1
      const width = Math.min(cell.colSpan, largestBlock)
      const height = Math.min(cell.rowSpan, table.rows.length - rowIndex)
      if ((rowIndex + height) * (column + width) > largestBlock) return undefined
      fillSpan(rows, rowIndex, column, height, width)
      const first = rows[rowIndex]
      if (first) first[column] = cellText(cell)
      column += width
    }
  }
  return squareOff(rows)
}

function fillSpan(rows: string[][], row: number, column: number, height: number, width: number) {
  for (let down = row; down < row + height; down += 1) {
    const cells = rows[down] ?? []
    rows[down] = cells
    for (let across = column; across < column + width; across += 1) cells[across] = ''
  }
}

function cellText(cell: HTMLTableCellElement): string {
  for (const lineBreak of cell.querySelectorAll('br')) lineBreak.replaceWith('\n')
  return cell.textContent.replaceAll('\u00a0', ' ').trim()
}

function readTabbed(text: string): string[][] {
  const rows: string[][] = [[]]
  // A cell: quoted with doubled quotes inside, or plain up to the next tab or line end.
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|\r|$)/gy
  const source = text.replace(/(?:\r?\n)+$/, '')
  for (let match = cells.exec(source); match !== null; match = cells.exec(source)) {
    const [, quoted, plain, end] = match
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return squareOff(rows)
}

function squareOff(rows: readonly string[][]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
}

/** The same block as tab-separated text, quoted where a cell holds a tab, a line end or a quote. */
export function writeTabbed(block: PastedBlock): string {
  const quote = (cell: string) =>
    /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return block.map((row) => row.map(quote).join('\t')).join('\r\n')
}
