import type {
  EvaluationComparison,
  FieldChange,
  IndicatorChange,
} from '../comparison/compareEvaluations'
import { compareTargets } from '../comparison/compareTargets'
import { matchIndicators } from '../comparison/matchIndicators'
import type {
  Evaluation,
  EvaluationDraft,
  FundsRow,
  Indicator,
  IndicatorDraft,
  IndicatorMonitoring,
  MonitoringMonth,
} from '../evaluation/evaluation'
import type { EditPath, EvaluationEdit } from '../evaluation/evaluationEdit'
import { isSameData, without } from '../evaluation/plainData'
import { placeMonthEdits } from './monitoringEdits'
import { hasUnplacedMonth, monthOf, rowMonitoring } from './monthlyMonitoring'

const TEXTS = ['toDate', 'forecast', 'explanation', 'likelihood', 'note'] as const
const CAUSES = ['funding', 'regulation', 'staff', 'equipment', 'other'] as const

/** What a monitoring form says of a row; its 备注 is of the month, unless the row has the same. */
function printedOf(row: IndicatorDraft, known?: Indicator): IndicatorMonitoring {
  const { monitoring, note } = row
  return { ...monitoring, ...(note !== undefined && note !== known?.note && { note }) }
}

const changeOf = (path: EditPath, before: unknown, after: unknown): FieldChange[] =>
  after === undefined || isSameData(before, after) ? [] : [{ path, before, after }]

function rowChanges(
  evaluation: Evaluation,
  month: MonitoringMonth,
  before: Indicator,
  after: IndicatorDraft,
): FieldChange[] {
  const path = ['monitoring', String(month), 'indicators', before.id]
  const known = rowMonitoring(monthOf(evaluation, month), before.id)
  const printed = printedOf(after, before)
  return [
    ...TEXTS.flatMap((field) => changeOf([...path, field], known[field], printed[field])),
    ...CAUSES.flatMap((cause) =>
      changeOf([...path, 'causes', cause], known.causes?.[cause], printed.causes?.[cause]),
    ),
  ]
}

/** Funds rows by their label, else by their kind; each once. */
function matchFunds(
  known: readonly FundsRow[],
  printed: readonly FundsRow[],
): (number | undefined)[] {
  const open = new Set(known.keys())
  const take = (matches: (row: FundsRow) => boolean): number | undefined => {
    const index = [...open].find((at) => matches(known[at] as FundsRow))
    if (index !== undefined) open.delete(index)
    return index
  }
  const byLabel = printed.map(({ label }) => take((row) => row.label === label))
  return printed.map(({ kind }, at) => byLabel[at] ?? take((row) => row.kind === kind))
}

interface FundsChanges {
  fields: FieldChange[]
  kept: FieldChange[]
}

/** Amounts of the month; a budget fills in where none is recorded and never replaces one. */
function fundsChanges(
  evaluation: Evaluation,
  draft: EvaluationDraft,
  month: MonitoringMonth,
): FundsChanges {
  const { rows } = evaluation.funds
  const recorded = monthOf(evaluation, month)?.funds
  const indexes = matchFunds(rows, draft.funds.rows)
  let next = rows.length
  const fields: FieldChange[] = []
  const kept: FieldChange[] = []
  draft.funds.rows.forEach((row, at) => {
    const { executionToDate, forecastExecution, ...plain } = row
    const matched = indexes[at]
    const index = matched ?? next++
    const path = ['funds', 'rows', String(index)]
    if (matched === undefined) fields.push({ path, before: undefined, after: plain })
    const known = matched === undefined ? plain : (rows[matched] as FundsRow)
    for (const field of ['initialBudget', 'annualBudget'] as const) {
      const changes = changeOf([...path, field], known[field], plain[field])
      if (known[field] === undefined) fields.push(...changes)
      else kept.push(...changes)
    }
    const monthPath = ['monitoring', String(month), 'funds', String(index)]
    const figures = recorded?.[String(index)]
    const figuresOf = { executionToDate, forecastExecution }
    for (const field of ['executionToDate', 'forecastExecution'] as const) {
      fields.push(...changeOf([...monthPath, field], figures?.[field], figuresOf[field]))
    }
  })
  return { fields, kept }
}

/** What a monitoring form adds to a stored evaluation; `kept` differs, and is left as it stands. */
export interface MonthComparison extends EvaluationComparison {
  kept: FieldChange[]
}

/**
 * Compares a monitoring form with the month of the evaluation it belongs to. Rows are found by name;
 * targets and budgets that differ are told and left alone: a monitoring form sets none.
 */
export function compareMonth(
  evaluation: Evaluation,
  draft: EvaluationDraft,
  month: MonitoringMonth,
): MonthComparison {
  const { fields, kept } = fundsChanges(evaluation, draft, month)
  const pairs = matchIndicators(evaluation.indicators, draft.indicators)
  const indicators = pairs.flatMap(({ before, after, isRenamed }): IndicatorChange[] => {
    if (!after) return []
    if (!before) return [{ kind: 'added', after }]
    if (before.target.raw !== after.target.raw && after.target.kind !== 'none') {
      const path = ['indicators', before.id, 'target']
      kept.push({ path, before: before.target, after: after.target })
    }
    const changes = rowChanges(evaluation, month, before, after)
    const target = compareTargets(before.target, before.target)
    return [{ kind: 'kept', before, after, isRenamed, target, fields: changes }]
  })
  const names = (['competentDepartment', 'implementingUnit'] as const).flatMap((field) =>
    evaluation[field] === undefined ? changeOf([field], undefined, draft[field]) : [],
  )
  return { fields: [...names, ...fields], indicators, kept }
}

/**
 * Edits that write a monitoring form into its month. A blank on the form empties nothing; a row that
 * the evaluation lacks is added, with its figures.
 *
 * @param newId called once for every added row.
 */
export function importMonthEdits(
  evaluation: Evaluation,
  draft: EvaluationDraft,
  month: MonitoringMonth,
  newId: () => string,
): EvaluationEdit[] {
  const comparison = compareMonth(evaluation, draft, month)
  const set = ({ path, after }: FieldChange): EvaluationEdit => ({
    type: 'set',
    path,
    value: after,
  })
  const edits = [
    ...comparison.fields.map(set),
    ...comparison.indicators.flatMap((change): EvaluationEdit[] => {
      if (change.kind === 'dropped') return []
      if (change.kind === 'kept') return change.fields.map(set)
      const id = newId()
      const figures = printedOf(change.after)
      const row = without(change.after, 'monitoring', 'note', 'sharesScoreWith')
      const path = ['monitoring', String(month), 'indicators', id]
      return [
        { type: 'insert-indicator', indicator: { ...row, id } },
        ...(Object.keys(figures).length > 0
          ? [set({ path, before: undefined, after: figures })]
          : []),
      ]
    }),
  ]
  if (edits.length === 0) return []
  return [...(hasUnplacedMonth(evaluation) ? [] : placeMonthEdits(evaluation)), ...edits]
}
