import { SECOND_LEVELS } from '@/domain/indicator/levels'
import type { EvaluationSummary, ScoreColumn } from '@/domain/summary/evaluationSummary'
import type { ScoreKind } from '@/domain/summary/mainScore'
import { unitOf } from '@/domain/summary/unitOf'

/** Printed order of the columns. */
const scoreColumns: readonly ScoreColumn[] = ['budget-execution', ...SECOND_LEVELS]

/** What one row of the heatmap stands for. */
export type HeatmapRowKind = 'evaluation' | 'unit' | 'year'
export type HeatmapColumnKind = 'second-level' | 'indicator'
/** What evaluations are gathered under: each group has a row of its own above its members. */
export type HeatmapGrouping = 'unit' | 'year'

export interface HeatmapRow {
  /** Id of the evaluation, name of the unit, or year. */
  key: string
  label: string
  /** Number of evaluations behind the row. */
  count: number
  /** 分 lost over all columns. */
  lostPoints: number
  /** Of a member, the key of the group it stands under. */
  group?: string
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

/** Takes the cells of one evaluation one by one: 得分 and 分值, in 分. */
type TakeCell = (column: string, score: number, maxScore: number) => void

function eachSecondLevel(summary: EvaluationSummary, kind: ScoreKind, take: TakeCell): void {
  const { byColumn } = summary.scores[kind]
  for (const column in byColumn) {
    const cell = byColumn[column as ScoreColumn]
    if (cell) take(column, cell[0], cell[1])
  }
}

/** Indicator columns know computed and declared only; a reviewed total stands per second level. */
function eachIndicator(summary: EvaluationSummary, kind: ScoreKind, take: TakeCell): void {
  for (const [name, , maxScore, computed, declared] of summary.indicators) {
    const score = kind === 'computed' ? computed : (declared ?? computed)
    if (score !== undefined && maxScore !== undefined) take(name, score, maxScore)
  }
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

/** Collects cells row by row in typed arrays: no object a cell, and sums of whole numbers only. */
class MatrixTally {
  readonly rows: HeatmapRow[] = []
  private readonly index = new Map<string, number>()
  private readonly scores: Float64Array
  private readonly maxScores: Float64Array

  constructor(
    private readonly columns: readonly string[],
    mostRows: number,
  ) {
    this.scores = new Float64Array(mostRows * columns.length).fill(Number.NaN)
    this.maxScores = new Float64Array(mostRows * columns.length)
  }

  /** Position of the row of this key, made when it first occurs. */
  rowOf({ key, label }: { key: string; label: string }, id = key): number {
    const known = this.index.get(id)
    const at = known ?? this.rows.push({ key, label, count: 0, lostPoints: 0 }) - 1
    if (known === undefined) this.index.set(id, at)
    return at
  }

  add(row: number, column: number, score: number, maxScore: number): void {
    const at = row * this.columns.length + column
    const given = toWhole(score)
    const most = toWhole(maxScore)
    const before = this.scores[at] ?? Number.NaN
    this.scores[at] = Number.isNaN(before) ? given : before + given
    this.maxScores[at] = (this.maxScores[at] ?? 0) + most
    const counted = this.rows[row]
    if (counted) counted.lostPoints += most - given
  }

  finish(): HeatmapMatrix {
    const cellCount = this.rows.length * this.columns.length
    const { rows, columns, scores, maxScores } = this
    for (let at = 0; at < cellCount; at += 1) {
      scores[at] = (scores[at] ?? 0) / SCALE
      maxScores[at] = (maxScores[at] ?? 0) / SCALE
    }
    for (const row of rows) row.lostPoints /= SCALE
    return {
      rows,
      columns: [...columns],
      scores: scores.slice(0, cellCount),
      maxScores: maxScores.slice(0, cellCount),
    }
  }
}

/** Points are decimals of a few digits: sums of whole millionths are exact up to 9 × 10⁹ 分. */
const SCALE = 1_000_000
const toWhole = (points: number): number => Math.round(points * SCALE)

/**
 * Builds the matrix behind the heatmap. Rows keep the order in which they first occur.
 *
 * @param options.indicatorLimit how many indicator columns at the most (default 30).
 * @param options.group with `rows: 'evaluation'`: a row for each group besides its members.
 */
export function buildHeatmapMatrix(
  summaries: readonly EvaluationSummary[],
  options: {
    rows: HeatmapRowKind
    columns: HeatmapColumnKind
    score: ScoreKind
    indicatorLimit?: number
    group?: HeatmapGrouping | undefined
  },
): HeatmapMatrix {
  const { rows: kind, score } = options
  const group = kind === 'evaluation' ? options.group : undefined
  const isByLevel = options.columns === 'second-level'
  const columns: string[] = isByLevel
    ? usedColumns(summaries, score)
    : frequentIndicators(summaries, options.indicatorLimit ?? 30)
  const eachCell = isByLevel ? eachSecondLevel : eachIndicator
  const columnIndex = new Map(columns.map((column, index) => [column, index]))
  const tally = new MatrixTally(columns, summaries.length * (group ? 2 : 1))

  /** Rows that the evaluation at hand counts in. */
  let targets: number[] = []
  const take: TakeCell = (column, points, maxScore) => {
    const at = columnIndex.get(column)
    if (at === undefined) return
    for (const row of targets) tally.add(row, at, points, maxScore)
  }
  for (const summary of summaries) {
    targets = []
    const heading = group && rowIdentity(summary, group)
    if (heading) targets.push(tally.rowOf(heading, `${group}:${heading.key}`))
    const row = tally.rowOf(rowIdentity(summary, kind))
    targets.push(row)
    const member = tally.rows[row]
    if (heading && member) member.group = heading.key
    for (const each of targets) {
      const counted = tally.rows[each]
      if (counted) counted.count += 1
    }
    eachCell(summary, score, take)
  }
  return tally.finish()
}

function usedColumns(summaries: readonly EvaluationSummary[], kind: ScoreKind): ScoreColumn[] {
  const used = new Set<string>()
  for (const summary of summaries)
    for (const column in summary.scores[kind].byColumn) used.add(column)
  return scoreColumns.filter((column) => used.has(column))
}
