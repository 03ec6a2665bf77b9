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

/** A share of the 分值, between 0 and 1, with the words that explain it. */
export interface Rated {
  status: 'rated'
  rule: ScoringRule
  rate: Fraction
  /** The sentence up to its result: "80 ÷ 100", "完成指标值，记全部分值 ". */
  words: string
  /** Whether the sentence ends "… × 10 = 8.00", or with the score alone: "…8.00". */
  isProduct: boolean
}

/** What a rule says of one row: a share of its 分值, or why there is none. */
export type Judgement = Rated | { status: 'unscored'; issue: ScoringIssue }

export const FULL: Fraction = { numerator: 1, denominator: 1 }
export const NOTHING: Fraction = { numerator: 0, denominator: 1 }

export const unscored = (issue: ScoringIssue): Judgement => ({ status: 'unscored', issue })

/** "`words` × 10 = 8.00": a reader can redo the product. */
export const product = (rule: ScoringRule, rate: Fraction, words: string): Rated => ({
  status: 'rated',
  rule,
  rate,
  words,
  isProduct: true,
})

/** "`words`8.00": the share follows from the sentence, nothing is multiplied. */
export const given = (rule: ScoringRule, rate: Fraction, words: string): Rated => ({
  status: 'rated',
  rule,
  rate,
  words,
  isProduct: false,
})

export const met = (rule: ScoringRule): Rated => given(rule, FULL, '完成指标值，记全部分值 ')
