import type { Finding, FindingCode, Severity } from './finding'
import type { SubjectRow } from './findingSubject'

/** Severity of each code: the code lists of the 逻辑校验 rules. An error blocks submission. */
export const severityOf: Readonly<Record<FindingCode, Severity>> = {
  'weights-not-total': 'error',
  'actual-missing': 'error',
  'declared-without-reason': 'error',
  'deviation-analysis-missing': 'error',
  'execution-rate-differs': 'error',
  'funds-parts-differ': 'error',
  'level-sum-differs': 'warning',
  'bracket-differs': 'warning',
  'declared-differs': 'warning',
  'full-score-but-missed': 'warning',
  'points-lost-but-met': 'warning',
  'analysis-contradicts': 'warning',
  'over-completion-unexplained': 'warning',
  'actual-repeats-target': 'warning',
  'actual-unit-differs': 'warning',
  'percentage-over-100': 'warning',
  'target-tautology': 'warning',
  'count-with-word': 'warning',
  'cost-as-floor': 'warning',
  'direction-differs': 'warning',
  'first-level-missing': 'warning',
  'duplicate-indicator': 'warning',
  'target-dropped': 'warning',
  'target-added': 'warning',
  'target-softened': 'warning',
  'text-differs': 'warning',
  'template-code': 'warning',
  'execution-missing': 'warning',
  'not-quantified': 'hint',
  'unit-missing': 'hint',
  'sign-missing': 'hint',
  'unit-price-differs': 'hint',
  'doubled-text': 'hint',
}

/** A finding about the whole table. */
export function findingOnTable(
  code: FindingCode,
  message: string,
  figures: Finding['figures'],
): Finding {
  return { code, severity: severityOf[code], message, figures }
}

/** A finding about one row; the message begins with the row as it stands on the form. */
export function findingOnRow(
  code: FindingCode,
  row: SubjectRow,
  message: string,
  figures: Finding['figures'],
): Finding {
  return {
    code,
    severity: severityOf[code],
    indicatorId: row.indicator.id,
    message: `${row.label}：${message}`,
    figures,
  }
}
