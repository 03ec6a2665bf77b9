import type { Evaluation, Indicator } from '../evaluation/evaluation'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { comparableName } from '../indicator/indicatorName'
import { findingOnRow } from './makeFinding'

/** Group 6: a cost written as a floor; one indicator in opposite directions in two tables. */
export function findDirectionFindings(
  { evaluation, rows }: FindingSubject,
  others: readonly Evaluation[],
): Finding[] {
  return rows.flatMap((row) => [
    ...findCostAsFloor(row),
    ...findOppositeDirection(row, evaluation, others),
  ])
}

const MONEY_UNIT = /^(?:人民币)?[十百千万亿]*元|^[万亿]$|^元/
/** Less spent is the aim, so a floor under it is in order: 成本节约额 ≥10万元. */
const SAVING_NAME = /节约|节省|节支|降低|压减|压缩|减少|下降|核减|收入|收益|回收|增收/

function findCostAsFloor(row: SubjectRow): Finding[] {
  const { firstLevel, secondLevel, name, target } = row.indicator
  if (target.kind !== 'quantitative' || target.isInferred) return []
  if (target.comparator !== '≥' && target.comparator !== '>') return []

  const isCost =
    firstLevel === 'cost' ||
    secondLevel === 'cost' ||
    secondLevel === 'economic-cost' ||
    secondLevel === 'social-cost' ||
    secondLevel === 'environmental-cost' ||
    /(?:成本|费用|单价)$/.test(comparableName(name))
  // A rate under 成本 (成本控制率, 资金节约率) may well have a floor; money may not.
  const isMoney = target.measureUnit === undefined || MONEY_UNIT.test(target.measureUnit)
  if (!isCost || !isMoney || SAVING_NAME.test(name) || /[率度]$/.test(comparableName(name)))
    return []
  return [
    findingOnRow(
      'cost-as-floor',
      row,
      `成本指标写成了下限（${target.raw}），请确认是否应为 ${target.comparator === '≥' ? '≤' : '<'}`,
      { target: target.raw, comparator: target.comparator },
    ),
  ]
}

type Direction = 'floor' | 'ceiling'

/** Direction of a printed sign; an inferred one is our reading, not the form's statement. */
function directionOf({ target }: Indicator): Direction | undefined {
  if (target.kind !== 'quantitative' || target.isInferred) return undefined
  if (target.comparator === '=') return undefined
  return target.comparator === '≥' || target.comparator === '>' ? 'floor' : 'ceiling'
}

interface Occurrence {
  evaluation: Evaluation
  indicator: Indicator
}
/** Where each indicator name occurs first with a floor and first with a ceiling. */
type DirectionIndex = ReadonlyMap<string, Partial<Record<Direction, Occurrence[]>>>

/** Two of each suffice: one of them may be the very table that is being looked at. */
const KEPT_PER_DIRECTION = 2
const indexes = new WeakMap<readonly Evaluation[], DirectionIndex>()

/**
 * Read once per array, so that looking at each of n tables against the others costs n, not n².
 * Give a new array when the tables change, as live queries do.
 */
function directionIndexOf(others: readonly Evaluation[]): DirectionIndex {
  const known = indexes.get(others)
  if (known) return known
  const index = new Map<string, Partial<Record<Direction, Occurrence[]>>>()
  for (const evaluation of others) {
    for (const indicator of evaluation.indicators) {
      const direction = directionOf(indicator)
      if (direction === undefined) continue
      const name = comparableName(indicator.name)
      const entry = index.get(name) ?? {}
      const occurrences = entry[direction] ?? []
      const isKnown = occurrences.some((kept) => kept.evaluation === evaluation)
      if (!isKnown && occurrences.length < KEPT_PER_DIRECTION) {
        occurrences.push({ evaluation, indicator })
      }
      entry[direction] = occurrences
      index.set(name, entry)
    }
  }
  indexes.set(others, index)
  return index
}

function findOppositeDirection(
  row: SubjectRow,
  evaluation: Evaluation,
  others: readonly Evaluation[],
): Finding[] {
  const direction = directionOf(row.indicator)
  if (direction === undefined) return []
  const name = comparableName(row.indicator.name)
  const opposite = direction === 'floor' ? 'ceiling' : 'floor'

  const within = evaluation.indicators.find(
    (indicator) => comparableName(indicator.name) === name && directionOf(indicator) === opposite,
  )
  const elsewhere = directionIndexOf(others)
    .get(name)
    ?.[opposite]?.find((occurrence) => occurrence.evaluation.id !== evaluation.id)
  const found = within ? { evaluation, indicator: within } : elsewhere
  if (!found) return []

  const place = within ? '本表另一行' : `“${found.evaluation.projectName}”`
  return [
    findingOnRow(
      'direction-differs',
      row,
      `指标值为 ${row.indicator.target.raw}，${place}同名指标为 ${found.indicator.target.raw}，方向相反，请统一`,
      {
        target: row.indicator.target.raw,
        otherTarget: found.indicator.target.raw,
        otherProject: found.evaluation.projectName,
      },
    ),
  ]
}
