import type { FoundCell } from '../buildGrid'
import type { PageTable } from './pageBlock'
import type { PrintedLine } from './textLines'

const LEAST_ROWS = 3

/** Ranges that overlap belong to one column; the columns from left to right. */
function findColumns(lines: readonly PrintedLine[]): { from: number; to: number }[] {
  const segments = lines
    .filter((line) => line.segments.length > 1)
    .flatMap((line) => line.segments)
    .sort((a, b) => a.x - b.x)
  const columns: { from: number; to: number }[] = []
  for (const { x, right } of segments) {
    const last = columns.at(-1)
    if (last && x < last.to - 1) last.to = Math.max(last.to, right)
    else columns.push({ from: x, to: right })
  }
  return columns
}

function buildTable(lines: readonly PrintedLine[], place: string): PageTable | undefined {
  const columns = findColumns(lines)
  if (columns.length < 2) return undefined
  const cells: FoundCell[] = []
  let row = -1
  for (const line of lines) {
    const placed = line.segments.map((segment) => ({
      text: segment.text,
      column: Math.max(
        0,
        columns.findIndex((column) => segment.x < column.to),
      ),
    }))
    const [first] = placed
    // A single piece that is not in the first column continues the cell above it.
    const isWrapped = placed.length === 1 && first && first.column > 0 && row >= 0
    const above = isWrapped
      ? cells.findLast((cell) => cell.row === row && cell.column === first.column)
      : undefined
    if (above && first) above.text += first.text
    else {
      row++
      for (const { text, column } of placed) cells.push({ row, column, text, place })
    }
  }
  if (row + 1 < LEAST_ROWS) return undefined
  return {
    kind: 'table',
    top: lines[0]?.y ?? 0,
    cells,
    rowCount: row + 1,
    xs: [...columns.map((column) => column.from), columns.at(-1)?.to ?? 0],
    isGuessed: true,
  }
}

/**
 * Tables without lines: at least three lines in a row whose pieces stand in columns. It is a
 * guess, and said to be one.
 */
export function guessTables(
  lines: readonly PrintedLine[],
  place: string,
): { guessed: PageTable[]; prose: PrintedLine[][] } {
  const guessed: PageTable[] = []
  const prose: PrintedLine[][] = []
  let run: PrintedLine[] = []
  let text: PrintedLine[] = []
  const flush = () => {
    const parted = run.filter((line) => line.segments.length > 1).length
    const table = parted >= LEAST_ROWS ? buildTable(run, place) : undefined
    if (table) {
      guessed.push(table)
      if (text.length > 0) prose.push(text)
      text = []
    } else text.push(...run)
    run = []
  }
  for (const line of lines) {
    const previous = run.at(-1)
    const isNear = previous && line.y - previous.y < line.size * 2.6
    const isParted = line.segments.length > 1
    const continues =
      isNear &&
      !isParted &&
      (line.segments[0]?.x ?? 0) > (run[0]?.segments[1]?.x ?? Infinity) - line.size
    if (isParted || continues) {
      if (run.length > 0 && !isNear) flush()
      run.push(line)
    } else {
      flush()
      text.push(line)
    }
  }
  flush()
  if (text.length > 0) prose.push(text)
  return { guessed, prose }
}
