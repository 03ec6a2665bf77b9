import type { EvaluationSummary } from '../summary/evaluationSummary'
import { groupSummaries } from './groupSummaries'

/** 填报进度 of one unit. */
export interface UnitProgress {
  /** `undefined`: the evaluations name no unit. */
  unit: string | undefined
  evaluations: number
  /** Evaluations in which every row that carries points is filled in. */
  complete: number
  /** Evaluations handed in: 已提交, 复核通过, 锁定. */
  submitted: number
  /** Rows filled in, of rows that carry points. */
  filled: number
  of: number
  /** The evaluations that are not complete, least filled first. */
  incomplete: EvaluationSummary[]
}

const SUBMITTED: ReadonlySet<EvaluationSummary['status']> = new Set([
  'submitted',
  'approved',
  'locked',
])

/** Rows that still lack an actual value or a grade. */
export const missingRows = ({ filled, of }: Pick<EvaluationSummary, 'filled' | 'of'>): number =>
  of - filled

/** A table without 分值 has nothing to fill in yet, so it is not complete either. */
export const isComplete = ({ filled, of }: Pick<EvaluationSummary, 'filled' | 'of'>): boolean =>
  of > 0 && filled === of

/** Who has not filled in what: units by the number of rows they still owe, most first. */
export function listFilingProgress(summaries: readonly EvaluationSummary[]): UnitProgress[] {
  return groupSummaries(summaries, 'unit')
    .map(({ key, summaries: members }) => ({
      unit: key,
      evaluations: members.length,
      complete: members.filter(isComplete).length,
      submitted: members.filter(({ status }) => SUBMITTED.has(status)).length,
      filled: members.reduce((total, { filled }) => total + filled, 0),
      of: members.reduce((total, { of }) => total + of, 0),
      incomplete: members
        .filter((summary) => !isComplete(summary))
        .sort((one, other) => missingRows(other) - missingRows(one)),
    }))
    .sort((one, other) => missingRows(other) - missingRows(one))
}
