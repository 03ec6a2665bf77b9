import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Matrix } from './matrix'

/** A drawn horizontal or vertical line: `at` is its y or x, `from` < `to` its ends. */
export interface Ruling {
  direction: 'horizontal' | 'vertical'
  at: number
  from: number
  to: number
}

/** Codes of the path segments that pdf.js packs into one array, with the numbers that follow each. */
const SEGMENT = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const
const SEGMENT_NUMBERS = [2, 2, 6, 4, 0]
/** Rulings beyond this are a drawing, not a table. */
const MOST_RULINGS = 20_000
/** A filled bar thinner than this (points) is a line. */
const THIN = 2.5
const SHORTEST = 2

const DRAWN = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const STROKED = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

/** Keeps the straight lines of the paths that a page draws. */
export class RulingTracer {
  readonly rulings: Ruling[] = []

  trace(operator: number, path: unknown, m: Matrix): void {
    const numbers = (path as (ArrayLike<number> | null)[] | undefined)?.[0]
    if (!DRAWN.has(operator) || !numbers || this.rulings.length > MOST_RULINGS) return
    const isStroked = STROKED.has(operator)
    const points: [number, number][] = []
    const place = (index: number): [number, number] => {
      const x = Number(numbers[index])
      const y = Number(numbers[index + 1])
      return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
    }
    let start: [number, number] | undefined
    let last: [number, number] | undefined
    for (let index = 0; index < numbers.length;) {
      const code = Number(numbers[index])
      const count = SEGMENT_NUMBERS[code]
      if (count === undefined) return
      const end = count === 0 ? start : place(index + 1 + count - 2)
      const isStraight = code === SEGMENT.line || code === SEGMENT.close
      if (isStroked && isStraight && last && end) this.addRuling(last, end)
      if (end && !isStroked) points.push(end)
      if (code === SEGMENT.move) {
        if (!isStroked) this.addBar(points.splice(0, points.length - 1))
        start = end
      }
      last = end
      index += 1 + count
    }
    if (!isStroked) this.addBar(points)
  }

  private addRuling([x1, y1]: [number, number], [x2, y2]: [number, number]): void {
    const dx = Math.abs(x2 - x1)
    const dy = Math.abs(y2 - y1)
    if (dy < 1 && dx > SHORTEST)
      this.rulings.push({
        direction: 'horizontal',
        at: (y1 + y2) / 2,
        from: Math.min(x1, x2),
        to: Math.max(x1, x2),
      })
    else if (dx < 1 && dy > SHORTEST)
      this.rulings.push({
        direction: 'vertical',
        at: (x1 + x2) / 2,
        from: Math.min(y1, y2),
        to: Math.max(y1, y2),
      })
  }

  /** A filled shape is a line when it is thin; a wide one is the shading of a cell. */
  private addBar(points: readonly [number, number][]): void {
    if (points.length < 4) return
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const [left, right, top, bottom] = [
      Math.min(...xs),
      Math.max(...xs),
      Math.min(...ys),
      Math.max(...ys),
    ]
    if (bottom - top < THIN) this.addRuling([left, (top + bottom) / 2], [right, (top + bottom) / 2])
    else if (right - left < THIN)
      this.addRuling([(left + right) / 2, top], [(left + right) / 2, bottom])
  }
}
