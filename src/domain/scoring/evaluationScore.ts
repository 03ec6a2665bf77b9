import type { Points } from '../units'

/** 优 / 良 / 中 / 差 */
export type Grade = 'excellent' | 'good' | 'fair' | 'poor'

/** Why no score can be given. Each has a text; leaving one out does not compile. */
export type ScoringIssue =
  | 'actual-missing' // 实际完成值 is empty
  | 'actual-unreadable' // words, or a text that is no number, on a quantitative target
  | 'actual-ungraded' // 定性 not yet placed in a band
  | 'band-score-outside-band' // a score that its band does not allow
  | 'target-missing' // 指标值 is empty
  | 'proportion-undefined' // a missed target leaves nothing to divide by
  | 'budget-missing' // 全年预算数 or 全年执行数 is empty
  | 'budget-zero' // 全年预算数 is 0
  | 'points-missing' // no 分值: the row stands outside k/n and totals
  | 'shares-score' // its rate counts in the row that carries the shared 分值

export type ScoreOutcome =
  { status: 'scored'; score: Points } | { status: 'unscored'; issue: ScoringIssue }

export interface RowScore {
  computed: ScoreOutcome
  /** 自评分, 分 */
  declared?: number
  /** 复核分, 分 */
  reviewed?: number
  /** Rule, source and arithmetic in words a reader can redo: "80 ÷ 100 × 10 = 8.00". */
  explanation: string
}

/** Three scores side by side, never one overwriting another. Totals add the printed scores. */
export interface EvaluationScore {
  indicators: (RowScore & { indicatorId: string })[]
  /** Counts in all three totals; absent without a funds block or where it carries no points. */
  budgetExecution?: RowScore
  /** Undefined while a row that carries points has no score: «未完成填报 (k/n)». */
  computedTotal?: number
  declaredTotal?: number
  /** Undefined until one reviewed score exists. */
  reviewedTotal?: number
  /** k of «k/n»: rows that carry points and are filled in. */
  filled: number
  /** n of «k/n». */
  of: number
  grades: { computed?: Grade; declared?: Grade; reviewed?: Grade }
}
