import type { FindingCode, Severity } from '../findings/finding'
import { severityOf } from '../findings/makeFinding'
import type { EvaluationSummary } from '../summary/evaluationSummary'

/** Open findings of one code over many evaluations. */
export interface FindingCount {
  code: FindingCode
  severity: Severity
  findings: number
  /** Evaluations that have at least one. */
  evaluations: number
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

/** Open findings by code: errors first, and the most frequent first among equals. */
export function countFindingsByCode(summaries: readonly EvaluationSummary[]): FindingCount[] {
  const counts = new Map<FindingCode, FindingCount>()
  for (const { findings } of summaries) {
    for (const [name, number] of Object.entries(findings)) {
      const code = name as FindingCode
      const count = counts.get(code) ?? {
        code,
        severity: severityOf[code],
        findings: 0,
        evaluations: 0,
      }
      count.findings += number
      count.evaluations += 1
      counts.set(code, count)
    }
  }
  return [...counts.values()].sort(
    (one, other) => ORDER[one.severity] - ORDER[other.severity] || other.findings - one.findings,
  )
}
