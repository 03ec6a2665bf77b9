import { compare, toNumber } from '../decimal'
import { unitInName } from '../indicator/unitInName'
import { foldText } from '../target/foldText'
import { convertMoney } from '../target/measureUnit'
import { readComparator } from '../target/readComparator'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { formatFigure } from './formatFigure'
import { hasText } from './hasText'
import { isShareName } from './isShareName'
import { findingOnRow } from './makeFinding'

/**
 * Group 4: the actual value is missing or no measurement, repeats the target, has another unit, or
 * is a percentage above 100 where a share cannot be.
 */
export function findActualFindings({ rows, isReporting }: FindingSubject): Finding[] {
  const hasWeights = rows.some(({ isCounted }) => isCounted)
  return rows.flatMap((row) => [
    ...(isReporting ? findMissing(row, hasWeights) : []),
    ...findRepeat(row),
    ...findOtherUnit(row),
    ...findOver100(row),
  ])
}

function findMissing(row: SubjectRow, hasWeights: boolean): Finding[] {
  const { indicator, actual, isCounted } = row
  const { name, target, isSubRow, sharesScoreWith } = indicator
  // A row without 分值 stands outside the scores, unless nothing in the table has 分值 yet.
  const isExpected = isCounted || sharesScoreWith !== undefined || !hasWeights
  if (!isExpected || isSubRow || !hasText(name) || indicator.actual?.band) return []
  if (actual.kind === 'missing') {
    return [
      findingOnRow('actual-missing', row, `没有实际完成值（指标值 ${target.raw}），请填写`, {
        target: target.raw,
      }),
    ]
  }
  const isWord = actual.kind === 'unreadable' && target.kind !== 'qualitative'
  if (!isWord || target.kind === 'none') return []
  const raw = indicator.actual?.raw ?? ''
  return [
    findingOnRow(
      'actual-missing',
      row,
      `实际完成值“${raw}”读不出数值，无法与指标值 ${target.raw} 比较，请填写实际数`,
      { target: target.raw, actual: raw },
    ),
  ]
}

function findRepeat(row: SubjectRow): Finding[] {
  const { actual, indicator } = row
  const raw = indicator.actual?.raw ?? ''
  if (actual.flags.includes('repeats-target')) {
    return [
      findingOnRow(
        'actual-repeats-target',
        row,
        `实际完成值（${raw}）照抄指标值（${indicator.target.raw}），请填写实际数`,
        { target: indicator.target.raw, actual: raw },
      ),
    ]
  }
  // "=80%" states a figure; "≥266米" only a bound.
  const sign = readComparator(foldText(raw))?.comparator
  if (!actual.flags.includes('carries-sign') || sign === undefined || sign === '=') return []
  return [
    findingOnRow(
      'actual-repeats-target',
      row,
      `实际完成值（${raw}）带有 ${sign}，是范围而不是实际数，请填写实际数`,
      { target: indicator.target.raw, actual: raw },
    ),
  ]
}

function findOtherUnit(row: SubjectRow): Finding[] {
  const { actual, indicator } = row
  const { target, name } = indicator
  if (actual.kind !== 'number') return []
  const targetUnit = 'measureUnit' in target ? target.measureUnit : undefined
  const raw = indicator.actual?.raw ?? ''
  const figures = { target: target.raw, actual: raw }

  if (actual.flags.includes('unit-differs') || actual.flags.includes('unit-converted')) {
    const isConverted = actual.flags.includes('unit-converted')
    const settlement = isConverted ? '已折算后比较，请统一单位' : '未作换算，请核对单位'
    return [
      findingOnRow(
        'actual-unit-differs',
        row,
        `实际完成值（${raw}）与指标值（${target.raw}）的单位不同，${settlement}`,
        {
          ...figures,
          targetUnit: targetUnit ?? '',
          actualUnit: actual.measureUnit ?? '',
        },
      ),
    ]
  }
  const nameUnit = unitInName(name)
  if (nameUnit === undefined || targetUnit === undefined || isSameUnit(nameUnit, targetUnit)) {
    return []
  }
  return [
    findingOnRow(
      'actual-unit-differs',
      row,
      `指标名称的单位是 ${nameUnit}，指标值为 ${target.raw}，实际完成值为 ${raw}，单位不一致，请统一`,
      {
        ...figures,
        targetUnit,
        actualUnit: actual.measureUnit ?? '',
        nameUnit,
      },
    ),
  ]
}

function isSameUnit(one: string, other: string): boolean {
  if (one === other) return true
  const converted = convertMoney(1, one, other)
  return converted !== undefined && compare(converted, 1) === 0
}

function findOver100(row: SubjectRow): Finding[] {
  const { actual, indicator } = row
  const { target } = indicator
  if (!isShareName(row.bareName)) return []
  const unit = 'measureUnit' in target ? target.measureUnit : undefined
  if (unit !== undefined && unit !== '%') return []

  const measured = actual.kind === 'number' ? toNumber(actual.value) : undefined
  if (measured !== undefined && measured > 100) {
    return [
      findingOnRow(
        'percentage-over-100',
        row,
        `实际完成值 ${indicator.actual?.raw ?? ''} 超过 100%，这类比率不会超过 100%，请核对`,
        { percentage: measured },
      ),
    ]
  }
  if (target.kind !== 'quantitative' || target.value <= 100) return []
  return [
    findingOnRow(
      'percentage-over-100',
      row,
      `指标值 ${target.raw} 超过 100%（${formatFigure(target.value)}），这类比率不会超过 100%，请核对`,
      { percentage: target.value },
    ),
  ]
}
