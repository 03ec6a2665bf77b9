/** A figure of the report: which one, and what it said when the sentence was written. */
export interface ReportFigure {
  figure: string
  text: string
  /** What it says now, where that differs from `text`: the figure is stale. */
  now?: string
}

export type ReportPart = string | ReportFigure

export interface ReportParagraph {
  /** Stable over exports, unique in the report: an edited paragraph is found again by it. */
  id: string
  /** `heading` （一）; `prompt`: what only people know and must still be written. */
  kind: 'heading' | 'body' | 'prompt'
  parts: ReportPart[]
}

export interface ReportChapter {
  id: ReportChapterId
  /** 一、基本情况 */
  title: string
  paragraphs: ReportParagraph[]
}

/** The seven chapters of the outline in 财预〔2020〕10号. */
export type ReportChapterId =
  'background' | 'work' | 'conclusion' | 'analysis' | 'experience' | 'advice' | 'other'

/** 绩效评价报告 as text. What a user edits and keeps has the same shape as what is generated. */
export interface ReportText {
  title: string
  chapters: ReportChapter[]
}
