import type { FormKind } from '../evaluation/evaluation'
import type { EvaluationStatus } from '../evaluation/evaluationRecord'
import type { FindingCode } from '../findings/finding'
import type { SecondLevel } from '../indicator/levels'
import type { Grade } from '../scoring/evaluationScore'

/** Column of the heatmap: a second level, or 预算执行. */
export type ScoreColumn = SecondLevel | 'budget-execution'

/** One of the three scores of an evaluation, cut by second level. */
export interface ScoreSummary {
  total?: number
  grade?: Grade
  /** [得分, 分值] by column, both in 分, rows without a score left out of both. */
  byColumn: Partial<Record<ScoreColumn, readonly [score: number, maxScore: number]>>
}

/** [三级指标, kind, 分值, 规则分, 自评分]; a score that is absent is `undefined`, never 0. */
export type IndicatorSummary = readonly [
  name: string,
  kind: SecondLevel,
  maxScore: number | undefined,
  computed: number | undefined,
  declared: number | undefined,
]

/**
 * What overviews read instead of the documents: one small row an evaluation, written in the same
 * transaction as the document.
 */
export interface EvaluationSummary {
  id: string
  projectKey?: string
  projectName: string
  competentDepartment?: string
  implementingUnit?: string
  fiscalYear?: number
  scope: 'project' | 'department'
  form: FormKind
  status: EvaluationStatus
  profileId: string
  profileVersion: number
  revision: number
  /** ISO instant of the last edit */
  updatedAt: string
  scores: Record<'computed' | 'declared' | 'reviewed', ScoreSummary>
  /** k of «k/n» */
  filled: number
  /** n of «k/n» */
  of: number
  /** Number of open (not accepted) findings by code. */
  findings: Partial<Record<FindingCode, number>>
  /** 全年预算数; of a 目标表 or 申报表 that prints none, the 年初预算数; 万元 */
  annualBudget?: number
  /** 全年执行数, 万元 */
  annualExecution?: number
  indicators: IndicatorSummary[]
}
