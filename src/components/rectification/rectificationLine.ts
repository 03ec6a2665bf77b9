import type { Rectification } from '@/domain/rectification/rectification'
import type { RectificationUrgency } from '@/domain/rectification/rectificationUrgency'

/** One row of the 整改台账, as it is shown. */
export interface RectificationLine {
  evaluationId: string
  project: string
  /** '' where neither 实施单位 nor 主管部门 is known. */
  unit: string
  fiscalYear: number | undefined
  item: Rectification
  urgency: RectificationUrgency | undefined
  /** Days to the due date, negative when it has passed; absent without one. */
  daysLeft: number | undefined
  /** The finding it was made from is no longer there. */
  isGone: boolean
}
