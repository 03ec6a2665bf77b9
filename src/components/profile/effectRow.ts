import type { Grade } from '@/domain/scoring/evaluationScore'

/** What another profile would do to the 规则分 of one evaluation. Totals in 分. */
export interface EffectRow {
  id: string
  name: string
  fiscalYear: number | undefined
  /** Of the profile it is scored by now. */
  profileName: string
  before: number | undefined
  after: number | undefined
  /** "+2.00"; '' without a difference or without one of the totals. */
  change: string
  gradeBefore: Grade | undefined
  gradeAfter: Grade | undefined
  /** Why the profile cannot be applied to it; '' when it can. */
  obstacle: string
}
