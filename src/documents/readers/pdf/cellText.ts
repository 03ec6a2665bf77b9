import { joinWrappedLines } from '../text/joinWrappedLines'
import type { PageChar } from './pageContent'
import { buildLines, type PrintedLine } from './textLines'

/** The first piece of a line that could not have been broken: a word of letters, or one character. */
const FIRST_PIECE = /^[（(《【“]*(?:[\w.,%≥≤=<>+\-/:]+|[\s\S])[，。；：、！？）)】》”]*/u

/**
 * Whether the writer ended a line: the next piece would have fitted behind it. In a cell of
 * 170 points 项目资金 / （万元） is two lines on purpose, in one of 40 it is a wrapped phrase.
 */
function isEndedOnPurpose(line: PrintedLine, next: PrintedLine, right: number): boolean {
  const [piece = ''] = FIRST_PIECE.exec(next.text) ?? []
  const share = piece.length / Math.max(next.text.length, 1)
  const needed = (next.right - next.x) * share
  return right - line.right > needed + line.size * 0.6
}

/** The text of a cell between two column edges, in points. */
export function cellText(chars: readonly PageChar[], left: number, right: number): string {
  const lines = buildLines(chars)
  const padding = Math.max(0, Math.min(...lines.map((line) => line.x - left), 6))
  const paragraphs: string[][] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const open = paragraphs.at(-1)
    if (open && before && !isEndedOnPurpose(before, line, right - padding)) open.push(line.text)
    else paragraphs.push([line.text])
  })
  return paragraphs.map((paragraph) => joinWrappedLines(paragraph)).join('\n')
}
