import type { AttainmentLikelihood, DeviationCause } from '../../domain/evaluation/evaluation'
import type { EvaluationScore } from '../../domain/scoring/evaluationScore'
import type { CellPart } from './formGrid'
import type { FormGridBuilder } from './formGridBuilder'
import type { PrintableEvaluation } from './formLayout'
import type { ColumnField, PrintedColumn } from './indicatorColumns'
import { joinTarget, splitTarget } from './printTarget'

type Row = PrintableEvaluation['indicators'][number]

/** Rows that print one cell together: index of the first row → number of rows. */
type Runs = ReadonlyMap<number, number>

function runsOf(count: number, belongsToPrevious: (index: number) => boolean): Runs {
  const runs = new Map<number, number>()
  let start = 0
  for (let index = 0; index < count; index += 1) {
    if (index > 0 && belongsToPrevious(index)) runs.set(start, (runs.get(start) ?? 1) + 1)
    else runs.set((start = index), 1)
  }
  return runs
}

/** Index of the row on which the 分值 of this row stands. */
function scoreRowOf(rows: readonly Row[], index: number): number {
  const shared = rows[index]?.sharesScoreWith
  if (shared === undefined) return index
  if (typeof shared === 'number') return shared
  const found = rows.findIndex((row) => row.id === shared)
  return found === -1 ? index : found
}

/** 得分 as printed: what the unit states, else what the rule gives. */
function printedScoreOf(row: Row, score?: EvaluationScore): number | undefined {
  if (row.declared) return row.declared.score
  const computed = score?.indicators.find(({ indicatorId }) => indicatorId === row.id)?.computed
  return computed?.status === 'scored' ? computed.score : undefined
}

const pathOf: Partial<Record<ColumnField, string>> = {
  firstLevel: 'firstLevelLabel',
  secondLevel: 'secondLevelLabel',
  sign: 'target',
  measureUnit: 'target',
  score: 'declared',
  reviewedScore: 'reviewed',
  toDate: 'monitoring.toDate',
  forecast: 'monitoring.forecast',
  explanation: 'monitoring.explanation',
}

function fieldPath(index: number, field: ColumnField): string {
  const tail = field.startsWith('cause:')
    ? `monitoring.causes.${field.slice('cause:'.length)}`
    : field.startsWith('likelihood:')
      ? 'monitoring.likelihood'
      : (pathOf[field] ?? field)
  return `indicators.${String(index)}.${tail}`
}

/** Which part of its field a column prints, where several columns print one. */
function partOf(field: ColumnField, hasSignColumn: boolean): CellPart | undefined {
  if (field.startsWith('likelihood:')) return field.slice('likelihood:'.length) as CellPart
  if (!hasSignColumn) return undefined
  if (field === 'target') return 'value'
  return field === 'sign' || field === 'measureUnit' ? field : undefined
}

type TextOf = (row: Row, hasSignColumn: boolean) => string

const textByField: Partial<Record<ColumnField, TextOf>> = {
  firstLevel: (row) => row.firstLevelLabel,
  secondLevel: (row) => row.secondLevelLabel,
  name: (row) => row.name,
  sign: (row) => splitTarget(row.target).sign,
  target: (row, hasSignColumn) =>
    hasSignColumn ? splitTarget(row.target).value : joinTarget(row.target, row.name),
  measureUnit: (row) => splitTarget(row.target).measureUnit,
  actual: (row) => row.actual?.raw ?? '',
  deviationAnalysis: (row) => row.deviationAnalysis ?? '',
  note: (row) => row.note ?? '',
  toDate: (row) => row.monitoring?.toDate ?? '',
  forecast: (row) => row.monitoring?.forecast ?? '',
  explanation: (row) => row.monitoring?.explanation ?? '',
}

function textOf(row: Row, field: ColumnField, hasSignColumn: boolean): string {
  const [name, member] = field.split(':')
  if (name === 'cause') return row.monitoring?.causes?.[member as DeviationCause] ?? ''
  if (name === 'likelihood') {
    return row.monitoring?.likelihood === (member as AttainmentLikelihood) ? '√' : ''
  }
  return textByField[field]?.(row, hasSignColumn) ?? ''
}

/** Header of the indicator table, in two rows where columns have a common header above them. */
export function writeHeader(
  builder: FormGridBuilder,
  columns: readonly PrintedColumn[],
  firstColumn = 0,
): void {
  const hasGroups = columns.some((column) => column.group !== undefined)
  let at = firstColumn
  columns.forEach((column, index) => {
    const columnSpan = column.columnSpan ?? 1
    if (column.group === undefined) {
      builder.add(at, column.header, 'header', { columnSpan, rowSpan: hasGroups ? 2 : 1 })
    } else {
      if (columns[index - 1]?.group !== column.group) {
        const members = columns.slice(index).findIndex((other) => other.group !== column.group)
        builder.add(at, column.group, 'header', {
          columnSpan: members === -1 ? columns.length - index : members,
        })
      }
      builder.add(at, column.header, 'header', { columnSpan }, 1)
    }
    at += columnSpan
  })
  const to = builder.row + (hasGroups ? 1 : 0)
  builder.markHeader(builder.row, to)
  builder.row = to + 1
}

/** The rows under the header: equal level labels that follow each other print as one merged cell. */
export function writeRows(
  builder: FormGridBuilder,
  columns: readonly PrintedColumn[],
  evaluation: PrintableEvaluation,
  score?: EvaluationScore,
  firstColumn = 0,
): void {
  const rows = evaluation.indicators
  const hasSignColumn = columns.some((column) => column.field === 'sign')
  const first = runsOf(
    rows.length,
    (index) => rows[index]?.firstLevelLabel === rows[index - 1]?.firstLevelLabel,
  )
  const second = runsOf(
    rows.length,
    (index) =>
      !first.has(index) && rows[index]?.secondLevelLabel === rows[index - 1]?.secondLevelLabel,
  )
  const shared = runsOf(
    rows.length,
    (index) => scoreRowOf(rows, index) === scoreRowOf(rows, index - 1),
  )
  const runsByField: Partial<Record<ColumnField, Runs>> = {
    firstLevel: first,
    secondLevel: second,
    maxScore: shared,
    score: shared,
    reviewedScore: shared,
  }
  rows.forEach((row, index) => {
    let column = firstColumn
    for (const { field, columnSpan = 1 } of columns) {
      const rowSpan = runsByField[field] ? runsByField[field].get(index) : 1
      const part = partOf(field, hasSignColumn)
      const options = {
        rowSpan: rowSpan ?? 1,
        columnSpan,
        path: fieldPath(index, field),
        ...(part === undefined ? {} : { part }),
      }
      if (rowSpan !== undefined) {
        if (field === 'maxScore') builder.addNumber(column, row.maxScore, 'score', options)
        else if (field === 'score') {
          builder.addNumber(column, printedScoreOf(row, score), 'score', options)
        } else if (field === 'reviewedScore') {
          builder.addNumber(column, row.reviewed?.score, 'score', options)
        } else {
          const role = field === 'firstLevel' || field === 'secondLevel' ? 'label' : 'value'
          builder.add(column, textOf(row, field, hasSignColumn), role, options)
        }
      }
      column += columnSpan
    }
    builder.row += 1
  })
}
