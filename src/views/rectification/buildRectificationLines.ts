import type { RectificationLine } from '@/components/rectification/rectificationLine'
import { daysBetween } from '@/domain/calendar'
import type { RectificationLedger } from '@/domain/rectification/rectificationLedger'
import { urgencyOf } from '@/domain/rectification/rectificationUrgency'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { unitOf } from '@/domain/summary/unitOf'

export interface LineContext {
  /** ISO date */
  today: string
  /** Name of a project that has none. */
  unnamed: string
  /** Findings that stand, by key; absent: not known here. */
  standing?: ReadonlySet<string>
}

/** Rows of the ledger of one evaluation. */
export function buildRectificationLines(
  summary: Pick<
    EvaluationSummary,
    'id' | 'projectName' | 'implementingUnit' | 'competentDepartment' | 'fiscalYear'
  >,
  ledger: RectificationLedger,
  { today, unnamed, standing }: LineContext,
): RectificationLine[] {
  return ledger.map((item) => ({
    evaluationId: summary.id,
    project: summary.projectName || unnamed,
    unit: unitOf(summary) ?? '',
    fiscalYear: summary.fiscalYear,
    item,
    urgency: urgencyOf(item, today),
    daysLeft: item.dueDate === undefined ? undefined : daysBetween(today, item.dueDate),
    isGone:
      standing !== undefined &&
      item.origin === 'finding' &&
      item.state !== 'completed' &&
      item.state !== 'declined' &&
      !standing.has(item.sourceKey ?? ''),
  }))
}
