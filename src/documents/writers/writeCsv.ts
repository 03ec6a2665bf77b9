import type { Indicator } from '@/domain/evaluation/evaluation'
import type { RowScore, ScoreOutcome } from '@/domain/scoring/evaluationScore'
import { cleanText } from './cleanText'
import type { ScoredEvaluation } from './scoredEvaluation'

const HEADERS = [
  '预算年度',
  '主管部门',
  '实施单位',
  '项目名称',
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '规则分',
  '自评分',
  '复核分',
  '计分说明',
  '偏差原因分析及改进措施',
  '计分方案',
] as const

/**
 * Beginnings that make a spreadsheet program read a text cell as a formula: a sign, also behind white
 * space and characters that are not seen.
 */
const FORMULA_START = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

type CsvCell = string | number | undefined

/**
 * One cell, quoted. A text that a spreadsheet program would take for a formula gets an apostrophe in
 * front, also where white space precedes the sign; a number stays a number, a missing one is empty.
 */
export function formatCsvCell(value: CsvCell): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  // As it will be read: what the cleaning drops must not have hidden the sign.
  const text = cleanText(value)
  const guarded = FORMULA_START.test(text) || FORMULA_START.test(value) ? `'${text}` : text
  return `"${guarded.replaceAll('"', '""')}"`
}

const scoreOf = (outcome: ScoreOutcome | undefined): number | undefined =>
  outcome?.status === 'scored' ? outcome.score : undefined

function evaluationCells({ evaluation, profile, score }: ScoredEvaluation): CsvCell[][] {
  const row = (cells: readonly CsvCell[], rowScore: RowScore | undefined, analysis?: string) => [
    evaluation.fiscalYear,
    evaluation.competentDepartment,
    evaluation.implementingUnit,
    evaluation.projectName,
    ...cells,
    scoreOf(rowScore?.computed),
    rowScore?.declared,
    rowScore?.reviewed,
    rowScore?.explanation,
    analysis,
    profile.name,
  ]
  const scores = new Map(score.indicators.map((entry) => [entry.indicatorId, entry]))
  const rows = evaluation.indicators.map((indicator: Indicator) =>
    row(
      [
        indicator.firstLevelLabel,
        indicator.secondLevelLabel,
        indicator.name,
        indicator.target.raw,
        indicator.actual?.raw,
        indicator.maxScore,
      ],
      scores.get(indicator.id),
      indicator.deviationAnalysis,
    ),
  )
  if (score.budgetExecution === undefined) return rows
  const execution = evaluation.budgetExecution
  const cells = ['预算执行', '', '预算执行率', '', execution?.printedRate, execution?.maxScore]
  return [row(cells, score.budgetExecution), ...rows]
}

/**
 * One line an indicator (预算执行率 first), for spreadsheets and statistics programs: UTF-8 with BOM,
 * lines end in CRLF, scores in 分. Empty means not filled in.
 */
export function writeCsv(scored: readonly ScoredEvaluation[]): Uint8Array {
  const lines = [[...HEADERS], ...scored.flatMap(evaluationCells)]
  const text = lines.map((cells) => cells.map(formatCsvCell).join(',')).join('\r\n')
  return new TextEncoder().encode(`\uFEFF${text}\r\n`)
}
