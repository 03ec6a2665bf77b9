import type { AttainmentLikelihood, DeviationCause } from '../../domain/evaluation/evaluation'

/** What a column of an indicator table means, whatever words its header uses. */
export type ColumnField =
  | 'projectName'
  | 'midTermGoal'
  | 'annualGoal'
  | 'firstLevel'
  | 'secondLevel'
  | 'name'
  | 'sign'
  | 'target'
  | 'measureUnit'
  | 'actual'
  | 'maxScore'
  | 'score'
  | 'reviewedScore'
  | 'deviationAnalysis'
  | 'note'
  | 'toDate'
  | 'forecast'
  | 'explanation'
  | `cause:${DeviationCause}`
  | `likelihood:${AttainmentLikelihood}`

/** One column of a form as it is printed. */
export interface PrintedColumn {
  field: ColumnField
  header: string
  /** Header above it, shared with its neighbours of the same group. */
  group?: string
  /** Characters of half width. */
  width: number
  /** Columns of the grid it takes; 1 unless said. */
  columnSpan?: number
}
