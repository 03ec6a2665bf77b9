import type { ReportFigure, ReportFigures, ReportPart, ReportText } from './reportText'

/**
 * The report as the user edited it, beside today's figures: a figure that has changed keeps what was
 * written and gets `now`, so that no sentence changes behind the author's back and no old figure
 * passes unseen. A figure that no longer exists (its indicator was removed) has `now: '已删除'`.
 */
export function refreshReportText(edited: ReportText, figures: ReportFigures): ReportText {
  const refresh = (part: ReportPart): ReportPart => {
    if (typeof part === 'string') return part
    const present = figures.get(part.figure)?.text ?? '已删除'
    const kept: ReportFigure = { figure: part.figure, text: part.text }
    return present === part.text ? kept : { ...kept, now: present }
  }
  return mapParts(edited, refresh)
}

/** The same text with every stale figure brought up to date; removed ones stay as they were written. */
export function acceptPresentFigures(edited: ReportText, figures: ReportFigures): ReportText {
  return mapParts(edited, (part) => {
    if (typeof part === 'string') return part
    return { figure: part.figure, text: figures.get(part.figure)?.text ?? part.text }
  })
}

/** Figures that are stale, in reading order; call on what `refreshReportText` returned. */
export function staleFigures(text: ReportText): ReportFigure[] {
  return text.chapters.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ parts }) =>
      parts.filter(
        (part): part is ReportFigure => typeof part !== 'string' && part.now !== undefined,
      ),
    ),
  )
}

function mapParts(text: ReportText, change: (part: ReportPart) => ReportPart): ReportText {
  return {
    title: text.title,
    chapters: text.chapters.map((chapter) => ({
      ...chapter,
      paragraphs: chapter.paragraphs.map((paragraph) => ({
        ...paragraph,
        parts: paragraph.parts.map(change),
      })),
    })),
  }
}
