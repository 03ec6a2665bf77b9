import type { PageChar } from './pageContent'

/** Characters on one height, put together; `segments` are parted by wide gaps. */
export interface PrintedLine {
  x: number
  right: number
  y: number
  size: number
  text: string
  segments: { x: number; right: number; text: string }[]
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’《》（）]/
/** A gap wider than this many character sizes parts columns. */
const COLUMN_GAP = 1.6

/** How wide a gap (in character sizes) must be to stand for a blank that the writer left out. */
function blankFrom(before: string, after: string): number {
  const isBefore = CJK.test(before)
  const isAfter = CJK.test(after)
  if (isBefore && isAfter) return 0.8
  return isBefore || isAfter ? 0.6 : 0.2
}

function buildLine(chars: readonly PageChar[]): PrintedLine | undefined {
  const sorted = [...chars].sort((a, b) => a.x - b.x)
  const segments: PrintedLine['segments'] = []
  let size = 0
  let previous: PageChar | undefined
  for (const char of sorted) {
    const last = segments.at(-1)
    // Bold is often printed by drawing a character twice, a hair apart.
    const isDouble =
      previous?.text === char.text && Math.abs(char.x - previous.x) < char.size * 0.15
    if (isDouble || (char.text.trim() === '' && !last)) continue
    const gap = last ? (char.x - last.right) / char.size : 0
    const isBlank = char.text.trim() === ''
    if (!isBlank) size = Math.max(size, char.size)
    if (!last || (gap > COLUMN_GAP && !isBlank))
      segments.push({ x: char.x, right: char.x + char.width, text: char.text })
    else if (isBlank) last.text += ' '
    else {
      const before = last.text.at(-1) ?? ''
      if (before !== ' ' && gap > blankFrom(before, char.text)) last.text += ' '
      last.text += char.text
      last.right = Math.max(last.right, char.x + char.width)
    }
    previous = char
  }
  const kept = segments
    .map((segment) => ({ ...segment, text: segment.text.trim() }))
    .filter(({ text }) => text !== '')
  const [first] = kept
  const last = kept.at(-1)
  if (!first || !last) return undefined
  const y = sorted.reduce((sum, char) => sum + char.y, 0) / sorted.length
  const text = kept.map((segment) => segment.text).join(' ')
  return { x: first.x, right: last.right, y, size, text, segments: kept }
}

/** Lines from top to bottom: characters whose baselines lie within half a character. */
export function buildLines(chars: readonly PageChar[]): PrintedLine[] {
  const sorted = [...chars].sort((a, b) => a.y - b.y)
  const lines: PrintedLine[] = []
  let group: PageChar[] = []
  const flush = () => {
    const line = buildLine(group)
    if (line) lines.push(line)
    group = []
  }
  for (const char of sorted) {
    const first = group[0]
    if (first && char.y - first.y > Math.max(first.size, char.size) * 0.5) flush()
    group.push(char)
  }
  flush()
  return lines
}
