import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { isSameData } from '@/domain/evaluation/plainData'
import { parseFirstLevel } from '@/domain/indicator/parseFirstLevel'
import { parseSecondLevel } from '@/domain/indicator/parseSecondLevel'
import type { EvaluationScore } from '@/domain/scoring/evaluationScore'
import { parseTarget } from '@/domain/target/parseTarget'
import { contextOf, rereadTarget } from '@/domain/target/rereadTarget'
import type { TargetContext } from '@/domain/target/target'
import { measureUnitOf, signOf } from './describeTarget'
import { findActualProblem } from './findActualProblem'
import { mergedSpans } from './mergedRuns'
import { type CellProblem, parseFigure } from './parseFigure'
import type { ColumnId } from './tableColumns'

/** What a text typed or pasted into a cell amounts to. */
export type CellOutcome =
  | { kind: 'edits'; edits: EvaluationEdit[] }
  | { kind: 'problem'; problem: CellProblem }
  /** A 自评分 other than the 规则分: it is stored together with its reason. */
  | { kind: 'needs-reason'; score: number }

type RowScore = EvaluationScore['indicators'][number]

/** Address of a field of a row. */
export function setField(indicatorId: string, field: string, value: unknown): EvaluationEdit {
  return { type: 'set', path: ['indicators', indicatorId, field], value }
}

const edits = (...list: EvaluationEdit[]): CellOutcome => ({ kind: 'edits', edits: list })
const refuse = (problem: CellProblem): CellOutcome => ({ kind: 'problem', problem })
/** An emptied cell is missing, not an empty text. */
const textOrMissing = (text: string): string | undefined =>
  text.trim() === '' ? undefined : text.trim()

/**
 * Turns the text of a cell into edits of the evaluation, or tells why it cannot stand there.
 * Nothing is changed here.
 */
export function buildCellEdits(
  evaluation: Evaluation,
  indicator: Indicator,
  column: ColumnId,
  text: string,
  score: RowScore | undefined,
): CellOutcome {
  const { id } = indicator
  switch (column) {
    case 'firstLevel':
    case 'secondLevel':
      return edits(...relabel(evaluation, indicator, column, text.trim()))
    case 'name':
      return edits(
        setField(id, 'name', text.trim()),
        ...reread(evaluation, indicator, { name: text.trim() }),
      )
    case 'sign':
      return edits(retarget(evaluation, indicator, { sign: text.trim() }))
    case 'target':
      return edits(retarget(evaluation, indicator, { raw: text.trim() }))
    case 'measureUnit':
      return edits(retarget(evaluation, indicator, { measureUnit: text.trim() }))
    case 'note':
    case 'deviationAnalysis':
      return edits(setField(id, column, textOrMissing(text)))
    case 'actual':
      return recordActual(evaluation, indicator, text.trim())
    case 'maxScore':
      return weigh(indicator, text)
    case 'score':
      return declare(indicator, text, score)
  }
}

/** A merged level cell stands for all rows it spans, and names them anew together. */
function relabel(
  evaluation: Evaluation,
  indicator: Indicator,
  column: 'firstLevel' | 'secondLevel',
  label: string,
): EvaluationEdit[] {
  const { indicators } = evaluation
  const index = indicators.findIndex(({ id }) => id === indicator.id)
  const span = mergedSpans(indicators)[index]?.[column] ?? 1
  return indicators.slice(index, index + Math.max(1, span)).flatMap((row) => {
    const first = column === 'firstLevel' ? label : row.firstLevelLabel
    const second = column === 'secondLevel' ? label : row.secondLevelLabel
    const levels = {
      firstLevel: parseFirstLevel(first, second),
      secondLevel: parseSecondLevel(second),
    }
    return [
      setField(row.id, `${column}Label`, label),
      setField(row.id, 'firstLevel', levels.firstLevel),
      setField(row.id, 'secondLevel', levels.secondLevel),
      ...reread(evaluation, row, levels),
    ]
  })
}

/** Reads the 指标值 anew, with the cells beside it as context. What was typed is kept as it is. */
function retarget(
  evaluation: Evaluation,
  indicator: Indicator,
  changed: { raw?: string; sign?: string; measureUnit?: string },
): EvaluationEdit {
  const { raw = indicator.target.raw, ...cells } = changed
  const context = { ...contextIn(evaluation, indicator), ...cells }
  return setField(indicator.id, 'target', parseTarget(raw, withoutBlanks(context)))
}

/** A sign is inferred from name and levels: where they change, so may what was inferred. */
function reread(
  evaluation: Evaluation,
  indicator: Indicator,
  changed: Partial<Pick<Indicator, 'name' | 'firstLevel' | 'secondLevel'>>,
): EvaluationEdit[] {
  const { target } = indicator
  const context = contextIn(evaluation, indicator)
  const read = rereadTarget(
    target,
    withoutBlanks(context),
    withoutBlanks({ ...context, ...changed }),
  )
  return isSameData(read, target) ? [] : [setField(indicator.id, 'target', read)]
}

/** Name, levels and year; on a form that splits the 指标值 also its sign and its unit. */
function contextIn(evaluation: Evaluation, indicator: Indicator): TargetContext {
  return {
    ...contextOf(indicator, evaluation.fiscalYear),
    ...(evaluation.form === 'declaration' && {
      sign: signOf(indicator.target),
      measureUnit: measureUnitOf(indicator.target),
    }),
  }
}

/** An empty cell of a split 指标值 is no cell. */
function withoutBlanks({ sign, measureUnit, ...context }: TargetContext): TargetContext {
  return { ...context, ...(sign && { sign }), ...(measureUnit && { measureUnit }) }
}

function recordActual({ fiscalYear }: Evaluation, indicator: Indicator, raw: string): CellOutcome {
  if (raw === '') return edits(setField(indicator.id, 'actual', undefined))
  const problem = findActualProblem(raw, indicator, fiscalYear)
  // Another text is another statement: the band given to the old one does not go with it.
  return problem ? refuse(problem) : edits(setField(indicator.id, 'actual', { raw }))
}

function weigh(indicator: Indicator, text: string): CellOutcome {
  const parsed = parseFigure(text, 2)
  if (parsed.kind === 'problem') return refuse(parsed.problem)
  const maxScore = parsed.kind === 'figure' ? parsed.value : undefined
  const stated = indicator.declared?.score
  if (maxScore !== undefined && stated !== undefined && stated > maxScore) {
    return refuse({ code: 'score-above-maximum', figures: { score: stated, maxScore } })
  }
  return edits(setField(indicator.id, 'maxScore', maxScore))
}

function declare(indicator: Indicator, text: string, score: RowScore | undefined): CellOutcome {
  const parsed = parseFigure(text, 2)
  if (parsed.kind === 'problem') return refuse(parsed.problem)
  // Emptied, or the rule's own figure: the 自评分 follows the rule again.
  if (parsed.kind === 'empty') return edits(setField(indicator.id, 'declared', undefined))
  const { maxScore } = indicator
  if (maxScore === undefined) {
    return refuse({ code: 'score-missing-maximum', figures: { text: text.trim() } })
  }
  if (parsed.value > maxScore) {
    return refuse({ code: 'score-above-maximum', figures: { score: parsed.value, maxScore } })
  }
  const computed = score?.computed.status === 'scored' ? score.computed.score : undefined
  if (parsed.value === computed) return edits(setField(indicator.id, 'declared', undefined))
  if (parsed.value === indicator.declared?.score) return edits()
  return { kind: 'needs-reason', score: parsed.value }
}
