import { type ActualProblem, validateActual } from '@/domain/actual/validateActual'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { CellProblem } from './parseFigure'

/** Names under which a rate below zero is a figure and no slip: growth, change, difference. */
const mayBeNegative = /增|减|降|升|变化|变动|差|同比|环比|利润|收益率|结余/

/**
 * What cannot be an 实际完成值 at all and is refused at the cell: letters where a figure belongs, a
 * figure beyond all measure, a negative rate, a date the calendar does not have. Words are none of
 * that: they are kept, and the rules or the findings speak to them.
 */
export function findActualProblem(
  raw: string,
  { target, name }: Indicator,
  fiscalYear: number | undefined,
): CellProblem | undefined {
  const code = validateActual(raw, target, {
    name,
    ...(fiscalYear !== undefined && { fiscalYear }),
  })
  if (code === undefined || isKept(code, raw, name)) return undefined
  return { code, figures: { text: raw } }
}

function isKept(code: ActualProblem, raw: string, name: string): boolean {
  switch (code) {
    case 'not-a-number':
    case 'not-a-date':
    case 'not-a-period':
      return /\p{Script=Han}/u.test(raw)
    case 'negative-rate':
      return mayBeNegative.test(name)
    case 'too-many-digits':
    case 'no-such-date':
      return false
  }
}
