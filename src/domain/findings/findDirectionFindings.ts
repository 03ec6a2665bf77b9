import type { Evaluation } from '../evaluation/evaluation'
import {
  type DirectionIndex,
  directionIndexOf,
  directionOf,
  indexDirections,
} from './directionIndex'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { findingOnRow } from './makeFinding'

/** Group 6: a cost written as a floor; one indicator in opposite directions in two tables. */
export function findDirectionFindings(
  { evaluation, rows }: FindingSubject,
  others: readonly Evaluation[],
): Finding[] {
  const within = indexDirections([evaluation])
  const elsewhere = directionIndexOf(others)
  return rows.flatMap((row) => [
    ...findCostAsFloor(row),
    ...findOppositeDirection(row, evaluation, within, elsewhere),
  ])
}

const MONEY_UNIT = /^(?:人民币)?[十百千万亿]*元|^[万亿]$|^元/
/** Less spent is the aim, so a floor under it is in order: 成本节约额 ≥10万元. */
const SAVING_NAME = /节约|节省|节支|降低|压减|压缩|减少|下降|核减|收入|收益|回收|增收/

function findCostAsFloor(row: SubjectRow): Finding[] {
  const { firstLevel, secondLevel, target } = row.indicator
  const { bareName } = row
  if (target.kind !== 'quantitative' || target.isInferred) return []
  if (target.comparator !== '≥' && target.comparator !== '>') return []

  const isCost =
    firstLevel === 'cost' ||
    secondLevel === 'cost' ||
    secondLevel === 'economic-cost' ||
    secondLevel === 'social-cost' ||
    secondLevel === 'environmental-cost' ||
    /(?:成本|费用|单价)$/.test(bareName)
  // A rate under 成本 (成本控制率, 资金节约率) may well have a floor; money may not.
  const isMoney = target.measureUnit === undefined || MONEY_UNIT.test(target.measureUnit)
  if (!isCost || !isMoney || SAVING_NAME.test(bareName) || /[率度]$/.test(bareName)) return []
  return [
    findingOnRow(
      'cost-as-floor',
      row,
      `成本指标写成了下限（${target.raw}），请确认是否应为 ${target.comparator === '≥' ? '≤' : '<'}`,
      { target: target.raw, comparator: target.comparator },
    ),
  ]
}

/** Looked for in the table itself first, then in the others. */
function findOppositeDirection(
  row: SubjectRow,
  evaluation: Evaluation,
  within: DirectionIndex,
  elsewhere: DirectionIndex,
): Finding[] {
  const direction = directionOf(row.indicator)
  if (direction === undefined) return []
  const opposite = direction === 'floor' ? 'ceiling' : 'floor'
  const inside = within.get(row.bareName)?.[opposite]?.[0]
  const found =
    inside ??
    elsewhere
      .get(row.bareName)
      ?.[opposite]?.find((occurrence) => occurrence.evaluation.id !== evaluation.id)
  if (!found) return []

  const place = inside ? '本表另一行' : `“${found.evaluation.projectName}”`
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
