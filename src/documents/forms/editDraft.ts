import type {
  BudgetExecution,
  EvaluationDraft,
  Goal,
  IndicatorDraft,
} from '../../domain/evaluation/evaluation'
import { without } from '../../domain/evaluation/plainData'
import { setRowField, withLevels } from './editRow'
import type { CellPart } from './formGrid'
import type { FormReading } from './formReading'
import { rowOfPath } from './formWindow'
import { fromPrintedUnit } from './printAmount'
import { readFigure, readPoints } from './readFigure'
import { yearIn } from './readHead'
import { standardFundsRows } from './writeTotals'

/** A copy with another text in one field; the rest is shared. */
function withRow(
  draft: EvaluationDraft,
  index: number,
  change: (row: IndicatorDraft) => IndicatorDraft,
): EvaluationDraft {
  return {
    ...draft,
    indicators: draft.indicators.map((row, at) => (at === index ? change(row) : row)),
  }
}

/** A level label stands for the run of rows that it prints over; a new 一级指标 ends both runs. */
function withLevel(
  draft: EvaluationDraft,
  at: number,
  field: 'firstLevelLabel' | 'secondLevelLabel',
  text: string,
): EvaluationDraft {
  const old = draft.indicators[at]
  const isSameCell = (row: IndicatorDraft) =>
    row[field] === old?.[field] && row.firstLevelLabel === old.firstLevelLabel
  const from = draft.indicators.slice(0, at).findLastIndex((row) => !isSameCell(row)) + 1
  const length = draft.indicators.slice(at).findIndex((row) => !isSameCell(row))
  const end = length === -1 ? draft.indicators.length : at + length
  return {
    ...draft,
    indicators: draft.indicators.map((row, index) =>
      index >= from && index < end ? withLevels(row, { [field]: text }) : row,
    ),
  }
}

function withAmount(
  draft: EvaluationDraft,
  [scope, ...rest]: readonly string[],
  text: string,
): EvaluationDraft | undefined {
  const figure = readFigure(text)
  if (text !== '' && figure === undefined) return undefined
  const amount = figure && fromPrintedUnit(figure.value, draft.funds.printedUnit)
  const put = <T extends object>(value: T, field: string): T =>
    amount === undefined ? (without(value, field as keyof T) as T) : { ...value, [field]: amount }
  if (scope !== 'rows') return { ...draft, funds: put(draft.funds, scope ?? '') }
  const [index, field = ''] = rest
  // A form without funds prints the four rows of the national one, to be filled in.
  const printed = draft.funds.rows.length === 0 ? standardFundsRows : draft.funds.rows
  const rows = printed.map((row, at) => (at === Number(index) ? put(row, field) : row))
  return { ...draft, funds: { ...draft.funds, rows } }
}

function withGoal(
  draft: EvaluationDraft,
  index: number,
  field: string,
  text: string,
): EvaluationDraft {
  if (draft.goals.length === 0) {
    return { ...draft, goals: [{ expected: '', term: 'annual', [field]: text }] }
  }
  const goals = draft.goals.map((goal, at) => (at === index ? { ...goal, [field]: text } : goal))
  return { ...draft, goals }
}

/** 分 as a number; `undefined` where the text is no figure, `null` where it was cleared. */
const pointsIn = (text: string): number | null | undefined =>
  text === '' ? null : readPoints(text)

function withExecution(
  draft: EvaluationDraft,
  field: string,
  text: string,
): EvaluationDraft | undefined {
  const { budgetExecution = {}, ...rest } = draft
  const put = (changed: BudgetExecution): EvaluationDraft =>
    Object.keys(changed).length === 0 ? rest : { ...rest, budgetExecution: changed }
  if (field === 'printedRate') {
    const left = without(budgetExecution, 'printedRate')
    return put(text === '' ? left : { ...left, printedRate: text })
  }
  if (field !== 'maxScore' && field !== 'declared') return undefined
  const points = pointsIn(text)
  if (points === undefined) return undefined
  if (points === null) return put(without(budgetExecution, field))
  return put({
    ...budgetExecution,
    ...(field === 'maxScore' ? { maxScore: points } : { declared: { score: points, reason: '' } }),
  })
}

/** 总分 row as printed; what does not add up is left to the findings. */
function withTotal(draft: EvaluationDraft, field: string, text: string) {
  if (field !== 'maxScore' && field !== 'score') return undefined
  const { printedTotal = {}, ...rest } = draft
  const points = pointsIn(text)
  if (points === undefined) return undefined
  const left = points === null ? without(printedTotal, field) : { ...printedTotal, [field]: points }
  return Object.keys(left).length === 0 ? rest : { ...rest, printedTotal: left }
}

