import type { EvaluationRecord } from '../evaluation/evaluationRecord'
import type { StatusStep } from '../evaluation/evaluationStatus'
import type { HistoryEntry } from '../evaluation/historyEntry'
import type { Finding } from '../findings/finding'
import { findingKey } from '../findings/findingKey'

/** What stands between an evaluation and a step of its status. */
export interface StepObstacles {
  /** Errors that are neither corrected nor accepted: they block 提交. */
  errors: Finding[]
  /** Errors that were accepted, with the reason: shown, they do not block. */
  accepted: { finding: Finding; reason: string }[]
  /** The person at this browser filed it: nobody should review their own. */
  isOwnFiling: boolean
}

/**
 * Looks at what a step meets. 提交 is blocked by open errors; 通过 and 退回 by the one who filed it are
 * allowed only with a reason, which is recorded.
 *
 * @param personName of the person at this browser; '' when unknown.
 */
export function findStepObstacles(
  step: StatusStep,
  record: EvaluationRecord,
  findings: readonly Finding[],
  history: readonly HistoryEntry[],
  personName: string,
): StepObstacles {
  if (step !== 'submit') {
    const isReview = step === 'approve' || step === 'return'
    return {
      errors: [],
      accepted: [],
      isOwnFiling: isReview && personName !== '' && filedBy(history) === personName,
    }
  }
  const reasons = new Map(record.acceptedFindings.map(({ key, reason }) => [key, reason]))
  const errors = findings.filter(({ severity }) => severity === 'error')
  return {
    errors: errors.filter((finding) => !reasons.has(findingKey(finding))),
    accepted: errors.flatMap((finding) => {
      const reason = reasons.get(findingKey(finding))
      return reason === undefined ? [] : [{ finding, reason }]
    }),
    isOwnFiling: false,
  }
}

/** Name of who submitted it last. */
function filedBy(history: readonly HistoryEntry[]): string | undefined {
  return history.findLast(({ action, after }) => action === 'step' && after === 'submitted')?.actor
    .name
}
