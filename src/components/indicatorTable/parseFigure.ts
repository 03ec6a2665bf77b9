import type { ActualProblem } from '@/domain/actual/validateActual'
import { foldText } from '@/domain/target/foldText'

/** Why a text cannot stand in a cell. Each has a message in `evaluation.problem`. */
export type CellProblemCode =
  | ActualProblem
  | 'not-a-figure'
  | 'not-an-amount'
  | 'number-negative'
  | 'too-many-decimals'
  | 'score-above-maximum'
  | 'score-missing-maximum'

export interface CellProblem {
  code: CellProblemCode
  /** Figures of the message. */
  figures: Record<string, string | number>
}

export type ParsedFigure =
  { kind: 'empty' } | { kind: 'figure'; value: number } | { kind: 'problem'; problem: CellProblem }

/** Largest figure a cell takes: a budget of ten thousand 亿元 in 元, with digits to spare in a double. */
export const largestFigure = 1e13

/**
 * Reads a cell that takes a plain figure: 分值, 得分, an amount. Full-width digits and thousands
 * separators are understood; a unit is not, because the column has one.
 *
 * @param decimals how many the cell can hold.
 */
export function parseFigure(text: string, decimals: number): ParsedFigure {
  const folded = foldText(text).replaceAll(/[,\s]/g, '')
  if (folded === '') return { kind: 'empty' }
  const problem = (code: CellProblemCode, figures: Record<string, string | number> = {}) =>
    ({ kind: 'problem', problem: { code, figures: { text: text.trim(), ...figures } } }) as const
  if (/^[+-]?\d+(?:\.\d*)?e[+-]?\d+$/i.test(folded)) return problem('too-many-digits')
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(folded)) return problem('not-a-figure')
  const value = Number(folded)
  if (!Number.isFinite(value) || Math.abs(value) > largestFigure) return problem('too-many-digits')
  if (value < 0) return problem('number-negative')
  const printed = /\.(\d*?)0*$/.exec(folded)?.[1]?.length ?? 0
  if (printed > decimals) return problem('too-many-decimals', { decimals })
  return { kind: 'figure', value }
}
