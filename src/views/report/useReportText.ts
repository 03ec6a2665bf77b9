import { storeToRefs } from 'pinia'
import { computed, type ComputedRef } from 'vue'
import { buildReportText } from '@/documents/writers/report/buildReportText'
import { formatEditable, parseEditable } from '@/documents/writers/report/editableText'
import {
  acceptPresentFigures,
  refreshReportText,
  staleFigures,
} from '@/documents/writers/report/refreshReportText'
import { reportFigures } from '@/documents/writers/report/reportFigures'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { isSameData } from '@/domain/evaluation/plainData'
import type { ReportFigure, ReportParagraph, ReportText } from '@/domain/evaluation/reportText'
import { useEvaluationStore } from '@/stores/evaluationStore'
import { useRectificationStore } from '@/stores/rectificationStore'

export interface ReportEditing {
  /** As it would print now; `undefined` while the evaluation is loading. */
  text: ComputedRef<ReportText | undefined>
  isEdited: ComputedRef<boolean>
  /** Figures that changed since they were written, with their names. */
  stale: ComputedRef<(ReportFigure & { label: string })[]>
  editableOf: (paragraph: ReportParagraph) => string
  /** Edits that put a paragraph in place; the first one takes the whole generated text along. */
  write: (chapter: number, paragraph: number, typed: string) => EvaluationEdit[]
  /** Edits that bring every stale figure up to date. */
  update: () => EvaluationEdit[]
  resetChapter: (chapter: number) => EvaluationEdit[]
  reset: () => EvaluationEdit[]
}

const set = (path: string[], value: unknown): EvaluationEdit => ({ type: 'set', path, value })

/** The report of the open evaluation: generated, or as a person edited it, beside today's figures. */
export function useReportText(): ReportEditing {
  const { record, score, profile, findings } = storeToRefs(useEvaluationStore())
  const { ledgers } = storeToRefs(useRectificationStore())

  const scored = computed(() =>
    record.value && score.value && profile.value
      ? {
          evaluation: record.value,
          score: score.value,
          profile: profile.value,
          findings: findings.value,
          rectifications: ledgers.value.get(record.value.id) ?? [],
        }
      : undefined,
  )
  const figures = computed(() => (scored.value ? reportFigures(scored.value) : new Map()))
  const generated = computed(() => {
    const all = scored.value
    return (
      all &&
      buildReportText(all.evaluation, all.score, all.findings, all.profile, all.rectifications)
    )
  })
  const text = computed(() => {
    const edited = record.value?.reportText
    return edited ? refreshReportText(edited, figures.value) : generated.value
  })

  /** What is stored: without the marks, which follow from the figures. */
  function plain(report: ReportText): ReportText {
    return {
      title: report.title,
      chapters: report.chapters.map((chapter) => ({
        ...chapter,
        paragraphs: chapter.paragraphs.map((paragraph) => ({
          ...paragraph,
          parts: paragraph.parts.map((part) =>
            typeof part === 'string' ? part : { figure: part.figure, text: part.text },
          ),
        })),
      })),
    }
  }

  const whole = (change: (report: ReportText) => ReportText): EvaluationEdit[] => {
    if (!text.value) return []
    const next = change(plain(text.value))
    return isSameData(next, record.value?.reportText) ? [] : [set(['reportText'], next)]
  }

  return {
    text,
    isEdited: computed(() => record.value?.reportText !== undefined),
    stale: computed(() =>
      (text.value ? staleFigures(text.value) : []).map((figure) => ({
        ...figure,
        label: String(figures.value.get(figure.figure)?.label ?? figure.figure),
      })),
    ),
    editableOf: ({ parts }) => formatEditable(parts, figures.value),
    write: (chapter, paragraph, typed) => {
      const before = text.value?.chapters[chapter]?.paragraphs[paragraph]
      if (!before) return []
      const parts = parseEditable(typed, before.parts, figures.value)
      const kind = before.kind === 'prompt' ? ('body' as const) : before.kind
      if (record.value?.reportText) {
        const path = ['reportText', 'chapters', String(chapter), 'paragraphs', String(paragraph)]
        return [set(path, { id: before.id, kind, parts })]
      }
      return whole((report) =>
        withParagraph(report, chapter, paragraph, { ...before, kind, parts }),
      )
    },
    update: () => whole((report) => acceptPresentFigures(report, figures.value)),
    resetChapter: (chapter) => {
      const original = generated.value?.chapters[chapter]
      if (!original || !record.value?.reportText) return []
      return [set(['reportText', 'chapters', String(chapter)], original)]
    },
    reset: () => (record.value?.reportText ? [set(['reportText'], undefined)] : []),
  }
}

function withParagraph(
  report: ReportText,
  chapter: number,
  paragraph: number,
  next: ReportParagraph,
): ReportText {
  return {
    ...report,
    chapters: report.chapters.map((each, index) =>
      index === chapter ? { ...each, paragraphs: each.paragraphs.with(paragraph, next) } : each,
    ),
  }
}
