import type { ReportChapterId, ReportPart } from '../../../domain/evaluation/reportText'

export type {
  ReportChapter,
  ReportChapterId,
  ReportFigure,
  ReportParagraph,
  ReportPart,
  ReportText,
} from '../../../domain/evaluation/reportText'

export const REPORT_CHAPTERS: Readonly<Record<ReportChapterId, string>> = {
  background: '一、基本情况',
  work: '二、绩效评价工作开展情况',
  conclusion: '三、综合评价情况及评价结论',
  analysis: '四、绩效评价指标分析',
  experience: '五、主要经验及做法、存在的问题及原因分析',
  advice: '六、有关建议',
  other: '七、其他需要说明的问题',
}

/** Present value of every figure a report of an evaluation can name, with its name for people. */
export type ReportFigures = ReadonlyMap<string, { label: string; text: string }>

/** Joins neighbouring words and drops empty ones, so that equal texts are equal values. */
export function joinParts(parts: readonly ReportPart[]): ReportPart[] {
  const joined: ReportPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part === '') continue
    if (typeof part === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined
}
