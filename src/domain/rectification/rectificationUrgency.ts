import { daysBetween } from '../calendar'
import type { Rectification, RectificationState } from './rectification'

/** 逾期, or due within a week. */
export type RectificationUrgency = 'overdue' | 'due-soon'

/** Days before the due date from which on it is said. */
const SOON_DAYS = 7

/** Whether something is still to be done. */
export const isUnsettled = ({ state }: Pick<Rectification, 'state'>): boolean =>
  state === 'open' || state === 'in-progress'

/**
 * How near the due date of an unsettled item is; the due date itself is in time.
 * @param today ISO date
 */
export function urgencyOf(
  item: Pick<Rectification, 'state' | 'dueDate'>,
  today: string,
): RectificationUrgency | undefined {
  if (!isUnsettled(item) || item.dueDate === undefined) return undefined
  const days = daysBetween(today, item.dueDate)
  if (days < 0) return 'overdue'
  return days <= SOON_DAYS ? 'due-soon' : undefined
}

/** Number of items by state, of all and of those that are overdue. */
export interface RectificationCounts extends Record<RectificationState, number> {
  total: number
  overdue: number
}

export function countRectifications(
  items: readonly Pick<Rectification, 'state' | 'dueDate'>[],
  today: string,
): RectificationCounts {
  const of = (state: RectificationState) => items.filter((item) => item.state === state).length
  return {
    open: of('open'),
    'in-progress': of('in-progress'),
    completed: of('completed'),
    declined: of('declined'),
    total: items.length,
    overdue: items.filter((item) => urgencyOf(item, today) === 'overdue').length,
  }
}
