import type { EvaluationDraft, Indicator, IndicatorDraft } from '../evaluation/evaluation'
import type { EditPath } from '../evaluation/evaluationEdit'
import { compareTargets, type TargetChange } from './compareTargets'
import { matchIndicators } from './matchIndicators'

/** A row of another version of the table: just read from a file, or stored. */
type OtherIndicator = IndicatorDraft & { id?: string }
type OtherEvaluation = Omit<EvaluationDraft, 'indicators'> & { indicators: OtherIndicator[] }
type StoredEvaluation = Omit<EvaluationDraft, 'indicators'> & { indicators: Indicator[] }

/** A field that differs. `path` is an edit path into the first table; `undefined` means absent. */
export interface FieldChange {
  path: EditPath
  before: unknown
  after: unknown
}

export type IndicatorChange =
  | { kind: 'added'; after: OtherIndicator }
  | { kind: 'dropped'; before: Indicator }
  | {
      kind: 'kept'
      before: Indicator
      after: OtherIndicator
      isRenamed: boolean
      target: TargetChange
      /** Empty: the row is the same. */
      fields: FieldChange[]
    }

/** What a second table says otherwise than the first. */
export interface EvaluationComparison {
  /** Fields outside the indicators. */
  fields: FieldChange[]
  /** All rows in the order of the second table; dropped ones where they stood. */
  indicators: IndicatorChange[]
}

/**
 * Compares two tables field by field: a stored evaluation with the file that is imported again,
 * a target table with its self-evaluation, one year with the next.
 *
 * Nothing is decided here: an empty cell in the second table is reported as a change to `undefined`,
 * and whoever applies it chooses whether blank means removed.
 */
export function compareEvaluations(
  before: StoredEvaluation,
  after: OtherEvaluation,
): EvaluationComparison {
  const pairs = matchIndicators(before.indicators, after.indicators)
  return {
    fields: [
      ...compareFields(before, after, [], TABLE_FIELDS),
      ...compareLists(before.goals, after.goals, ['goals'], GOAL_FIELDS),
      ...compareLists(before.funds.rows, after.funds.rows, ['funds', 'rows'], FUNDS_FIELDS),
      ...compareFields(before.funds, after.funds, ['funds'], EXPENDITURE_FIELDS),
      ...compareFields(
        before.budgetExecution ?? {},
        after.budgetExecution ?? {},
        ['budgetExecution'],
        EXECUTION_FIELDS,
      ),
    ],
    indicators: pairs.flatMap((pair): IndicatorChange[] => {
      if (pair.before && pair.after) return [compareIndicators(pair.before, pair.after, pair)]
      if (pair.after) return [{ kind: 'added', after: pair.after }]
      return pair.before ? [{ kind: 'dropped', before: pair.before }] : []
    }),
  }
}

const TABLE_FIELDS = [
  'form',
  'scope',
  'projectName',
  'competentDepartment',
  'implementingUnit',
  'fiscalYear',
  'printedTotal',
  'monitoringMonth',
] as const
const GOAL_FIELDS = ['expected', 'attained', 'maxScore', 'term'] as const
const FUNDS_FIELDS = [
  'label',
  'initialBudget',
  'annualBudget',
  'annualExecution',
  'executionToDate',
  'forecastExecution',
] as const
const EXPENDITURE_FIELDS = ['basicExpenditure', 'projectExpenditure'] as const
const EXECUTION_FIELDS = ['maxScore', 'printedRate', 'declared', 'reviewed'] as const
const INDICATOR_FIELDS = [
  'firstLevelLabel',
  'secondLevelLabel',
  'name',
  'maxScore',
  'actual',
  'declared',
  'reviewed',
  'deviationAnalysis',
  'note',
  'monitoring',
] as const

function compareIndicators(
  before: Indicator,
  after: OtherIndicator,
  { isRenamed }: { isRenamed: boolean },
): IndicatorChange {
  const path = ['indicators', before.id]
  const fields = compareFields(before, after, path, INDICATOR_FIELDS)
  // A target is one field: its meaning without its raw text would be a target nobody printed.
  if (before.target.raw !== after.target.raw || !isSame(before.target, after.target)) {
    fields.push({ path: [...path, 'target'], before: before.target, after: after.target })
  }
  return {
    kind: 'kept',
    before,
    after,
    isRenamed,
    target: compareTargets(before.target, after.target),
    fields,
  }
}

function compareFields<Fields extends object>(
  before: Fields,
  after: Fields,
  path: EditPath,
  names: readonly (keyof Fields & string)[],
): FieldChange[] {
  return names.flatMap((name) =>
    isSame(before[name], after[name])
      ? []
      : [{ path: [...path, name], before: before[name], after: after[name] }],
  )
}

/** Goals and funds rows have no name of their own: they are compared in printed order. */
function compareLists<Item extends object>(
  before: readonly Item[],
  after: readonly Item[],
  path: EditPath,
  names: readonly (keyof Item & string)[],
): FieldChange[] {
  const length = Math.max(before.length, after.length)
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const one = before[index]
    const other = after[index]
    const place = [...path, String(index)]
    if (one && other) return compareFields(one, other, place, names)
    return [{ path: place, before: one, after: other }]
  })
}

/** Plain data only: what may stand in a field of an evaluation. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) =>
    isSame(Reflect.get(one, name) as unknown, Reflect.get(other, name) as unknown),
  )
}
