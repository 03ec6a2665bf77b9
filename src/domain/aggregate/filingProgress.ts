import { isPlan } from '../evaluation/isPlan'
import type { EvaluationSummary } from '../summary/evaluationSummary'

type Filling = Pick<EvaluationSummary, 'form' | 'filled' | 'of'>

/** Whether somebody has actual values to fill in. */
export const isToBeFilled = ({ form }: Pick<EvaluationSummary, 'form'>): boolean => !isPlan(form)

/** Rows that still lack an actual value or a grade. */
export const missingRows = ({ filled, of }: Pick<Filling, 'filled' | 'of'>): number => of - filled

/** A table without 分值 has nothing to fill in yet, so it is not complete either. */
export const isComplete = ({ filled, of }: Pick<Filling, 'filled' | 'of'>): boolean =>
  of > 0 && filled === of

/** 填报进度: what is to be filled in and is not, the most missing rows first. */
export function listUnfilled<Summary extends Filling>(summaries: readonly Summary[]): Summary[] {
  return summaries
    .filter((summary) => isToBeFilled(summary) && !isComplete(summary))
    .sort((one, other) => missingRows(other) - missingRows(one))
}
