import type { EvaluationDraft, IndicatorDraft } from '../../domain/evaluation/evaluation'
import { without } from '../../domain/evaluation/plainData'
import { parseFirstLevel } from '../../domain/indicator/parseFirstLevel'
import { parseSecondLevel } from '../../domain/indicator/parseSecondLevel'
import { parseTarget } from '../../domain/target/parseTarget'
import type { FormReading } from './formReading'
import { rowOfPath } from './formWindow'
import { fromPrintedUnit } from './printAmount'
import { readFigure, readPoints } from './readFigure'
import { yearIn } from './readHead'

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

/** Levels are read by each other, and the target by both: all are read again. */
function reread(row: IndicatorDraft, raw: string, fiscalYear: number | undefined): IndicatorDraft {
  const { firstLevelLabel, secondLevelLabel, name } = row
  return {
    ...row,
    firstLevel: parseFirstLevel(firstLevelLabel, secondLevelLabel),
    secondLevel: parseSecondLevel(secondLevelLabel),
    target: parseTarget(raw, {
      name,
      firstLevel: firstLevelLabel,
      secondLevel: secondLevelLabel,
      ...(fiscalYear === undefined ? {} : { fiscalYear }),
    }),
  }
}

type RowEdit = (
  row: IndicatorDraft,
  text: string,
  fiscalYear?: number,
) => IndicatorDraft | undefined

/** @returns undefined for a text that the field cannot hold. */
function withPoints(field: 'maxScore' | 'declared' | 'reviewed'): RowEdit {
  return (row, text) => {
    if (text === '') return without(row, field)
    const points = readPoints(text)
    if (points === undefined) return undefined
    return { ...row, [field]: field === 'maxScore' ? points : { score: points, reason: '' } }
  }
}

function withText(field: 'deviationAnalysis' | 'note'): RowEdit {
  return (row, text) => (text === '' ? without(row, field) : { ...row, [field]: text })
}

const rowEdits: Readonly<Record<string, RowEdit>> = {
  name: (row, text) => ({ ...row, name: text }),
  target: (row, text, fiscalYear) => reread(row, text, fiscalYear),
  actual: (row, text) => (text === '' ? without(row, 'actual') : { ...row, actual: { raw: text } }),
  maxScore: withPoints('maxScore'),
  declared: withPoints('declared'),
  reviewed: withPoints('reviewed'),
  deviationAnalysis: withText('deviationAnalysis'),
  note: withText('note'),
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
      index >= from && index < end
        ? {
            ...reread({ ...row, [field]: text }, row.target.raw, draft.fiscalYear),
            target: row.target,
          }
        : row,
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
  const rows = draft.funds.rows.map((row, at) => (at === Number(index) ? put(row, field) : row))
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

/**
 * What the draft becomes when the user types `text` into the cell that prints `path`.
 *
 * @param path as in `FormCell.path`.
 * @returns undefined where the field cannot hold the text (words as an amount); the draft itself is
 *   never changed.
 */
export function setDraftField(
  draft: EvaluationDraft,
  path: string,
  text: string,
): EvaluationDraft | undefined {
  const value = text.trim()
  const [area = '', at = '', field = ''] = path.split('.')
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
      return withGoal(draft, Number(at), field, value)
    case 'funds':
      return withAmount(draft, path.split('.').slice(1), value)
    case 'indicators': {
      const index = Number(at)
      if (field === 'firstLevelLabel' || field === 'secondLevelLabel') {
        return withLevel(draft, index, field, value)
      }
      const row = draft.indicators[index]
      const changed = row && rowEdits[field]?.(row, value, draft.fiscalYear)
      return changed && withRow(draft, index, () => changed)
    }
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
