import { subtract, sum, toNumber } from '../decimal'

/** Points given and points there were to give, collected row by row. */
export interface PointsTally {
  scores: number[]
  maxScores: number[]
}

export const emptyTally = (): PointsTally => ({ scores: [], maxScores: [] })

/** What a tally comes to, in 分; rows without a score are in none of it. */
export interface LostPoints {
  score: number
  maxScore: number
  /** 失分: 分值 − 得分 */
  lost: number
  /** Scored rows. */
  count: number
}

/** Exact decimal sums, so that a reader who adds up the rows agrees. */
export function lostPointsOf({ scores, maxScores }: PointsTally): LostPoints {
  const score = sum(scores)
  const maxScore = sum(maxScores)
  return { score, maxScore, lost: toNumber(subtract(maxScore, score)), count: scores.length }
}
