import { validateActual } from '@/domain/actual/validateActual'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { CellProblem } from './parseFigure'

/** What cannot be an 实际完成值 at all and is refused at the cell, with the text it quotes. */
export function findActualProblem(
  raw: string,
  { target, name }: Indicator,
  fiscalYear: number | undefined,
): CellProblem | undefined {
  const code = validateActual(raw, target, {
    name,
    ...(fiscalYear !== undefined && { fiscalYear }),
  })
  return code && { code, figures: { text: raw } }
}
