import type { FormKind } from './evaluation'

const PLANS: ReadonlySet<FormKind> = new Set(['target-table', 'department-targets', 'declaration'])

/** Whether a form is made before the year: 目标表 and 申报表 have no actual values to fill in. */
export const isPlan = (form: FormKind): boolean => PLANS.has(form)
