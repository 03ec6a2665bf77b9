import { buildGrid, type FoundCell } from '../buildGrid'
import type { ReadResult } from '../inputFile'
import { tidyMarkup } from './tidyMarkup'
import { ReadRefusal } from '../readRefusal'
import { LIMITS } from '../limits'

const DELIMITERS = [',', '\t', ';'] as const
type Delimiter = (typeof DELIMITERS)[number]

const quotedValue = /(?<=^|[\t,;\r\n])"(?:[^"]|"")*"(?=[\t,;\r\n]|$)/g

/** Values of one record and the line it begins on, from 1. */
interface DelimitedRecord {
  values: string[]
  line: number
}

/**
 * Splits delimited text (RFC 4180): quoted values may hold delimiters, line breaks and doubled
 * quotes. A quote inside an unquoted value is an ordinary character, as Excel writes inches.
 */
export function splitRecords(text: string, delimiter: string): DelimitedRecord[] {
  const records: DelimitedRecord[] = []
  let values: string[] = []
  let at = 0
  let line = 1
  let firstLine = 1
  while (at <= text.length) {
    let value = ''
    if (text[at] === '"') {
      at++
      for (;;) {
        const quote = text.indexOf('"', at)
        const end = quote === -1 ? text.length : quote
        value += text.slice(at, end)
        at = end + 1
        if (text[at] !== '"' || quote === -1) break
        value += '"'
        at++
      }
      line += value.split('\n').length - 1
    }
    let end = at
    while (end < text.length && text[end] !== delimiter && !/[\r\n]/.test(text[end] ?? '')) end++
    value += text.slice(at, end)
    values.push(value)
    at = end + 1
    if (text[end] === delimiter) continue
    records.push({ values, line: firstLine })
    if (text[end] === '\r' && text[at] === '\n') at++
    if (records.length > LIMITS.rows * 2)
      throw new ReadRefusal('too-many-rows', `表格超过上限 ${LIMITS.rows} 行。请拆分后再导入。`)
    values = []
    firstLine = ++line
  }
  return records
}

/** How many of the first lines have the same number of a delimiter, more than none. */
function regularity(sample: readonly string[], delimiter: Delimiter): number {
  const counts = new Map<number, number>()
  for (const line of sample) {
    const count = line.split(delimiter).length - 1
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) / sample.length
}

/**
 * The delimiter of a file in which every line is a record, or `undefined` for mixed text.
 * A name ending in csv or tsv settles what the content leaves open.
 */
export function findDelimiter(text: string, fileName: string): Delimiter | undefined {
  // A quoted value may hold line breaks: what it says is not looked at.
  const lines = text
    .slice(0, 65_536)
    .replace(quotedValue, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
  const sample = lines.slice(0, 200)
  if (sample.length === 0) return undefined
  const ranked = DELIMITERS.map((delimiter) => ({
    delimiter,
    share: regularity(sample, delimiter),
  })).sort((a, b) => b.share - a.share)
  const [best] = ranked
  if (!best || best.share === 0) return /\.csv$/i.test(fileName) ? ',' : undefined
  const isNamed = /\.(csv|tsv|tab)$/i.test(fileName)
  const isRegular = sample.length > 1 && best.share >= 0.9 && !/^\s*\|/m.test(text)
  return isNamed || isRegular ? best.delimiter : undefined
}

/** Reads comma-, semicolon- or tab-separated values as one grid; values are never reinterpreted. */
export function readDelimited(fileName: string, text: string, delimiter: string): ReadResult {
  const cells = splitRecords(text, delimiter).flatMap(({ values, line }, row): FoundCell[] =>
    values.map((value, column) => ({
      row,
      column,
      text: tidyMarkup(value),
      place: `第${line}行`,
    })),
  )
  const grid = buildGrid(cells, { title: '', place: fileName })
  const grids = grid.cells.length > 0 ? [grid] : []
  return { document: { fileName, grids, textAfter: [] }, issues: [] }
}
