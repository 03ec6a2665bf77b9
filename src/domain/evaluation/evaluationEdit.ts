import type { Indicator } from './evaluation'

/**
 * Address of a field inside an evaluation. Indicators are addressed by id, never by position, so that
 * two tabs which edit different cells never meet:
 * `['projectName']`, `['indicators', id, 'actual']`, `['funds', 'rows', '0', 'annualBudget']`,
 * `['budgetExecution', 'declared']`, `['goals', '0', 'attained']`, `['acceptedFindings']`.
 */
export type EditPath = readonly string[]

/** One change a user makes. A command carries a list of them and is applied as a whole or not at all. */
export type EvaluationEdit =
  /** `undefined` removes the field: missing, not empty and not zero. */
  | { type: 'set'; path: EditPath; value: unknown }
  /** `before`: id of the indicator it comes in front of; absent: at the end. */
  | { type: 'insert-indicator'; indicator: Indicator; before?: string }
  | { type: 'remove-indicator'; indicatorId: string }
  | { type: 'move-indicator'; indicatorId: string; before?: string }

/** Field that an edit changes; of a row that comes, goes or moves: the row itself. */
export function pathOf(edit: EvaluationEdit): EditPath {
  switch (edit.type) {
    case 'set':
      return edit.path
    case 'insert-indicator':
      return ['indicators', edit.indicator.id]
    case 'remove-indicator':
    case 'move-indicator':
      return ['indicators', edit.indicatorId]
  }
}
