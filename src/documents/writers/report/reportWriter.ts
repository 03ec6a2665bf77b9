import type { ScoredEvaluation } from '../scoredEvaluation'
import { reportFigures } from './reportFigures'
import { reportRows, type ReportRow } from './reportRows'
import {
  joinParts,
  type ReportFigure,
  type ReportFigures,
  type ReportParagraph,
  type ReportPart,
} from './reportText'

/** What the chapters are written with: figures by name, paragraphs with ids. */
export class ReportWriter {
  readonly figures: ReportFigures
  readonly rows: readonly ReportRow[]

  constructor(readonly scored: ScoredEvaluation) {
    this.figures = reportFigures(scored)
    this.rows = reportRows(scored)
  }

  /** @throws Error when there is no such figure: a mistake in a chapter, not in the data. */
  figure(name: string): ReportFigure {
    const found = this.figures.get(name)
    if (!found) throw new Error(`the report has no figure ${name}`)
    return { figure: name, text: found.text }
  }

  /** Whether a figure has a value. */
  has(name: string): boolean {
    return this.figures.has(name) && this.figures.get(name)?.text !== '未填报'
  }

  heading(id: string, title: string): ReportParagraph {
    return { id, kind: 'heading', parts: [title] }
  }

  body(id: string, ...parts: (ReportPart | readonly ReportPart[])[]): ReportParagraph {
    return { id, kind: 'body', parts: joinParts(parts.flat()) }
  }

  /** What the data do not tell and a person must add. */
  prompt(id: string, question: string): ReportParagraph {
    return { id, kind: 'prompt', parts: [`【请补充：${question}】`] }
  }
}

/** "（一）", "（二）" … */
export const numeral = (index: number): string =>
  `（${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][index] ?? String(index + 1)}）`

/** Ends a sentence with a full stop, whatever the user ended it with. */
export function asSentence(text: string): string {
  const trimmed = text.trim().replace(/[，、；：,;:\s]+$/, '')
  return trimmed === '' || /[。！？.!?]$/.test(trimmed) ? trimmed : `${trimmed}。`
}
