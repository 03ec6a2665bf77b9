import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  type TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import { buildEvidenceTable } from './report/buildEvidenceTable'
import { buildRectificationTable } from './report/buildRectificationTable'
import { buildReportText } from './report/buildReportText'
import { buildScoreTable } from './report/buildScoreTable'
import { refreshReportText } from './report/refreshReportText'
import { reportFigures } from './report/reportFigures'
import { pictureRun, type ReportPicture } from './report/reportPicture'
import type { ReportParagraph, ReportPart, ReportText } from './report/reportText'
import { textWidth } from './formStyle'
import type { ScoredEvaluation } from './scoredEvaluation'
import {
  packWord,
  textRuns,
  textWidthOf,
  typeface,
  wordSection,
  type WordPage,
} from './wordDocument'
import { formTables } from './wordTable'

/** GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
const PAGE: WordPage = {
  paperSize: 'a4',
  orientation: 'portrait',
  margins: { top: 37, right: 26, bottom: 35, left: 28 },
}
const TABLE_PAGE: WordPage = {
  paperSize: 'a4',
  orientation: 'landscape',
  margins: { top: 26, right: 20, bottom: 24, left: 20 },
}

/** Half points: 2号 22 pt, 3号 16 pt. */
const SIZE_2 = 44
const SIZE_3 = 32
/** 4号 14 pt. */
const SIZE_4 = 28
/** 28.95 pt in twentieths: 22 lines of 28 characters fill the 版心. */
const LINE = 579
/** Two characters of 3号. */
const INDENT = 640

type Typeface = '方正小标宋简体' | '黑体' | '楷体_GB2312' | '仿宋_GB2312'

function partRuns(part: ReportPart, font: Typeface): TextRun[] {
  const style = { font: typeface(font), size: SIZE_3 }
  if (typeof part === 'string') return textRuns(part, style)
  if (part.now === undefined) return textRuns(part.text, style)
  // A stale figure prints as it was written, marked, with what it says now beside it.
  const marked = { ...style, highlight: 'yellow' as const, highlightComplexScript: false }
  return textRuns(`${part.text}（现为${part.now}）`, marked)
}

function textParagraph(
  runs: TextRun[],
  options: { outline?: number; isHeading?: boolean } = {},
): Paragraph {
  return new Paragraph({
    children: runs,
    spacing: { before: 0, after: 0, line: LINE, lineRule: LineRuleType.EXACT },
    indent: { firstLine: INDENT },
    alignment: AlignmentType.BOTH,
    ...(options.outline !== undefined && { outlineLevel: options.outline }),
    ...(options.isHeading && { keepNext: true }),
  })
}

const chapterHeading = (title: string): Paragraph =>
  textParagraph(textRuns(title, { font: typeface('黑体'), size: SIZE_3 }), {
    outline: 0,
    isHeading: true,
  })

function reportParagraph({ kind, parts }: ReportParagraph): Paragraph {
  switch (kind) {
    case 'heading':
      return textParagraph(
        parts.flatMap((part) => partRuns(part, '楷体_GB2312')),
        { outline: 1, isHeading: true },
      )
    case 'prompt': {
      const style = {
        font: typeface('仿宋_GB2312'),
        size: SIZE_3,
        highlight: 'lightGray' as const,
        highlightComplexScript: false,
      }
      return textParagraph(
        parts.flatMap((part) => textRuns(typeof part === 'string' ? part : part.text, style)),
      )
    }
    case 'body':
      return textParagraph(parts.flatMap((part) => partRuns(part, '仿宋_GB2312')))
  }
}

function centred(
  text: string,
  font: Typeface,
  size: number,
  spacing: { before: number; after: number },
) {
  return new Paragraph({
    children: textRuns(text, { font: typeface(font), size }),
    alignment: AlignmentType.CENTER,
    spacing: { ...spacing, line: size === SIZE_2 ? 700 : LINE, lineRule: LineRuleType.EXACT },
  })
}

