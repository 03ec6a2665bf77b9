import { describeLosses } from './describeLosses'
import { rowsWithLoss } from './reportRows'
import type { ReportParagraph } from './reportText'
import type { ReportWriter } from './reportWriter'
import type { Severity } from '@/domain/findings/finding'

const SEVERITIES: readonly (readonly [Severity, string])[] = [
  ['error', '错误'],
  ['warning', '警告'],
  ['hint', '提示'],
]

function findingParagraphs(writer: ReportWriter): ReportParagraph[] {
  const { findings } = writer.scored
  if (findings.length === 0) return [writer.body('findings-none', '逻辑校验未发现问题。')]
  const [errors, warnings, hints] = SEVERITIES.map(([severity]) =>
    writer.figure(`findings.${severity}`),
  )
  return [
    writer.body(
      'findings',
      '逻辑校验发现错误',
      errors ?? '',
      '处、警告',
      warnings ?? '',
      '处、提示',
      hints ?? '',
      '处，主要是：',
    ),
    ...SEVERITIES.flatMap(([severity, label]) =>
      findings
        .filter((finding) => finding.severity === severity)
        .map(({ message }) => `${message.replace(/[。；\s]+$/, '')}（${label}）。`),
    ).map((text, index) =>
      writer.body(`finding-${String(index)}`, `${String(index + 1)}．${text}`),
    ),
  ]
}

/** （三）整改情况: how many, and what became of them; the items stand in the annex. */
function rectificationParagraphs(writer: ReportWriter): ReportParagraph[] {
  if ((writer.scored.rectifications ?? []).length === 0) return []
  const figure = (name: string) => writer.figure(`rectification.${name}`)
  return [
    writer.heading('rectification', '（三）整改情况'),
    writer.body(
      'rectification-state',
      '上述问题及复核意见列入整改',
      figure('total'),
      '项：已完成',
      figure('completed'),
      '项，整改中',
      figure('in-progress'),
      '项，待整改',
      figure('open'),
      '项，不予采纳',
      figure('declined'),
      '项，逐项见附表2。',
    ),
  ]
}

/** 五、主要经验及做法、存在的问题及原因分析 */
export function experienceChapter(writer: ReportWriter): ReportParagraph[] {
  const full = writer.rows.filter(({ score, maxScore }) => score !== undefined && score >= maxScore)
  const losses = rowsWithLoss(writer.rows)
  return [
    writer.heading('experience', '（一）主要经验及做法'),
    ...(full.length === 0
      ? []
      : [
          writer.body(
            'achieved',
            `${full.map(({ indicator }) => `“${indicator.name}”`).join('、')}等${String(full.length)}项指标得满分。`,
          ),
        ]),
    writer.prompt('experience-text', '项目组织实施中可推广的经验和做法'),
    writer.heading('problems', '（二）存在的问题及原因分析'),
    ...(losses.length === 0 ? [] : [writer.body('losses', describeLosses(writer, losses))]),
    ...findingParagraphs(writer),
    ...rectificationParagraphs(writer),
  ]
}
