import { subtract, toNumber } from '../decimal'
import type { FindingCode } from '../findings/finding'
import { severityOf } from '../findings/makeFinding'
import type { EvaluationSummary } from '../summary/evaluationSummary'

/** Why an evaluation should be reviewed early: points of risk by cause. */
export interface ReviewRisk {
  total: number
  /** 自评分与规则分之差: one point for every 分, 20 at most. */
  scoreGap: number
  /** Open findings: errors 5, warnings 2, hints 0.5; 30 at most. */
  findings: number
  /** 资金: ten points for every power of ten above 1 万元, 40 at most. */
  money: number
}

const MAX = { scoreGap: 20, findings: 30, money: 40 } as const
const WEIGHT = { error: 5, warning: 2, hint: 0.5 } as const

/**
 * Orders the queue of 复核. A rule of this app, not of a regulation: who reviews few should begin where
 * a wrong score costs most. A figure that is missing adds nothing; it has its own finding.
 */
export function reviewRisk(summary: EvaluationSummary): ReviewRisk {
  const { computed, declared } = summary.scores
  const gap =
    computed.total === undefined || declared.total === undefined
      ? 0
      : Math.abs(toNumber(subtract(computed.total, declared.total)))
  const found = Object.entries(summary.findings).reduce(
    (points, [code, count]) => points + WEIGHT[severityOf[code as FindingCode]] * count,
    0,
  )
  const budget = summary.annualBudget ?? 0
  const scoreGap = Math.min(MAX.scoreGap, gap)
  const findings = Math.min(MAX.findings, found)
  const money = budget > 1 ? Math.min(MAX.money, Math.round(Math.log10(budget) * 10)) : 0
  return { total: Math.round((scoreGap + findings + money) * 10) / 10, scoreGap, findings, money }
}

/** Submitted evaluations, highest risk first; equal ones by name. */
export function orderQueue(
  summaries: readonly EvaluationSummary[],
): { summary: EvaluationSummary; risk: ReviewRisk }[] {
  return summaries
    .filter(({ status }) => status === 'submitted')
    .map((summary) => ({ summary, risk: reviewRisk(summary) }))
    .sort(
      (a, b) =>
        b.risk.total - a.risk.total ||
        a.summary.projectName.localeCompare(b.summary.projectName, 'zh-CN'),
    )
}
