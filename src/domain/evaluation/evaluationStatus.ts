import type { EditPath } from './evaluationEdit'
import type { EvaluationRecord, EvaluationStatus } from './evaluationRecord'
import { isSameData, without } from './plainData'

/** 提交 / 通过 / 退回 / 锁定 / 解锁 */
export type StatusStep = 'submit' | 'approve' | 'return' | 'lock' | 'unlock'

const STEPS: Readonly<
  Record<StatusStep, { from: readonly EvaluationStatus[]; to: EvaluationStatus }>
> = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted'], to: 'returned' },
  lock: { from: ['approved'], to: 'locked' },
  unlock: { from: ['locked'], to: 'returned' },
}

/** Status after a step, or `undefined` where the step is not open. */
export function statusAfter(
  status: EvaluationStatus,
  step: StatusStep,
): EvaluationStatus | undefined {
  const { from, to } = STEPS[step]
  return from.includes(status) ? to : undefined
}

/** Steps that are open in a status, in the order of the year. */
export function openSteps(status: EvaluationStatus): StatusStep[] {
  return (Object.keys(STEPS) as StatusStep[]).filter((step) => STEPS[step].from.includes(status))
}

/** Steps that need a reason in words: sending back, and opening what was locked. */
export const needsReason = (step: StatusStep): boolean => step === 'return' || step === 'unlock'

/** Whether a field belongs to the review: reviewed scores with their reasons, and the opinion. */
export function isReviewField(path: EditPath): boolean {
  if (path[0] === 'reviewOpinion') return true
  if (path[0] === 'budgetExecution') return path[1] === 'reviewed'
  return path[0] === 'indicators' && path[2] === 'reviewed'
}

/**
 * Whether a field may be changed in a status. Draft and returned: everything but the review;
 * submitted: the review only; approved and locked: nothing.
 */
export function canEdit(status: EvaluationStatus, path: EditPath): boolean {
  switch (status) {
    case 'draft':
    case 'returned':
      return !isReviewField(path)
    case 'submitted':
      return isReviewField(path)
    case 'approved':
    case 'locked':
      return false
  }
}

/** 复核 of the whole record, taken out. */
function withoutReview(record: EvaluationRecord): unknown {
  const content = without(record, 'reviewOpinion', 'budgetExecution', 'indicators')
  const execution = without({ ...record.budgetExecution }, 'reviewed')
  return { ...content, execution, rows: record.indicators.map((row) => without(row, 'reviewed')) }
}

function isReviewKept(
  before: EvaluationRecord,
  after: EvaluationRecord,
  mayBringBackRows: boolean,
): boolean {
  const scores = new Map(before.indicators.map(({ id, reviewed }) => [id, reviewed]))
  return (
    isSameData(before.reviewOpinion, after.reviewOpinion) &&
    isSameData(before.budgetExecution?.reviewed, after.budgetExecution?.reviewed) &&
    after.indicators.every(({ id, reviewed }) =>
      scores.has(id)
        ? isSameData(scores.get(id), reviewed)
        : mayBringBackRows || reviewed === undefined,
    )
  )
}

/**
 * The rule of `canEdit` held against the result, whatever the edits looked like: a review score that
 * hides in an inserted row or in a whole 预算执行 block is found as well.
 *
 * @param mayBringBackRows an undo brings a removed row back as it was, reviewed score included.
 */
export function isAllowedChange(
  before: EvaluationRecord,
  after: EvaluationRecord,
  mayBringBackRows = false,
): boolean {
  switch (before.status) {
    case 'draft':
    case 'returned':
      return isReviewKept(before, after, mayBringBackRows)
    case 'submitted':
      return isSameData(withoutReview(before), withoutReview(after))
    case 'approved':
    case 'locked':
      return isSameData(before, after)
  }
}

/** Whether an evaluation may be deleted: not once it is filed, unless it was sent back. */
export const canRemove = (status: EvaluationStatus): boolean =>
  status === 'draft' || status === 'returned'