function pictureParagraphs(pictures: readonly ReportPicture[]): Paragraph[] {
  return pictures.flatMap((picture, index) => [
    new Paragraph({
      children: [pictureRun(picture, index + 1)],
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 60 },
      keepNext: true,
    }),
    centred(`图${String(index + 1)}　${picture.name}`, '楷体_GB2312', SIZE_3, {
      before: 0,
      after: 120,
    }),
  ])
}

/** A title that does not fit one line of 2号 breaks before its kind, never inside a word. */
function breakTitle(title: string): string {
  return textWidth(title) <= 40
    ? title
    : title.replace(/(?:项目|部门整体)支出绩效评价报告$/, '\n$&')
}

/** By which the report can be held against the data it was made of. */
function provenanceParagraphs({ provenance }: ScoredEvaluation): Paragraph[] {
  if (!provenance) return []
  const { entries, head, supportingDocuments } = provenance
  const evidence =
    supportingDocuments.length === 0
      ? '没有佐证材料。'
      : `佐证材料${String(supportingDocuments.length)}份，清单见附表。`
  const words = `数据核验：修改记录${String(entries)}条，末条校验码${head}；${evidence}`
  const style = { font: typeface('仿宋_GB2312'), size: SIZE_4 }
  return [new Paragraph({ children: textRuns(words, style), spacing: { before: LINE, after: 0 } })]
}

function reportBody(
  text: ReportText,
  unit: string,
  pictures: readonly ReportPicture[],
): FileChild[] {
  return [
    centred(breakTitle(text.title), '方正小标宋简体', SIZE_2, { before: LINE, after: LINE / 3 }),
    ...(unit === '' ? [] : [centred(unit, '楷体_GB2312', SIZE_3, { before: 0, after: LINE })]),
    ...text.chapters.flatMap((chapter) => [
      chapterHeading(chapter.title),
      ...chapter.paragraphs.map(reportParagraph),
      ...(chapter.id === 'conclusion' ? pictureParagraphs(pictures) : []),
    ]),
  ]
}

const annexLabel = (label: string): Paragraph =>
  new Paragraph({ children: textRuns(label, { font: typeface('黑体'), size: SIZE_3 }) })

function reportSections(
  scored: ScoredEvaluation,
  given: ReportText | undefined,
  pictures: readonly ReportPicture[],
): ISectionOptions[] {
  const { evaluation, score, findings, profile, rectifications = [] } = scored
  const edited = given ?? evaluation.reportText
  const text = edited
    ? refreshReportText(edited, reportFigures(scored))
    : buildReportText(evaluation, score, findings, profile, rectifications)
  const unit = evaluation.implementingUnit ?? evaluation.competentDepartment ?? ''
  const evidence = scored.provenance?.supportingDocuments ?? []
  const annexes = [
    buildScoreTable(scored),
    ...(rectifications.length > 0 ? [buildRectificationTable(rectifications)] : []),
    ...(evidence.length > 0 ? [buildEvidenceTable(evidence, evaluation.indicators)] : []),
  ]
  return [
    wordSection(PAGE, [...reportBody(text, unit, pictures), ...provenanceParagraphs(scored)]),
    ...annexes.map((annex, index) => {
      const label = annexes.length === 1 ? '附表' : `附表${String(index + 1)}`
      return wordSection(TABLE_PAGE, [
        annexLabel(label),
        ...formTables(annex, textWidthOf(TABLE_PAGE)),
      ])
    }),
  ]
}

/**
 * 绩效评价报告, one after the other for several evaluations, each with its score table.
 *
 * Typography after GB/T 9704-2012; typefaces are named, not embedded.
 *
 * @param edited text of the user by evaluation id; where it is absent, the text that follows from the
 *   data. Figures that have changed since are marked, never replaced.
 */
export async function writeReport(
  scored: readonly ScoredEvaluation[],
  edited: Readonly<Record<string, ReportText>> = {},
  pictures: readonly ReportPicture[] = [],
): Promise<Uint8Array> {
  const sections = scored.flatMap((one) =>
    reportSections(one, edited[one.evaluation.id], scored.length === 1 ? pictures : []),
  )
  const [only] = scored
  const title =
    only && scored.length === 1 ? `${only.evaluation.projectName}绩效评价报告` : '绩效评价报告'
  return packWord(sections, title)
}
