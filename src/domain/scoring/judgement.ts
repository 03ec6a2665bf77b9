import type { Fraction } from '../decimal'
import type { ScoringIssue } from './evaluationScore'

/** The rule that decided a row. Names and sources for readers: `explainScore`. */
export type ScoringRule =
  | 'positive' // 正向 ≥ > and =
  | 'negative-ratio' // 反向 ≤ <: w·T/A
  | 'negative-deviation' // 反向 ≤ <: w·(1−(A−T)/T)
  | 'pass-line'
  | 'range'
  | 'satisfaction-steps'
  | 'band'
  | 'deadline'
  | 'period'
  | 'direct'
  | 'execution-ratio'
  | 'execution-steps'
  | 'repeat'
  | 'shared'

/** The arithmetic of a row in words; `maxScore` and `score` as they are printed. */
export type Arithmetic = (maxScore: string, score: string) => string

/** A share of the 分值, between 0 and 1, with the words that explain it. */
export interface Rated {
  status: 'rated'
  rule: ScoringRule
  rate: Fraction
  arithmetic: Arithmetic
}

/** What a rule says of one row: a share of its 分值, or why there is none. */
export type Judgement = Rated | { status: 'unscored'; issue: ScoringIssue }

export const FULL: Fraction = { numerator: 1, denominator: 1 }
export const NOTHING: Fraction = { numerator: 0, denominator: 1 }

export const unscored = (issue: ScoringIssue): Judgement => ({ status: 'unscored', issue })

export const rated = (rule: ScoringRule, rate: Fraction, arithmetic: Arithmetic): Rated => ({
  status: 'rated',
  rule,
  rate,
  arithmetic,
})

export const met = (rule: ScoringRule): Rated => rated(rule, FULL, sayMet)

const sayMet: Arithmetic = (_maxScore, score) => `完成指标值，记全部分值 ${score}`
