import type { Evaluation } from '@/domain/evaluation/evaluation'
import type { Finding } from '@/domain/findings/finding'
import type { RectificationLedger } from '@/domain/rectification/rectificationLedger'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import type { EvaluationScore } from '@/domain/scoring/evaluationScore'
import { adviceChapter } from './adviceChapter'
import { analysisChapter } from './analysisChapter'
import { backgroundChapter } from './backgroundChapter'
import { conclusionChapter } from './conclusionChapter'
import { experienceChapter } from './experienceChapter'
import { otherChapter } from './otherChapter'
import { ReportWriter } from './reportWriter'
import {
  REPORT_CHAPTERS,
  type ReportChapterId,
  type ReportParagraph,
  type ReportText,
} from './reportText'
import { workChapter } from './workChapter'

const CHAPTERS: Readonly<Record<ReportChapterId, (writer: ReportWriter) => ReportParagraph[]>> = {
  background: backgroundChapter,
  work: workChapter,
  conclusion: conclusionChapter,
  analysis: analysisChapter,
  experience: experienceChapter,
  advice: adviceChapter,
  other: otherChapter,
}

const CHAPTER_ORDER: readonly ReportChapterId[] = [
  'background',
  'work',
  'conclusion',
  'analysis',
  'experience',
  'advice',
  'other',
]

/**
 * The text of the 绩效评价报告 that follows from the data: seven chapters, figures as fields. What the
 * data do not tell stands as a `prompt` for people, never as an invented sentence.
 *
 * @see 财预〔2020〕10号, 项目支出绩效评价报告（参考提纲）
 */
export function buildReportText(
  evaluation: Evaluation,
  score: EvaluationScore,
  findings: readonly Finding[],
  profile: ScoringProfile,
  rectifications: RectificationLedger = [],
): ReportText {
  const writer = new ReportWriter({ evaluation, score, findings, profile, rectifications })
  const year = evaluation.fiscalYear === undefined ? '' : `${String(evaluation.fiscalYear)}年度`
  const name =
    evaluation.scope === 'project' ? `${evaluation.projectName}项目` : evaluation.projectName
  const kind = evaluation.scope === 'project' ? '支出绩效评价报告' : '部门整体支出绩效评价报告'
  return {
    title: `${year}${name.replace(/项目项目$/, '项目')}${kind}`,
    chapters: CHAPTER_ORDER.map((id) => ({
      id,
      title: REPORT_CHAPTERS[id],
      paragraphs: CHAPTERS[id](writer),
    })),
  }
}
