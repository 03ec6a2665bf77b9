import type { AttainmentBand, Evaluation } from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { EvaluationScore } from '@/domain/scoring/evaluationScore'
import { type ShallowRef, shallowRef } from 'vue'
import { buildCellEdits, type CellOutcome, setField } from './cellEdits'
import type { CellPosition } from './cellPosition'
import type { Translate } from './describeTarget'
import type { CellProblem } from './parseFigure'
import type { Rejection } from './rowState'

/** What the table hands over: getters, because the evaluation is replaced with every edit. */
export interface EditingSource {
  evaluation: () => Evaluation
  score: () => EvaluationScore | undefined
  send: (edits: EvaluationEdit[], reason?: string) => void
  t: Translate
}

/** A 自评分 that waits for its reason. */
export interface PendingScore {
  indicatorId: string
  /** 分 */
  score: number
}

export interface CellEditing {
  /** Texts that were not taken, by `rejectionKey`. */
  rejections: Readonly<ShallowRef<ReadonlyMap<string, Rejection>>>
  pendingScore: Readonly<ShallowRef<PendingScore | undefined>>
  /** What a text in a cell would amount to; undefined when the row is gone. */
  outcomeOf: (cell: CellPosition, text: string) => CellOutcome | undefined
  commit: (cell: CellPosition, text: string) => void
  /** Drops a text that was not taken. */
  restore: (cell: CellPosition) => void
  giveReason: (reason: string) => void
  dropPendingScore: () => void
  grade: (indicatorId: string, band: AttainmentBand) => void
  /** ≥ becomes ≤ and the other way round; the raw text stays. */
  turnTarget: (indicatorId: string) => void
}

export const rejectionKey = ({ indicatorId, column }: CellPosition) => `${indicatorId}/${column}`

const turned = { '≥': '≤', '>': '<', '=': '≤', '≤': '≥', '<': '>' } as const

/** From the text of a cell to edits: what is taken, what is refused and what asks for a reason. */
export function useCellEditing({ evaluation, score, send, t }: EditingSource): CellEditing {
  const rejections = shallowRef<ReadonlyMap<string, Rejection>>(new Map())
  const pendingScore = shallowRef<PendingScore>()

  const indicatorOf = (id: string) => evaluation().indicators.find((row) => row.id === id)

  function outcomeOf(cell: CellPosition, text: string): CellOutcome | undefined {
    const indicator = indicatorOf(cell.indicatorId)
    if (!indicator) return undefined
    const rowScore = score()?.indicators.find((row) => row.indicatorId === cell.indicatorId)
    return buildCellEdits(evaluation(), indicator, cell.column, text, rowScore)
  }

  function commit(cell: CellPosition, text: string) {
    const outcome = outcomeOf(cell, text)
    if (!outcome) return
    switch (outcome.kind) {
      case 'edits':
        restore(cell)
        if (outcome.edits.length > 0) send(outcome.edits)
        break
      case 'problem':
        reject(cell, { text, message: describeProblem(outcome.problem, t) })
        break
      case 'needs-reason':
        restore(cell)
        pendingScore.value = { indicatorId: cell.indicatorId, score: outcome.score }
        break
    }
  }

  function reject(cell: CellPosition, rejection: Rejection) {
    rejections.value = new Map([...rejections.value, [rejectionKey(cell), rejection]])
  }

  function restore(cell: CellPosition) {
    if (!rejections.value.has(rejectionKey(cell))) return
    const rest = new Map(rejections.value)
    rest.delete(rejectionKey(cell))
    rejections.value = rest
  }

  function giveReason(reason: string) {
    const pending = pendingScore.value
    if (!pending) return
    pendingScore.value = undefined
    send([setField(pending.indicatorId, 'declared', { score: pending.score, reason })], reason)
  }

  function dropPendingScore() {
    pendingScore.value = undefined
  }

  function grade(indicatorId: string, band: AttainmentBand) {
    const indicator = indicatorOf(indicatorId)
    if (!indicator) return
    const written = indicator.actual?.raw ?? ''
    // The form prints words: the grade's own, unless the clerk has written hers.
    const isOwnWord = written !== '' && indicator.actual?.band === undefined
    const raw = isOwnWord ? written : bandWords[band]
    send([setField(indicatorId, 'actual', { raw, band })])
  }

  function turnTarget(indicatorId: string) {
    const target = indicatorOf(indicatorId)?.target
    if (target?.kind !== 'quantitative') return
    const comparator = turned[target.comparator]
    send([setField(indicatorId, 'target', { ...target, comparator })])
  }

  return {
    rejections,
    pendingScore,
    outcomeOf,
    commit,
    restore,
    giveReason,
    dropPendingScore,
    grade,
    turnTarget,
  }
}

/** Words of 财预〔2020〕10号 for the three bands, as they are printed on the form. */
export const bandWords: Record<AttainmentBand, string> = {
  met: '达成',
  'partly-met': '部分达成',
  unmet: '未达成',
}

export function describeProblem({ code, figures }: CellProblem, t: Translate): string {
  return t(`evaluation.problem.${code}`, figures)
}
