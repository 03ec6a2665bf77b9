import type { EvaluationSummary, ScoreColumn } from '@/domain/summary/evaluationSummary'
import type { ScoreKind } from '@/domain/summary/mainScore'
import { unitOf } from '@/domain/summary/unitOf'

/** Printed order of the columns. */
export const scoreColumns: readonly ScoreColumn[] = [
  'budget-execution',
  'quantity',
  'quality',
  'timeliness',
  'cost',
  'economic-cost',
  'social-cost',
  'environmental-cost',
  'economic-benefit',
  'social-benefit',
  'ecological-benefit',
  'sustainability',
  'public-service',
  'public-management',
  'public-product',
  'service-recipient-satisfaction',
  'other',
]

/** What one row of the heatmap stands for. */
export type HeatmapRowKind = 'evaluation' | 'unit' | 'year'
export type HeatmapColumnKind = 'second-level' | 'indicator'

export interface HeatmapRow {
  /** Id of the evaluation, name of the unit, or year. */
  key: string
  label: string
  /** Number of evaluations behind the row. */
  count: number
  /** 分 lost over all columns. */
  lostPoints: number
}

/**
 * 得分 and 分值 by row and column. A cell without score is NaN in `scores`, never 0; the rate of a
 * row over several evaluations is Σ得分 ÷ Σ分值, not a mean of rates.
 */
export interface HeatmapMatrix {
  rows: HeatmapRow[]
  /** Keys of the columns: a ScoreColumn, or the name of an indicator. */
  columns: string[]
  /** Row-major, 分; NaN where nothing is scored. */
  scores: Float64Array
  /** Row-major, 分, of the scored rows only. */
  maxScores: Float64Array
}

/** 得分率 (ratio) of a cell; undefined where nothing is scored or the 分值 is 0. */
export function cellRate(matrix: HeatmapMatrix, row: number, column: number): number | undefined {
  const index = row * matrix.columns.length + column
  const score = matrix.scores[index]
  const maxScore = matrix.maxScores[index]
  if (score === undefined || maxScore === undefined) return undefined
  if (Number.isNaN(score) || maxScore <= 0) return undefined
  return score / maxScore
}

type Cell = readonly [column: string, score: number, maxScore: number]

function secondLevelCells(summary: EvaluationSummary, kind: ScoreKind): Cell[] {
  return Object.entries(summary.scores[kind].byColumn).map(([column, [score, maxScore]]) => [
    column,
    score,
    maxScore,
  ])
}

/** Indicator columns know computed and declared only; a reviewed total stands per second level. */
function indicatorCells(summary: EvaluationSummary, kind: ScoreKind): Cell[] {
  const cells: Cell[] = []
  for (const [name, , maxScore, computed, declared] of summary.indicators) {
    const score = kind === 'computed' ? computed : (declared ?? computed)
    if (score !== undefined && maxScore !== undefined) cells.push([name, score, maxScore])
  }
  return cells
}

function rowIdentity(
  summary: EvaluationSummary,
  kind: HeatmapRowKind,
): { key: string; label: string } {
  switch (kind) {
    case 'evaluation':
      return {
        key: summary.id,
        label:
          summary.fiscalYear === undefined
            ? summary.projectName
            : `${String(summary.fiscalYear)} ${summary.projectName}`,
      }
    case 'unit': {
      const unit = unitOf(summary) ?? '—'
      return { key: unit, label: unit }
    }
    case 'year': {
      const year = summary.fiscalYear === undefined ? '—' : String(summary.fiscalYear)
      return { key: year, label: year }
    }
  }
}

/** The most frequent indicator names, in printed order of frequency; a picture has room for so many. */
function frequentIndicators(summaries: readonly EvaluationSummary[], limit: number): string[] {
  const counts = new Map<string, number>()
  for (const { indicators } of summaries)
    for (const [name] of indicators) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([name]) => name)
}

/**
 * Builds the matrix behind the heatmap. Rows keep the order in which they first occur.
 *
 * @param options.indicatorLimit how many indicator columns at the most (default 30).
 */
export function buildHeatmapMatrix(
  summaries: readonly EvaluationSummary[],
  options: {
    rows: HeatmapRowKind
    columns: HeatmapColumnKind
    score: ScoreKind
    indicatorLimit?: number
  },
): HeatmapMatrix {
  const cellsOf = options.columns === 'second-level' ? secondLevelCells : indicatorCells
  const columns: string[] =
    options.columns === 'second-level'
      ? usedColumns(summaries, options.score)
      : frequentIndicators(summaries, options.indicatorLimit ?? 30)
  const columnIndex = new Map(columns.map((column, index) => [column, index]))

  const rowsByKey = new Map<
    string,
    HeatmapRow & { scores: (number | undefined)[]; maxScores: number[] }
  >()
  for (const summary of summaries) {
    const { key, label } = rowIdentity(summary, options.rows)
    let row = rowsByKey.get(key)
    if (!row) {
      row = { key, label, count: 0, lostPoints: 0, scores: [], maxScores: [] }
      rowsByKey.set(key, row)
    }
    row.count += 1
    for (const [column, score, maxScore] of cellsOf(summary, options.score)) {
      const at = columnIndex.get(column)
      if (at === undefined) continue
      row.scores[at] = (row.scores[at] ?? 0) + toHundredths(score)
      row.maxScores[at] = (row.maxScores[at] ?? 0) + toHundredths(maxScore)
      row.lostPoints += toHundredths(maxScore) - toHundredths(score)
    }
  }

  const scores = new Float64Array(rowsByKey.size * columns.length).fill(Number.NaN)
  const maxScores = new Float64Array(rowsByKey.size * columns.length)
  const rows: HeatmapRow[] = []
  for (const { key, label, count, lostPoints, ...cells } of rowsByKey.values()) {
    const start = rows.length * columns.length
    cells.scores.forEach((score, at) => {
      if (score === undefined) return
      scores[start + at] = score / 100
      maxScores[start + at] = (cells.maxScores[at] ?? 0) / 100
    })
    rows.push({ key, label, count, lostPoints: lostPoints / 100 })
  }
  return { rows, columns, scores, maxScores }
}

/** Printed points have at most two decimals: sums of whole hundredths are exact. */
const toHundredths = (printedPoints: number): number => Math.round(printedPoints * 100)

function usedColumns(summaries: readonly EvaluationSummary[], kind: ScoreKind): ScoreColumn[] {
  const used = new Set<string>()
  for (const summary of summaries)
    for (const column in summary.scores[kind].byColumn) used.add(column)
  return scoreColumns.filter((column) => used.has(column))
}
