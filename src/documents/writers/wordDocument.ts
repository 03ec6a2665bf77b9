import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  type IRunOptions,
  type ISectionOptions,
} from 'docx'
import { TABLE_JOIN_STYLE } from '../tableJoin'
import { cleanText } from './cleanText'

/** Millimetres in twentieths of a point. */
export const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

/**
 * Western letters and figures in Times New Roman, as is usual beside these typefaces; the hint keeps
 * quotation marks and dashes, which both scripts have, full width.
 */
export const typeface = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
})

/** One run of text; line breaks inside it stay line breaks. `size` in half points. */
export function textRuns(text: string, options: Omit<IRunOptions, 'text' | 'children'>): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 && { break: 1 }) }))
}

/** "— 1 —" in 宋体 4号, outside: odd pages right, even pages left, one character in (GB/T 9704). */
function pageNumber(alignment: 'left' | 'right'): Footer {
  const run = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: '宋体',
    size: 28,
  })
  const paragraph: IParagraphOptions = {
    children: [run],
    alignment: alignment === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: alignment === 'right' ? { right: 280 } : { left: 280 },
  }
  return new Footer({ children: [new Paragraph(paragraph)] })
}

export interface WordPage {
  paperSize: 'a4' | 'a3'
  orientation: 'portrait' | 'landscape'
  /** mm */
  margins: { top: number; right: number; bottom: number; left: number }
}

const PAPER = { a4: { width: 210, height: 297 }, a3: { width: 297, height: 420 } } as const

/** See `TABLE_JOIN_STYLE`. */
const TABLE_JOIN: IParagraphStyleOptions = {
  id: TABLE_JOIN_STYLE,
  name: 'Jiping Table Join',
  run: { size: 2 },
  paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } },
}

/** Width between the margins in twentieths of a point. */
export function textWidthOf({ paperSize, orientation, margins }: WordPage): number {
  const { width, height } = PAPER[paperSize]
  return mm((orientation === 'portrait' ? width : height) - margins.left - margins.right)
}

/** Contents on pages of one kind; pages are numbered through the whole document. */
export function wordSection(page: WordPage, children: FileChild[]): ISectionOptions {
  const { top, right, bottom, left } = page.margins
  const { width, height } = PAPER[page.paperSize]
  return {
    properties: {
      page: {
        size: {
          width: mm(width),
          height: mm(height),
          orientation:
            page.orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: mm(top),
          right: mm(right),
          bottom: mm(bottom),
          left: mm(left),
          footer: mm(Math.max(8, bottom - 14)),
        },
      },
    },
    footers: { default: pageNumber('right'), even: pageNumber('left') },
    children,
  }
}

/** @param title document title in the file's properties. */
export async function packWord(
  sections: readonly ISectionOptions[],
  title: string,
): Promise<Uint8Array> {
  const document = new Document({
    title: cleanText(title),
    creator: '绩评',
    lastModifiedBy: '绩评',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: typeface('宋体'), size: 21 } } },
      paragraphStyles: [TABLE_JOIN],
    },
    sections,
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
