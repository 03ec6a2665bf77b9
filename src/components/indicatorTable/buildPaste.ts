import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { EvaluationScore } from '@/domain/scoring/evaluationScore'
import { parseTarget } from '@/domain/target/parseTarget'
import { buildCellEdits, setField } from './cellEdits'
import type { CellPosition } from './cellPosition'
import type { CellProblem } from './parseFigure'
import type { PastedBlock } from './parsePastedBlock'
import type { ColumnId } from './tableColumns'

/** One cell of a block that is about to land. */
export interface PastedCell {
  indicatorId: string
  column: ColumnId
  text: string
  /** The cell stays as it is. */
  problem?: CellProblem
}

/** What a paste would do, before it does it. */
export interface PastePlan {
  cells: PastedCell[]
  /** Rows added below the last one. */
  addedRows: Indicator[]
  /** All of it, as one command. */
  edits: EvaluationEdit[]
  rows: number
  columns: number
}

export type PasteOutcome =
  | { kind: 'plan'; plan: PastePlan }
  | { kind: 'too-wide'; columns: number; room: number }
  | { kind: 'readonly'; column: ColumnId }

export interface PasteTarget {
  evaluation: Evaluation
  score: EvaluationScore | undefined
  columns: readonly ColumnId[]
  readonlyColumns: readonly ColumnId[]
  /** Upper left cell the block lands on. */
  at: CellPosition
  newId: () => string
}

/**
 * Plans where each cell of a pasted block lands. A block that does not fit is refused as a whole;
 * a cell that cannot take its text stays as it is and is named.
 */
export function buildPaste(block: PastedBlock, target: PasteTarget): PasteOutcome {
  const width = block[0]?.length ?? 0
  const firstColumn = target.columns.indexOf(target.at.column)
  const columns = target.columns.slice(firstColumn, firstColumn + width)
  if (columns.length < width) {
    return { kind: 'too-wide', columns: width, room: columns.length }
  }
  const locked = columns.find((column) => target.readonlyColumns.includes(column))
  if (locked !== undefined) return { kind: 'readonly', column: locked }

  const filled = fillLevels(block, columns)
  const firstRow = target.evaluation.indicators.findIndex(({ id }) => id === target.at.indicatorId)
  const rows = target.evaluation.indicators.slice(firstRow, firstRow + block.length)
  const addedRows = filled.slice(rows.length).map((cells) => newRow(cells, columns, target))
  const evaluation = {
    ...target.evaluation,
    indicators: [...target.evaluation.indicators, ...addedRows],
  }
  const landing = [...rows, ...addedRows]
  const cells = landing.flatMap((indicator, index) =>
    planRow(indicator, filled[index] ?? [], columns, { ...target, evaluation }),
  )
  const edits: EvaluationEdit[] = [
    ...addedRows.map((indicator) => ({ type: 'insert-indicator' as const, indicator })),
    ...cells.flatMap((cell) => cell.edits),
  ]
  return {
    kind: 'plan',
    plan: {
      cells: cells.map(({ cell }) => cell),
      addedRows,
      edits,
      rows: block.length,
      columns: width,
    },
  }
}

/** A merged level cell comes as its text over empty cells: they belong to the level above them. */
function fillLevels(block: PastedBlock, columns: readonly ColumnId[]): PastedBlock {
  const above: string[] = []
  return block.map((row) =>
    row.map((text, index) => {
      const isLevel = columns[index] === 'firstLevel' || columns[index] === 'secondLevel'
      if (!isLevel) return text
      above[index] = text === '' ? (above[index] ?? '') : text
      return above[index]
    }),
  )
}

interface PlannedCell {
  cell: PastedCell
  edits: EvaluationEdit[]
}

function planRow(
  indicator: Indicator,
  texts: readonly string[],
  columns: readonly ColumnId[],
  { evaluation, score }: PasteTarget,
): PlannedCell[] {
  const rowScore = score?.indicators.find((row) => row.indicatorId === indicator.id)
  // A row is read from left to right: the 指标值 is understood with the name pasted beside it.
  let current = indicator
  return columns.map((column, index) => {
    const text = texts[index] ?? ''
    const cell = { indicatorId: indicator.id, column, text }
    const whole = {
      ...evaluation,
      indicators: evaluation.indicators.map((row) => (row.id === current.id ? current : row)),
    }
    const outcome = buildCellEdits(whole, current, column, text, rowScore)
    if (outcome.kind === 'problem') {
      return { cell: { ...cell, problem: outcome.problem }, edits: [] }
    }
    // A pasted 得分 is a printed score: it comes without a reason, and the findings ask for one.
    const edits =
      outcome.kind === 'needs-reason'
        ? [setField(indicator.id, 'declared', { score: outcome.score, reason: '' })]
        : outcome.edits.filter((edit) => isOfRow(edit, indicator.id))
    current = withEdits(current, edits)
    return { cell, edits }
  })
}

const isOfRow = (edit: EvaluationEdit, indicatorId: string) =>
  edit.type === 'set' && edit.path[1] === indicatorId

function withEdits(indicator: Indicator, edits: readonly EvaluationEdit[]): Indicator {
  const changes = edits.flatMap((edit) =>
    edit.type === 'set' && edit.path[2] !== undefined ? [[edit.path[2], edit.value] as const] : [],
  )
  return { ...indicator, ...Object.fromEntries(changes) }
}

/** A row below the table, under the levels of the last one unless the block brings its own. */
function newRow(
  cells: readonly string[],
  columns: readonly ColumnId[],
  { evaluation, newId }: PasteTarget,
): Indicator {
  const last = evaluation.indicators.at(-1)
  const textOf = (column: ColumnId) => cells[columns.indexOf(column)]
  return {
    id: newId(),
    firstLevel: last?.firstLevel ?? 'other',
    firstLevelLabel: textOf('firstLevel') ?? last?.firstLevelLabel ?? '',
    secondLevel: last?.secondLevel ?? 'other',
    secondLevelLabel: textOf('secondLevel') ?? last?.secondLevelLabel ?? '',
    name: '',
    target: parseTarget(''),
  }
}
