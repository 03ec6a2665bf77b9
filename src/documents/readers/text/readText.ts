import type { Grid } from '../../grid'
import { buildGrid, type FoundCell } from '../buildGrid'
import { decodeText } from './decodeText'
import type { InputFile, ReadResult } from '../inputFile'
import { findDelimiter, readDelimited } from './readDelimited'
import { titleOf } from '../titleOf'
import { splitTextLines, type TextLine } from './splitTextLines'
import { tidyMarkup, tidyParagraph } from './tidyMarkup'

type Row = Extract<TextLine, { kind: 'row' }>

/** Rows between which more blank lines stand than this belong to different tables. */
const MOST_BLANK_LINES = { tab: 3, pipe: 1 }

const isBlankRow = (row: Row) => row.cells.every((cell) => cell.trim() === '')

/** Whether a row prints again what a row of the table above printed: a header after a page break. */
function isRepeatedIn(row: Row, table: readonly Row[]): boolean {
  const texts = row.cells.map((cell) => cell.trim()).filter(Boolean)
  return table.some((other) => {
    const known = new Set(other.cells.map((cell) => cell.trim()))
    return texts.length > 1 && texts.every((text) => known.has(text))
  })
}

/** Whether a row after blank lines goes on with the table above; page breaks leave such gaps. */
function continues(table: readonly Row[], row: Row, blankLines: number): boolean {
  const last = table.at(-1)
  if (!last || last.separator !== row.separator) return false
  if (blankLines === 0) return true
  if (blankLines > MOST_BLANK_LINES[row.separator]) return false
  if (row.separator === 'pipe') return isBlankRow(row) || isRepeatedIn(row, table)
  return row.cells.length === last.cells.length || blankLines === 1
}

/** A table holds a row with two texts at least; else it is prose indented with tabs. */
function isTable(rows: readonly Row[]): boolean {
  const filled = rows.map((row) => row.cells.filter((cell) => cell.trim() !== '').length)
  return filled.some((count) => count > 1)
}

function findCells(rows: readonly Row[]): FoundCell[] {
  const cells = rows.flatMap((row, index) =>
    row.cells.map((cell, column) => ({
      row: index,
      column,
      text: tidyMarkup(cell),
      place: `第${row.line}行`,
    })),
  )
  // Some converters write every separator twice: then all texts stand in even columns.
  const isDoubled = cells.every((cell) => cell.text === '' || cell.column % 2 === 0)
  if (!isDoubled) return cells
  return cells
    .filter((cell) => cell.column % 2 === 0)
    .map((cell) => ({ ...cell, column: cell.column / 2 }))
}

/** Reads text or Markdown: tables of tabs or pipes, and the prose around them. */
export function readTextTables(fileName: string, text: string): ReadResult {
  const grids: Grid[] = []
  let prose: Grid['textBefore'] = []
  let table: Row[] = []
  let blankLines = 0

  const finishTable = () => {
    if (table.length > 0 && isTable(table)) {
      const place = `${fileName} · 第${table[0]?.line ?? 1}行`
      const title = titleOf(prose)
      grids.push(buildGrid(findCells(table), { title, place, textBefore: prose }))
      prose = []
    } else
      for (const row of table) {
        const paragraph = tidyParagraph(row.cells.join(' '))
        if (paragraph) prose.push({ text: paragraph, place: `第${row.line}行` })
      }
    table = []
  }

  for (const item of splitTextLines(text)) {
    if (item.kind === 'blank') blankLines++
    else if (item.kind === 'prose') {
      finishTable()
      const paragraph = tidyParagraph(item.text)
      if (paragraph) prose.push({ text: paragraph, place: `第${item.line}行` })
      blankLines = 0
    } else if (item.kind === 'row') {
      if (!continues(table, item, blankLines)) finishTable()
      table.push(item)
      blankLines = 0
    }
  }
  finishTable()
  return { document: { fileName, grids, textAfter: prose }, issues: [] }
}

/** Reads a text file: comma- or tab-separated values where every line is a row, else mixed text. */
export function readText(file: InputFile): ReadResult {
  const text = decodeText(file.bytes)
  const delimiter = findDelimiter(text, file.name)
  return delimiter === undefined
    ? readTextTables(file.name, text)
    : readDelimited(file.name, text, delimiter)
}
