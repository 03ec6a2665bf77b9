import { sum } from '@/domain/decimal'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { EvaluationScore } from '@/domain/scoring/evaluationScore'
import { formatPoints } from './formatPoints'

type RowScore = EvaluationScore['indicators'][number]

/** Sum row of a level, as texts; '' where there is nothing to show. */
export interface LevelSum {
  /** Sum of 分值. */
  maxScore: string
  /** Sum of 得分; '' while a row that carries points has none. */
  score: string
  /** What the bracket in the label or the profile asks for, when the sum is another. */
  expected: string
  /** Sum less expected, with its sign. */
  difference: string
}

/** 得分 that counts for a row: declared, else computed; undefined while there is neither. */
export function countedScore(score: RowScore | undefined): number | undefined {
  if (score?.declared !== undefined) return score.declared
  return score?.computed.status === 'scored' ? score.computed.score : undefined
}

/**
 * Adds up a group of rows.
 *
 * @param expected 分 the group should carry; undefined where nothing asks for a sum.
 */
export function sumLevel(
  rows: readonly Indicator[],
  scores: ReadonlyMap<string, RowScore>,
  expected: number | undefined,
): LevelSum {
  const weighted = rows.filter((row) => row.maxScore !== undefined)
  if (weighted.length === 0) return { maxScore: '', score: '', expected: '', difference: '' }
  const maxScore = sum(weighted.map((row) => row.maxScore ?? 0))
  const counted = weighted.map((row) => countedScore(scores.get(row.id)))
  const earned = counted.filter((score) => score !== undefined)
  const difference = expected === undefined ? 0 : sum([maxScore, -expected])
  return {
    maxScore: String(maxScore),
    score: earned.length === weighted.length ? formatPoints(sum(earned)) : '',
    expected: expected === undefined || difference === 0 ? '' : String(expected),
    difference:
      difference === 0 ? '' : difference > 0 ? `+${String(difference)}` : String(difference),
  }
}
