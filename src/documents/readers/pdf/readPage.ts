import type { FoundCell } from '../buildGrid'
import { cellText } from './cellText'
import { findRuledTables, type RuledTable } from './findRuledTables'
import { guessTables } from './guessTables'
import type { PageBlock, PageTable, PageText } from './pageBlock'
import type { PageChar, PageContent } from './pageContent'
import { buildLines, type PrintedLine } from './textLines'

const PAGE_NUMBER = /^[-—–\s]*(第\s*)?\d{1,4}(\s*页)?(\s*[/／共]\s*\d{1,4}\s*页?)?[-—–\s]*$/

/** Share of the height of a page that its margin takes, at the top and at the bottom. */
const MARGIN = 0.075

const isInside = (edges: readonly number[], value: number) =>
  value >= (edges[0] ?? 0) && value <= (edges.at(-1) ?? 0)

/** The index of the field between edges that holds a value. */
function fieldOf(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((edges[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}

function readRuledTable(
  table: RuledTable,
  chars: readonly PageChar[],
  place: string,
): PageTable | undefined {
  const { xs, ys } = table
  const columns = xs.length - 1
  const owner = new Map<number, number>()
  table.cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        owner.set(row * columns + column, index)
  })
  const found = table.cells.map((): PageChar[] => [])
  for (const char of chars) {
    const row = fieldOf(ys, char.y - char.size * 0.3)
    const column = fieldOf(xs, char.x + char.width / 2)
    found[owner.get(row * columns + column) ?? -1]?.push(char)
  }
  const cells = table.cells.map((cell, index): FoundCell => {
    const left = xs[cell.column] ?? 0
    const right = xs[cell.column + cell.columnSpan] ?? left
    return { ...cell, text: cellText(found[index] ?? [], left, right), place }
  })
  if (cells.every((cell) => cell.text === '')) return undefined
  return { kind: 'table', top: ys[0] ?? 0, cells, rowCount: ys.length - 1, xs, isGuessed: false }
}

/** Lines of prose put together to paragraphs: a line that fills the width goes on in the next. */
function buildParagraphs(lines: readonly PrintedLine[], height: number): PageText[] {
  const strip = height * MARGIN
  const left = Math.min(...lines.map((line) => line.x))
  const right = Math.max(...lines.map((line) => line.right))
  const paragraphs: PageText[] = []
  let previous: PrintedLine | undefined
  for (const line of lines) {
    const open = paragraphs.at(-1)
    const goesOn =
      previous &&
      previous.right > right - previous.size * 2 &&
      line.x < left + line.size * 0.8 &&
      line.y - previous.y < line.size * 3
    if (open && goesOn) open.text += line.text
    else {
      const isInMargin = line.y < strip || line.y > height - strip
      paragraphs.push({ kind: 'text', top: line.y, text: line.text, isInMargin })
    }
    previous = line
  }
  return paragraphs
}

/** The tables and paragraphs of a page from top to bottom, without the page number. */
export function readPage(content: PageContent, place: string): PageBlock[] {
  const tables: PageTable[] = []
  let rest: readonly PageChar[] = content.chars
  for (const ruled of findRuledTables(content.rulings)) {
    const inside: PageChar[] = []
    const outside: PageChar[] = []
    for (const char of rest) {
      const isIn =
        isInside(ruled.xs, char.x + char.width / 2) && isInside(ruled.ys, char.y - char.size * 0.3)
      ;(isIn ? inside : outside).push(char)
    }
    const table = readRuledTable(ruled, inside, place)
    if (!table) continue
    tables.push(table)
    rest = outside
  }
  const tops = tables.map((table) => table.top)
  const blocks: PageBlock[] = [...tables]
  const lines = buildLines(rest).filter((line) => !PAGE_NUMBER.test(line.text))
  // Text between two tables is a stretch of its own.
  const stretches = new Map<number, PrintedLine[]>()
  for (const line of lines) {
    const stretch = tops.filter((top) => top < line.y).length
    stretches.set(stretch, [...(stretches.get(stretch) ?? []), line])
  }
  for (const stretch of stretches.values()) {
    const { guessed, prose } = guessTables(stretch, place)
    blocks.push(...guessed, ...prose.flatMap((run) => buildParagraphs(run, content.height)))
  }
  return blocks.sort((a, b) => a.top - b.top)
}
