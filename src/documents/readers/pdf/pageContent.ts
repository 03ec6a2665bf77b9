import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { foldRadicals } from './foldRadicals'
import { asMatrix, type Matrix, multiply } from './matrix'
import { type Ruling, RulingTracer } from './rulingTracer'

/** A printed character. Points from the top left corner of the page as it is shown; y is the baseline. */
export interface PageChar {
  text: string
  x: number
  y: number
  width: number
  size: number
}

export interface PageContent {
  chars: PageChar[]
  rulings: Ruling[]
  /** Of the page, in points. */
  height: number
}

/** What of a font decides where its characters stand; from pdf.js, whose types leave it open. */
interface PageFont {
  vertical?: boolean
  fontMatrix?: readonly number[]
  isType3Font?: boolean
  defaultVMetrics?: readonly number[]
}

interface Glyph {
  unicode: string
  width: number
  isSpace: boolean
  vmetric?: readonly number[] | null
}

interface GraphicsState {
  matrix: Matrix
  font: PageFont | undefined
  fontSize: number
  charSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
}

/** Follows the drawing operators of one page and keeps where text and lines land. */
class PageTracer {
  readonly chars: PageChar[] = []
  readonly lines = new RulingTracer()
  private state: GraphicsState
  private readonly stack: GraphicsState[] = []
  private textMatrix: Matrix = [1, 0, 0, 1, 0, 0]
  private x = 0
  private y = 0
  private lineX = 0
  private lineY = 0

  constructor(
    private readonly page: Matrix,
    private readonly fontOf: (name: string) => PageFont | undefined,
  ) {
    this.state = {
      matrix: page,
      font: undefined,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      leading: 0,
      rise: 0,
    }
  }

  run(operator: number, args: unknown): void {
    const list = (args ?? []) as unknown[]
    const number = (index: number) => Number(list[index] ?? 0)
    const { state } = this
    switch (operator) {
      case OPS.save:
        this.stack.push({ ...state })
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.state = this.stack.pop() ?? state
        break
      case OPS.transform:
        state.matrix = multiply(state.matrix, asMatrix(list))
        break
      case OPS.paintFormXObjectBegin:
        this.stack.push({ ...state })
        if (list[0]) state.matrix = multiply(state.matrix, asMatrix(list[0]))
        break
      case OPS.beginAnnotation:
        this.stack.push({ ...state })
        state.matrix = multiply(multiply(this.page, asMatrix(list[2])), asMatrix(list[3]))
        break
      case OPS.beginText:
        this.moveTo([1, 0, 0, 1, 0, 0])
        break
      case OPS.setTextMatrix:
        this.moveTo(asMatrix(list.length === 1 ? list[0] : list))
        break
      case OPS.moveText:
        this.moveBy(number(0), number(1))
        break
      case OPS.setLeadingMoveText:
        state.leading = number(1)
        this.moveBy(number(0), number(1))
        break
      case OPS.nextLine:
        this.moveBy(0, state.leading)
        break
      case OPS.setLeading:
        state.leading = -number(0)
        break
      case OPS.setFont:
        state.font = this.fontOf(String(list[0]))
        state.fontSize = number(1)
        break
      case OPS.setCharSpacing:
        state.charSpacing = number(0)
        break
      case OPS.setWordSpacing:
        state.wordSpacing = number(0)
        break
      case OPS.setHScale:
        state.horizontalScale = number(0) / 100
        break
      case OPS.setTextRise:
        state.rise = number(0)
        break
      case OPS.showText:
        this.showText(list[0] as (Glyph | number)[])
        break
      case OPS.constructPath:
        this.lines.trace(number(0), list[1], state.matrix)
        break
      default:
    }
  }

  private moveTo(matrix: Matrix): void {
    this.textMatrix = matrix
    this.x = this.y = this.lineX = this.lineY = 0
  }

  private moveBy(x: number, y: number): void {
    this.x = this.lineX += x
    this.y = this.lineY += y
  }

  private showText(glyphs: readonly (Glyph | number)[]): void {
    const { state } = this
    const { font } = state
    if (!font || state.fontSize === 0 || !Array.isArray(glyphs)) return
    const direction = Math.sign(state.fontSize)
    const size = Math.abs(state.fontSize)
    const isVertical = font.vertical === true
    const advance = size * (font.fontMatrix?.[0] ?? 0.001)
    const scale = state.horizontalScale * direction
    const matrix = multiply(state.matrix, this.textMatrix)
    const printedSize = size * Math.hypot(matrix[2], matrix[3])
    let offset = 0
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        offset += ((isVertical ? 1 : -1) * glyph * size) / 1000
        continue
      }
      const spacing = ((glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction
      const drop = glyph.vmetric ?? font.defaultVMetrics
      const width = (isVertical && drop ? -(drop[0] ?? 0) : glyph.width) * advance
      const x = isVertical ? this.x - glyph.width * advance * 0.5 : this.x + offset * scale
      const y = isVertical ? this.y - offset - size : this.y + state.rise
      this.keep(
        glyph.unicode,
        matrix,
        x,
        y,
        isVertical ? glyph.width * advance : width * scale,
        printedSize,
      )
      offset += isVertical ? width - spacing : width + spacing
    }
    if (isVertical) this.y -= offset
    else this.x += offset * scale
  }

  private keep(text: string, m: Matrix, x: number, y: number, width: number, size: number): void {
    const left = m[0] * x + m[2] * y + m[4]
    const baseline = m[1] * x + m[3] * y + m[5]
    const right = left + m[0] * width
    // Turned text advances down or up the page: its characters then have a width of one size.
    const isTurned = Math.abs(m[0]) < Math.abs(m[1])
    this.chars.push({
      text: foldRadicals(text),
      x: Math.min(left, right),
      y: baseline,
      width: isTurned ? size : Math.abs(right - left),
      size,
    })
  }
}

/** Characters and lines of a page, from its drawing operators; pictures are not decoded. */
export async function pageContent(page: PDFPageProxy): Promise<PageContent> {
  const operators = await page.getOperatorList()
  const fonts = new Map<string, PageFont | undefined>()
  const fontOf = (name: string) => {
    if (!fonts.has(name))
      fonts.set(
        name,
        page.commonObjs.has(name) ? (page.commonObjs.get(name) as PageFont) : undefined,
      )
    return fonts.get(name)
  }
  const viewport = page.getViewport({ scale: 1 })
  const tracer = new PageTracer(asMatrix(viewport.transform), fontOf)
  operators.fnArray.forEach((operator, index) => tracer.run(operator, operators.argsArray[index]))
  return { chars: tracer.chars, rulings: tracer.lines.rulings, height: viewport.height }
}
