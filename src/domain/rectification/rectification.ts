import { isoDate } from '../calendar'

/** 待整改 / 整改中 / 已完成 / 不予采纳 */
export type RectificationState = 'open' | 'in-progress' | 'completed' | 'declined'

export const RECTIFICATION_STATES: readonly RectificationState[] = [
  'open',
  'in-progress',
  'completed',
  'declined',
]

/** Where a problem comes from: 校验, a 复核分, an opinion of the reviewer, or somebody's own words. */
export type RectificationOrigin = 'finding' | 'review' | 'opinion' | 'manual'

/** 整改: one problem of an evaluation, and what is done about it. */
export interface Rectification {
  id: string
  origin: RectificationOrigin
  /** Names what it was made from, so that the same problem is not put on the list twice. */
  sourceKey?: string
  /** Row it is about; absent: the whole evaluation. */
  indicatorId?: string
  /** 问题 */
  problem: string
  /** 整改措施 */
  measure?: string
  /** 责任人 */
  owner?: string
  /** 完成期限, ISO date, inclusive */
  dueDate?: string
  state: RectificationState
  /** 备注; of one that is 不予采纳 the reason */
  note?: string
}

/** What a user may change of one that is on the list. */
export type RectificationField = 'problem' | 'measure' | 'owner' | 'dueDate' | 'state' | 'note'

export const RECTIFICATION_FIELDS: readonly RectificationField[] = [
  'problem',
  'measure',
  'owner',
  'dueDate',
  'state',
  'note',
]

/** Why one cannot stand as it is. */
export type RectificationProblem = 'problem-missing' | 'reason-missing' | 'date-wrong'

/** Ours: who does not take up a problem says why, as with a finding that is accepted. */
export function findRectificationProblem({
  problem,
  state,
  note,
  dueDate,
}: Rectification): RectificationProblem | undefined {
  if (problem.trim() === '') return 'problem-missing'
  if (state === 'declined' && !note?.trim()) return 'reason-missing'
  return dueDate === undefined || isDate(dueDate) ? undefined : 'date-wrong'
}

function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return isoDate(Number(year), Number(month), Number(day)) === text
}