/** One cell for all goals of a term: they become one, or the first of its term. */
function withGoalOfTerm(draft: EvaluationDraft, term: Goal['term'], text: string): EvaluationDraft {
  const first = draft.goals.findIndex((goal) => goal.term === term)
  if (first === -1) return { ...draft, goals: [...draft.goals, { expected: text, term }] }
  const isKept = (goal: Goal, at: number) => goal.term !== term || at === first
  const goals = draft.goals
    .map((goal, at) => (at === first ? { ...goal, expected: text } : goal))
    .filter(isKept)
  // Rows keep to their goals, which have moved up.
  const moved = (at: number) => draft.goals.slice(0, at + 1).filter(isKept).length - 1
  const indicators = draft.indicators.map((row) =>
    row.goal === undefined ? row : { ...row, goal: moved(row.goal) },
  )
  return { ...draft, goals, indicators }
}

/**
 * What the draft becomes when the user types `text` into the cell that prints `path`.
 *
 * @param path as in `FormCell.path`.
 * @param part as in `FormCell.part`.
 * @returns undefined where the field cannot hold the text (words as an amount); the draft itself is
 *   never changed.
 */
export function setDraftField(
  draft: EvaluationDraft,
  path: string,
  text: string,
  part?: CellPart,
): EvaluationDraft | undefined {
  const value = text.trim()
  const [area = '', at = '', ...rest] = path.split('.')
  const field = rest.join('.')
  switch (area) {
    case 'projectName':
    case 'competentDepartment':
    case 'implementingUnit':
      if (value === '' && area !== 'projectName') return without(draft, area)
      return { ...draft, [area]: value }
    case 'fiscalYear': {
      const year = yearIn(/^20\d\d$/.test(value) ? `${value}年` : value)
      return year === undefined ? undefined : { ...draft, fiscalYear: year }
    }
    case 'goals':
      if (part === 'annual' || part === 'mid-term') return withGoalOfTerm(draft, part, value)
      return withGoal(draft, Number(at), field, value)
    case 'funds':
      return withAmount(draft, path.split('.').slice(1), value)
    case 'indicators': {
      const index = Number(at)
      if (field === 'firstLevelLabel' || field === 'secondLevelLabel') {
        return withLevel(draft, index, field, value)
      }
      const row = draft.indicators[index]
      const changed =
        row && setRowField(row, field, { text: value, part, fiscalYear: draft.fiscalYear })
      return changed && withRow(draft, index, () => changed)
    }
    case 'budgetExecution':
      return withExecution(draft, at, value)
    case 'printedTotal':
      return withTotal(draft, at, value)
    default:
      return undefined
  }
}

function withPointsOf(row: IndicatorDraft, from: IndicatorDraft | undefined): IndicatorDraft {
  return {
    ...row,
    ...(from?.maxScore === undefined ? {} : { maxScore: from.maxScore }),
    ...(from?.declared === undefined ? {} : { declared: from.declared }),
    ...(from?.reviewed === undefined ? {} : { reviewed: from.reviewed }),
  }
}

/** The reading without one row; references, links and doubts move along with the rows behind it. */
export function removeDraftRow(reading: FormReading, index: number): FormReading {
  const shift = (row: number) => (row > index ? row - 1 : row)
  const moved = <T extends { path?: string }>(list: readonly T[]): T[] =>
    list.flatMap((entry) => {
      const row = entry.path === undefined ? undefined : rowOfPath(entry.path)
      if (row === index) return []
      if (row === undefined || entry.path === undefined) return [entry]
      return [
        {
          ...entry,
          path: entry.path.replace(/^indicators\.\d+/, `indicators.${String(shift(row))}`),
        },
      ]
    })
  const { indicators: rows } = reading.draft
  // A score printed over several rows stands on the first: without that one, on the next.
  const heir = rows.findIndex(({ sharesScoreWith }) => sharesScoreWith === index)
  const indicators = rows
    .map((row, at) => {
      if (typeof row.sharesScoreWith !== 'number') return row
      if (at === heir) return withPointsOf(without(row, 'sharesScoreWith'), rows[index])
      const shared = row.sharesScoreWith === index ? heir : row.sharesScoreWith
      return { ...row, sharesScoreWith: shift(shared) }
    })
    .filter((_, at) => at !== index)
  return {
    ...reading,
    draft: { ...reading.draft, indicators },
    links: moved(reading.links),
    rowLinks: reading.rowLinks.filter((_, at) => at !== index),
    doubts: moved(reading.doubts),
  }
}
