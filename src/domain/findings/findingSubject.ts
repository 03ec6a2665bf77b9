import { type ParsedActual, parseActual } from '../actual/parseActual'
import type { Evaluation, Indicator } from '../evaluation/evaluation'
import { comparableName } from '../indicator/indicatorName'
import type { ScoringProfile } from '../profile/scoringProfile'
import type { EvaluationScore, RowScore } from '../scoring/evaluationScore'
import { isTargetMet } from '../scoring/isTargetMet'

/** One row of the form as a finding names it. */
export interface SubjectRow {
  indicator: Indicator
  /** 第 1 行 “物业及运维护” */
  label: string
  /** Name as names are compared: without brackets, numbering and punctuation. */
  bareName: string
  score: RowScore | undefined
  /** Computed score, 分; absent while unscored and on rows outside the scores. */
  computed: number | undefined
  /** Whether the row carries points of its own; sub-rows and shared rows do not. */
  isCounted: boolean
  actual: ParsedActual
  /** `undefined`: the actual value is missing, or cannot be compared with the target. */
  isMet: boolean | undefined
}

/** What every group of findings looks at; made once for all of them. */
export interface FindingSubject {
  evaluation: Evaluation
  profile: ScoringProfile
  score: EvaluationScore
  rows: readonly SubjectRow[]
  /**
   * Whether the table is being filled in: a self-evaluation, or any table into which an actual value,
   * a score or an execution has been entered. A target table before its year is not blamed for what
   * can only be known after it (docs/adr/0010-findings-by-stage.md).
   */
  isReporting: boolean
}

/** @param score of the same evaluation under the same profile. */
export function makeFindingSubject(
  evaluation: Evaluation,
  profile: ScoringProfile,
  score: EvaluationScore,
): FindingSubject {
  const scores = new Map(score.indicators.map((row) => [row.indicatorId, row]))
  const rows = evaluation.indicators.map((indicator, index) =>
    makeRow(indicator, index, scores.get(indicator.id), evaluation.fiscalYear),
  )
  return {
    evaluation,
    profile,
    score,
    rows,
    isReporting:
      evaluation.form === 'self-evaluation' ||
      rows.some(({ actual }) => actual.kind !== 'missing') ||
      rows.some(({ indicator }) => indicator.actual?.band ?? indicator.declared) ||
      evaluation.funds.rows.some((row) => row.annualExecution !== undefined),
  }
}

function makeRow(
  indicator: Indicator,
  index: number,
  score: RowScore | undefined,
  fiscalYear: number | undefined,
): SubjectRow {
  const { name, target, actual } = indicator
  const read = parseActual(actual?.raw ?? '', target, {
    name,
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
  })
  const outcome = score?.computed
  const isOutside =
    outcome?.status === 'unscored' &&
    (outcome.issue === 'points-missing' || outcome.issue === 'shares-score')
  return {
    indicator,
    label: `第 ${index + 1} 行 “${quoteInside(name)}”`,
    bareName: comparableName(name),
    score,
    computed: outcome?.status === 'scored' ? outcome.score : undefined,
    isCounted: outcome !== undefined && !isOutside,
    actual: read,
    isMet: actual?.band === undefined ? isTargetMet(target, read) : actual.band === 'met',
  }
}

/** Quotation marks inside quotation marks are single: “‘惠企通’平台企业注册数”. */
const quoteInside = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’')
