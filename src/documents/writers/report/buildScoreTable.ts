import { sum } from '@/domain/decimal'
import type { RowScore } from '@/domain/scoring/evaluationScore'
import type { CellRole, FormCell, FormGrid } from '../../forms/formGrid'
import type { ScoredEvaluation } from '../scoredEvaluation'
import { printNumber } from './printFigures'

const HEADERS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '规则分',
  '自评分',
  '复核分',
] as const
const WIDTHS = [14, 18, 34, 20, 20, 9, 10, 10, 10]
const LAST_LEVEL = 2

interface TableRow {
  texts: readonly string[]
  scores: readonly (number | undefined)[]
}

/** As the totals add them: 自评分 begins as 规则分, and 复核分, once there is one, as 自评分. */
function scoresOf(
  maxScore: number | undefined,
  rowScore: RowScore | undefined,
  isReviewed: boolean,
): TableRow['scores'] {
  if (maxScore === undefined || rowScore === undefined) return [maxScore]
  const computed = rowScore.computed.status === 'scored' ? rowScore.computed.score : undefined
  const declared = rowScore.declared ?? computed
  return [maxScore, computed, declared, isReviewed ? (rowScore.reviewed ?? declared) : undefined]
}

function tableRows({ evaluation, score }: ScoredEvaluation): TableRow[] {
  const scores = new Map(score.indicators.map((entry) => [entry.indicatorId, entry]))
  const isReviewed = score.reviewedTotal !== undefined
  const rows = evaluation.indicators.map((indicator): TableRow => ({
    texts: [
      indicator.firstLevelLabel,
      indicator.secondLevelLabel,
      indicator.name,
      indicator.target.raw,
      indicator.actual?.raw ?? '',
    ],
    scores: scoresOf(indicator.maxScore, scores.get(indicator.id), isReviewed),
  }))
  if (score.budgetExecution === undefined) return rows
  const rate = evaluation.budgetExecution?.printedRate ?? ''
  const execution: TableRow = {
    texts: ['预算执行', '预算执行', '预算执行率', '100%', rate],
    scores: scoresOf(evaluation.budgetExecution?.maxScore, score.budgetExecution, isReviewed),
  }
  return [execution, ...rows]
}

/** Rows from this one on whose level cells say the same: they print as one merged cell. */
function runLength(rows: readonly TableRow[], from: number, column: number): number {
  const key = (row: TableRow | undefined): string => JSON.stringify(row?.texts.slice(0, column + 1))
  let length = 1
  while (from + length < rows.length && key(rows[from + length]) === key(rows[from])) length += 1
  return length
}

/** 附表: every row with 分值 and the three scores side by side, and their totals. */
export function buildScoreTable(scored: ScoredEvaluation): FormGrid {
  const { evaluation, score } = scored
  const cells: FormCell[] = []
  const add = (
    row: number,
    column: number,
    text: string,
    role: CellRole,
    spans?: Partial<FormCell>,
  ) => cells.push({ row, column, rowSpan: 1, columnSpan: 1, text, role, ...spans })
  add(0, 0, '绩效评价评分表', 'title', { columnSpan: HEADERS.length })
  HEADERS.forEach((header, column) => add(1, column, header, 'header'))
  const first = 2
  const rows = tableRows(scored)
  rows.forEach(({ texts, scores }, index) => {
    texts.forEach((text, column) => {
      if (column >= LAST_LEVEL) {
        add(first + index, column, text, 'value')
        return
      }
      const goesOn = index > 0 && runLength(rows, index - 1, column) > 1
      if (!goesOn)
        add(first + index, column, text, 'label', { rowSpan: runLength(rows, index, column) })
    })
    for (let offset = 0; offset < 4; offset += 1) {
      const value = scores[offset]
      const text = value === undefined ? '' : printNumber(value)
      add(first + index, texts.length + offset, text, 'score')
    }
  })
  const last = first + rows.length
  const maxima = [
    ...evaluation.indicators.map(({ maxScore }) => maxScore),
    score.budgetExecution && evaluation.budgetExecution?.maxScore,
  ].filter((value) => value !== undefined)
  add(last, 0, '总分', 'label', { columnSpan: 5 })
  const totals = [sum(maxima), score.computedTotal, score.declaredTotal, score.reviewedTotal]
  totals.forEach((value, offset) => {
    add(last, 5 + offset, value === undefined ? '' : printNumber(value), 'score')
  })
  return {
    form: 'other',
    title: '绩效评价评分表',
    rowCount: last + 1,
    columnCount: HEADERS.length,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    columnWidths: WIDTHS,
    headerRows: { from: 1, to: 1 },
    orientation: 'landscape',
  }
}
