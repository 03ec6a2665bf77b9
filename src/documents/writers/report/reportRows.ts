import { sum } from '@/domain/decimal'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { FirstLevel } from '@/domain/indicator/levels'
import type { RowScore } from '@/domain/scoring/evaluationScore'
import { FIRST_LEVELS } from '@/domain/indicator/levels'
import type { ScoredEvaluation } from '../scoredEvaluation'

/** A scored row as the report speaks of it. Scores in 分. */
export interface ReportRow {
  indicator: Indicator
  maxScore: number
  /** 复核分, else 自评分, else 规则分; undefined while there is none. */
  score: number | undefined
  rowScore: RowScore | undefined
}

/** The score that counts: the reviewed one, else the declared, else what the rule gives. */
export function leadingScore(row: RowScore | undefined): number | undefined {
  if (row === undefined) return undefined
  const computed = row.computed.status === 'scored' ? row.computed.score : undefined
  return row.reviewed ?? row.declared ?? computed
}

/** Rows that carry points, in printed order. */
export function reportRows({ evaluation, score }: ScoredEvaluation): ReportRow[] {
  const scores = new Map(score.indicators.map((entry) => [entry.indicatorId, entry]))
  return evaluation.indicators.flatMap((indicator) => {
    const { maxScore, isSubRow, sharesScoreWith } = indicator
    if (maxScore === undefined || isSubRow || sharesScoreWith !== undefined) return []
    const rowScore = scores.get(indicator.id)
    return [{ indicator, maxScore, score: leadingScore(rowScore), rowScore }]
  })
}

export interface LevelTotal {
  level: FirstLevel
  rows: ReportRow[]
  /** 分值 of all rows. */
  maxScore: number
  /** 得分; undefined while a row has none. */
  score: number | undefined
}

/** First levels that occur, in the order of the regulation. */
export function levelTotals(rows: readonly ReportRow[]): LevelTotal[] {
  return FIRST_LEVELS.flatMap((level) => {
    const own = rows.filter(({ indicator }) => indicator.firstLevel === level)
    if (own.length === 0) return []
    const scores = own.flatMap(({ score }) => score ?? [])
    return [
      {
        level,
        rows: own,
        maxScore: sum(own.map(({ maxScore }) => maxScore)),
        score: scores.length === own.length ? sum(scores) : undefined,
      },
    ]
  })
}

/** Rows that kept less than their 分值. */
export const rowsWithLoss = (rows: readonly ReportRow[]): ReportRow[] =>
  rows.filter(({ score, maxScore }) => score !== undefined && score < maxScore)
