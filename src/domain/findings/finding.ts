export type ErrorCode =
  | 'weights-not-total'
  | 'actual-missing'
  | 'declared-without-reason'
  | 'deviation-analysis-missing'
  | 'execution-rate-differs'
  | 'funds-parts-differ'

export type WarningCode =
  | 'level-sum-differs'
  | 'bracket-differs'
  | 'declared-differs'
  | 'full-score-but-missed'
  | 'points-lost-but-met'
  | 'analysis-contradicts'
  | 'over-completion-unexplained'
  | 'actual-repeats-target'
  | 'actual-unit-differs'
  | 'percentage-over-100'
  | 'target-tautology'
  | 'count-with-word'
  | 'cost-as-floor'
  | 'direction-differs'
  | 'first-level-missing'
  | 'duplicate-indicator'
  | 'target-dropped'
  | 'target-added'
  | 'target-softened'
  | 'text-differs'
  | 'template-code'
  | 'execution-missing'

export type HintCode =
  'not-quantified' | 'unit-missing' | 'sign-missing' | 'unit-price-differs' | 'doubled-text'

export type FindingCode = ErrorCode | WarningCode | HintCode

/** 错误 (blocks submission) · 警告 · 提示 */
export type Severity = 'error' | 'warning' | 'hint'

/** 校验: what a careful reviewer would send back. The message names the cell and quotes the figures. */
export interface Finding {
  code: FindingCode
  severity: Severity
  /** Absent: the finding is about the table. */
  indicatorId?: string
  message: string
  figures: Record<string, number | string>
}
