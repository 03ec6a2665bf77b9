import type { RectificationState } from './rectification'
import { isUnsettled, type RectificationUrgency } from './rectificationUrgency'

/** Which rows of the 整改台账 are wanted. */
export interface RectificationFilter {
  /** In project, unit, problem, measure, owner or note. */
  text: string
  state?: RectificationState | undefined
  unit?: string | undefined
  isOverdue?: boolean
}

interface Filterable {
  project: string
  unit: string
  item: {
    problem: string
    measure?: string
    owner?: string
    note?: string
    state: RectificationState
    dueDate?: string
  }
  urgency: RectificationUrgency | undefined
}

/** Rows that fit, the most urgent first: overdue, then by due date; settled ones last. */
export function filterRectifications<Row extends Filterable>(
  rows: readonly Row[],
  { text, state, unit, isOverdue }: RectificationFilter,
): Row[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return rows
    .filter(({ project, unit: ownUnit, item, urgency }) => {
      const { problem, measure = '', owner = '', note = '' } = item
      const haystack = [project, ownUnit, problem, measure, owner, note].join('\n').toLowerCase()
      return (
        (state === undefined || item.state === state) &&
        (unit === undefined || ownUnit === unit) &&
        (!isOverdue || urgency === 'overdue') &&
        words.every((word) => haystack.includes(word))
      )
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || dueOf(a).localeCompare(dueOf(b)))
}

const rankOf = ({ item }: Filterable): number => (isUnsettled(item) ? 0 : 1)

/** Without a due date behind all that have one. */
const dueOf = ({ item }: Filterable): string => item.dueDate ?? '9999-12-31'
