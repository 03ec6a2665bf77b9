/** A line of text as a row of a table, a rule under a header, prose, or nothing. */
export type TextLine =
  | { kind: 'row'; cells: string[]; line: number; separator: 'tab' | 'pipe' }
  | { kind: 'prose'; text: string; line: number }
  | { kind: 'rule' | 'blank' }

const PIPE_RULE = /^\s*\|\s*:?-+:?\s*(\|\s*:?-*:?\s*)*$/
const PIPE_ROW = /^\s*\|.*\|/

function splitPipes(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'))
}

/** Whether rows stand apart by blank lines, as converters write sheets: row, blank line, row. */
function isSpaced(lines: readonly string[]): boolean {
  let apart = 0
  let close = 0
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (!line.includes('\t') || next === undefined) return
    if (next.includes('\t')) close++
    else if (next.trim() === '' && lines[index + 2]?.includes('\t')) apart++
  })
  return apart > close
}

/**
 * Splits text into rows and prose. Where rows stand apart by blank lines, a line without one in
 * front of it continues a cell of the row above: `项目资金⏎（万元）→年度资金总额` is one row.
 */
export function splitTextLines(text: string): TextLine[] {
  const lines = text.split(/\r\n?|\n|\u2028|\f/)
  const isApart = isSpaced(lines)
  const result: TextLine[] = []
  for (let index = 0; index < lines.length; index++) {
    let line = lines[index] ?? ''
    const number = index + 1
    if (PIPE_RULE.test(line)) result.push({ kind: 'rule' })
    else if (PIPE_ROW.test(line))
      result.push({ kind: 'row', cells: splitPipes(line), line: number, separator: 'pipe' })
    else if (line.includes('\t')) {
      while (isApart && (lines[index + 1] ?? '').trim() !== '') line += `\n${lines[++index] ?? ''}`
      result.push({ kind: 'row', cells: line.split('\t'), line: number, separator: 'tab' })
    } else if (line.trim() === '') result.push({ kind: 'blank' })
    else result.push({ kind: 'prose', text: line, line: number })
  }
  return result
}
