import type { Evaluation } from '../evaluation/evaluation'
import { findDoubledText } from './doubledText'
import type { Finding } from './finding'
import type { FindingSubject } from './findingSubject'
import { findStatementFindings } from './findStatementFindings'
import { severityOf } from './makeFinding'

/** A text of the form, with the cell it stands in. */
interface PlacedText {
  text: string
  /** 第 1 行 “物业及运维护”的偏差原因分析 */
  place: string
  indicatorId?: string
}

/** Group 9: another figure in the text than in the table; leftover template codes; doubled words. */
export function findTextFindings(subject: FindingSubject): Finding[] {
  const texts = [...textsOfTable(subject.evaluation), ...textsOfRows(subject)].filter(
    ({ text }) => text.length > 1,
  )
  return [
    ...findStatementFindings(subject),
    ...texts.flatMap(findTemplateCode),
    ...texts.flatMap(findDoubled),
  ]
}

function textsOfTable(evaluation: Evaluation): PlacedText[] {
  const { projectName, competentDepartment, implementingUnit, goals, statements } = evaluation
  return [
    { text: projectName, place: '项目名称' },
    { text: competentDepartment ?? '', place: '主管部门' },
    { text: implementingUnit ?? '', place: '实施单位' },
    ...goals.flatMap(({ expected, attained }, index) => [
      { text: expected, place: goals.length > 1 ? `第 ${index + 1} 个预期目标` : '预期目标' },
      {
        text: attained ?? '',
        place: goals.length > 1 ? `第 ${index + 1} 个目标的实际完成情况` : '实际完成情况',
      },
    ]),
    ...(statements ?? []).map(({ text, place }) => ({ text, place: `正文（${place}）` })),
  ]
}

function textsOfRows({ rows }: FindingSubject): PlacedText[] {
  return rows.flatMap(({ indicator, label }) =>
    [
      { text: indicator.name, place: `${label}的指标名称` },
      { text: indicator.target.raw, place: `${label}的指标值` },
      { text: indicator.actual?.raw ?? '', place: `${label}的实际完成值` },
      { text: indicator.deviationAnalysis ?? '', place: `${label}的偏差原因分析` },
      { text: indicator.note ?? '', place: `${label}的备注` },
    ].map((cell) => ({ ...cell, indicatorId: indicator.id })),
  )
}

/** Field codes of Word, and placeholders of mail merge and template engines. */
const TEMPLATE_CODES: readonly RegExp[] = [
  /\b(?:MERGEFIELD|MERGEFORMAT|FORMTEXT|FORMDROPDOWN|DOCPROPERTY|DOCVARIABLE|PAGEREF|HYPERLINK)\b[^，。；\n]{0,30}/,
  /«[^«»\n]{0,40}»/,
  /\$\{[^{}\n]{0,40}\}/,
  /\{\{[^{}\n]{0,40}\}\}/,
  /\{%[^%\n]{0,40}%\}/,
  /<#[^<>\n]{0,40}>/,
  /(?:单击|点击)[^，。；\n]{0,8}(?:此处|这里)[^，。；\n]{0,4}输入文字/,
]

/** What every template code holds; most texts are told apart by this alone. */
const TEMPLATE_MARK = /[«{]|<#|FIELD|FORM|DOC|PAGEREF|HYPERLINK|此处|这里/

function findTemplateCode({ text, place, indicatorId }: PlacedText): Finding[] {
  if (!TEMPLATE_MARK.test(text)) return []
  const code = TEMPLATE_CODES.map((pattern) => pattern.exec(text)?.[0].trim()).find(Boolean)
  if (code === undefined) return []
  return [
    textFinding('template-code', place, indicatorId, `残留模板代码“${code}”，请删除或填入内容`, {
      code,
    }),
  ]
}

function findDoubled({ text, place, indicatorId }: PlacedText): Finding[] {
  const doubled = findDoubledText(text)
  if (doubled === undefined) return []
  return [
    textFinding('doubled-text', place, indicatorId, `“${doubled}”重复，请检查`, { text: doubled }),
  ]
}

function textFinding(
  code: 'template-code' | 'doubled-text',
  place: string,
  indicatorId: string | undefined,
  message: string,
  figures: Finding['figures'],
): Finding {
  return {
    code,
    severity: severityOf[code],
    ...(indicatorId === undefined ? {} : { indicatorId }),
    message: `${place}：${message}`,
    figures: { ...figures, place: place.replace(/^第 \d+ 行 /, '') },
  }
}
