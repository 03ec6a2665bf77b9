import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { writeWorkbook } from '@/documents/writers/xlsxWorkbook'
import type { Grid, GridCell } from '@/documents/grid'

/** A drawn form as the bytes of a file, the way office programs write it. */
export type ToBytes = (grid: Grid) => Promise<Uint8Array> | Uint8Array

const figure = /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$/
const percentage = /^-?\d+(?:\.\d+)?%$/
const day = /^(20\d\d)年(\d{1,2})月(\d{1,2})日$/

/** A figure, a percentage and a day are numbers in a workbook, shown by a number format. */
function inWorkbook(text: string): { value: number | string; style: { numFmt?: string } } {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  const places = decimals > 0 ? `.${'0'.repeat(decimals)}` : ''
  if (figure.test(text)) {
    const numFmt = `${text.includes(',') ? '#,##' : ''}0${places}`
    return { value: Number(text.replaceAll(',', '')), style: { numFmt } }
  }
  if (percentage.test(text)) {
    return { value: Number(`${text.slice(0, -1)}e-2`), style: { numFmt: `0${places}%` } }
  }
  const [, ...parts] = day.exec(text) ?? []
  if (parts.length === 0) return { value: text, style: {} }
  const [year = 0, month = 0, date = 0] = parts.map(Number)
  const serial = (Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / 86_400_000
  return { value: serial, style: { numFmt: 'yyyy"年"m"月"d"日"' } }
}

/** Cells that stand in a row, those that merged ones cover left out, blank ones filled in. */
function rowCells(grid: Grid, row: number): GridCell[] {
  const covers = (cell: GridCell, at: number, column: number) =>
    at >= cell.row &&
    at < cell.row + cell.rowSpan &&
    column >= cell.column &&
    column < cell.column + cell.columnSpan
  return Array.from({ length: grid.columnCount }, (_, column) => {
    const own = grid.cells.find((cell) => cell.row === row && cell.column === column)
    if (own) return [own]
    if (grid.cells.some((cell) => covers(cell, row, column))) return []
    return [{ row, column, rowSpan: 1, columnSpan: 1, text: '', place: '' }]
  }).flat()
}

const rowsOf = (grid: Grid): GridCell[][] =>
  Array.from({ length: grid.rowCount }, (_, row) => rowCells(grid, row))

export const asXlsx: ToBytes = (grid) =>
  writeWorkbook(
    [
      {
        name: 'Sheet1',
        columns: Array.from({ length: grid.columnCount }, () => ({ width: 12 })),
        cells: grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
          row,
          column,
          rowSpan,
          columnSpan,
          ...inWorkbook(text),
        })),
        page: { paperSize: 'a4', orientation: 'portrait' },
      },
    ],
    '',
  )

export const asDocx: ToBytes = async (grid) => {
  const rows = rowsOf(grid).map(
    (cells) =>
      new TableRow({
        children: cells.map(
          ({ text, rowSpan, columnSpan }) =>
            new TableCell({
              rowSpan,
              columnSpan,
              children: text.split('\n').map((line) => new Paragraph(line)),
            }),
        ),
      }),
  )
  const document = new Document({ sections: [{ children: [new Table({ rows })] }] })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

/** A web page saved as .xls, as budget systems export it; also what Excel puts on the clipboard. */
export const asHtml: ToBytes = (grid) => {
  const rows = rowsOf(grid).map((cells) =>
    cells
      .map(({ text, rowSpan, columnSpan }) => {
        const spans = `rowspan="${String(rowSpan)}" colspan="${String(columnSpan)}"`
        return `<td ${spans}>${escapeHtml(text)}</td>`
      })
      .join(''),
  )
  const table = `<table><tr>${rows.join('</tr><tr>')}</tr></table>`
  return new TextEncoder().encode(`<html><meta charset="utf-8"><body>${table}</body></html>`)
}

/** Cells of a line between separators; what wraps or holds the separator is quoted. Merges are lost. */
const delimited =
  (separator: string): ToBytes =>
  (grid) => {
    const quote = (text: string) =>
      /["\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
    const lines = Array.from({ length: grid.rowCount }, (_, row) =>
      Array.from({ length: grid.columnCount }, (_, column) =>
        quote(grid.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? ''),
      ).join(separator),
    )
    return new TextEncoder().encode(lines.join('\r\n'))
  }

export const asTabText = delimited('\t')
export const asCsv = delimited(',')
