import { type ParsedActual, parseActual } from '../actual/parseActual'
import { readBand } from '../actual/readBand'
import { daysBetween, lastDayOfMonth } from '../calendar'
import {
  compare,
  compareFraction,
  type Decimal,
  formatDecimals,
  formatPercent,
  formatPlain,
  type Fraction,
  multiply,
  roundProportion,
} from '../decimal'
import type {
  AttainmentBand,
  Indicator,
  IndicatorMonitoring,
  MonitoringMonth,
} from '../evaluation/evaluation'
import { isTargetMet } from '../scoring/isTargetMet'
import { BAND_NAMES } from '../scoring/scoreQualitative'
import type { Target } from '../target/target'
import type { Light, LightIssue, LightLimits, LightOutcome } from './light'

const lit = (light: Light, explanation: string): LightOutcome => ({
  status: 'lit',
  light,
  explanation,
})
const unlit = (issue: LightIssue, explanation: string): LightOutcome => ({
  status: 'unlit',
  issue,
  explanation,
})

const BAND_LIGHTS: Readonly<Record<AttainmentBand, Light>> = {
  met: 'green',
  'partly-met': 'yellow',
  unmet: 'red',
}

const LIGHT_NAMES: Readonly<Record<Light, string>> = {
  red: '红灯',
  yellow: '黄灯',
  green: '绿灯',
  blue: '蓝灯',
}

interface Reading {
  indicator: Pick<Indicator, 'name' | 'target' | 'scoringRule' | 'monitoringBasis'>
  month: MonitoringMonth
  fiscalYear: number | undefined
  limits: LightLimits
}

/** The figure to date as it was understood against the target. */
export function readToDate(
  { name, target }: Pick<Indicator, 'name' | 'target'>,
  monitoring: IndicatorMonitoring,
  fiscalYear: number | undefined,
): ParsedActual {
  const context = fiscalYear === undefined ? { name } : { name, fiscalYear }
  return parseActual(monitoring.toDate ?? '', target, context)
}

/**
 * 预警灯 of one row in a month, with the arithmetic in words a reader can redo.
 *
 * 正向 (and =, and a range from below): r = A ÷ (T × month/12), or A ÷ T where the row is set to the whole
 * year; 反向: met green, else red; 定性 by its grade. A date, a period and words cannot be prorated and
 * say so.
 *
 * @see domain rules, 绩效运行监控 [seen]; dates, periods and ranges: project decision.
 */
export function lightOf(
  indicator: Reading['indicator'],
  monitoring: IndicatorMonitoring,
  month: MonitoringMonth,
  fiscalYear: number | undefined,
  limits: LightLimits,
): LightOutcome {
  const reading = { indicator, month, fiscalYear, limits }
  const actual = readToDate(indicator, monitoring, fiscalYear)
  const { target, scoringRule } = indicator
  const band = monitoring.band ?? (actual.kind === 'band' ? actual.band : undefined)
  const isGraded = target.kind === 'qualitative' || scoringRule === 'qualitative'
  if (isGraded) return byGrade(band, actual)
  if (target.kind === 'none') return unlit('target-missing', '没有指标值，不能判断进度。')
  if (actual.kind === 'missing') {
    return unlit('figure-missing', `没有填 1–${month}月执行情况，不按 0 计算。`)
  }
  if (actual.kind === 'repeat') {
    return unlit('repeats-target', '执行情况照抄了指标值，请填截至月底的实际数。')
  }
  switch (target.kind) {
    case 'quantitative':
      return actual.kind === 'number' ? byFigure(target, actual.value, reading) : unreadable(actual)
    case 'range':
      return actual.kind === 'number' ? byRange(target, actual.value, reading) : unreadable(actual)
    case 'deadline':
      return byDeadline(target, monitoring.toDate ?? '', actual, reading)
    case 'period':
      return byPeriod(target, actual, reading)
  }
}

const unreadable = ({ flags }: ParsedActual): LightOutcome =>
  unlit(
    'unreadable',
    `执行情况不是数值，不能按月折算${flags.length > 0 ? '' : '，请填截至月底的数'}。`,
  )

function byGrade(band: AttainmentBand | undefined, actual: ParsedActual): LightOutcome {
  if (band !== undefined) {
    const light = BAND_LIGHTS[band]
    const words = `定性指标不按月折算，评为“${BAND_NAMES[band]}”，${LIGHT_NAMES[light]}。`
    return lit(light, words)
  }
  return actual.kind === 'missing'
    ? unlit('figure-missing', '没有填执行情况；定性指标不按月折算，评定等级后亮灯。')
    : unlit('ungraded', '定性指标不按月折算，请评定等级：达成、部分达成或未达成。')
}

function byFigure(
  target: Extract<Target, { kind: 'quantitative' }>,
  value: Decimal,
  reading: Reading,
): LightOutcome {
  const { comparator } = target
  if (comparator === '≤' || comparator === '<' || (comparator === '=' && target.value === 0)) {
    return byCeiling(comparator, target.value, value)
  }
  return byShare(target.value, value, reading)
}

/** 反向: met green, else red; never prorated. */
function byCeiling(comparator: string, target: number, value: Decimal): LightOutcome {
  const difference = compare(value, target)
  const isMet = comparator === '<' ? difference < 0 : difference <= 0
  const words = `${formatPlain(value)} ${isMet ? '' : '不'}满足 ${comparator} ${formatPlain(target)}`
  return isMet
    ? lit('green', `反向指标不按月折算：${words}，绿灯。`)
    : lit('red', `反向指标不按月折算：${words}，红灯。`)
}

/** r = A ÷ (T × month/12), multiplied out: never divided before it is compared. */
function byShare(target: number, value: Decimal, reading: Reading): LightOutcome {
  const { month, limits, indicator } = reading
  if (target <= 0) {
    return compare(value, target) >= 0
      ? lit('green', `指标值为 ${formatPlain(target)}，${formatPlain(value)} 已达到，绿灯。`)
      : unlit(
          'target-not-positive',
          `指标值为 ${formatPlain(target)}，尚未达到，没有可折算的比例。`,
        )
  }
  const isWholeYear = indicator.monitoringBasis === 'whole-year'
  const share: Fraction = isWholeYear
    ? { numerator: value, denominator: target }
    : { numerator: multiply(value, 12), denominator: multiply(target, month) }
  const divisor = isWholeYear ? formatPlain(target) : `(${formatPlain(target)} × ${month} ÷ 12)`
  const basis = isWholeYear ? '按全年指标值比较：' : ''
  return lightByLimits(share, `${basis}${formatPlain(value)} ÷ ${divisor}`, limits)
}

/** The light of a share of what was due, with the band it falls into. */
export function lightByLimits(share: Fraction, words: string, limits: LightLimits): LightOutcome {
  const percent = `${formatDecimals(roundProportion(100, share, 2), 2)}%`
  const { yellow, green, blue } = limits
  const from = (limit: number) => compareFraction(share, limit) >= 0
  const [light, band]: [Light, string] = from(blue)
    ? ['blue', `${formatPercent(blue)} 及以上为`]
    : from(green)
      ? ['green', `${formatPercent(green)}（含）至 ${formatPercent(blue)} 为`]
      : from(yellow)
        ? ['yellow', `${formatPercent(yellow)}（含）至 ${formatPercent(green)} 为`]
        : ['red', `低于 ${formatPercent(yellow)} 为`]
  return lit(light, `${words} = ${percent}，${band}${LIGHT_NAMES[light]}。`)
}

/** Above the range red, inside it green, below it as 正向 against its lower end. */
function byRange(
  { from, to }: Extract<Target, { kind: 'range' }>,
  value: Decimal,
  reading: Reading,
): LightOutcome {
  const bounds = `${formatPlain(from)}–${formatPlain(to)}`
  if (compare(value, to) > 0) return lit('red', `${formatPlain(value)} 超过 ${bounds}，红灯。`)
  if (compare(value, from) >= 0)
    return lit('green', `${formatPlain(value)} 在 ${bounds} 内，绿灯。`)
  return byShare(from, value, reading)
}

const monthEnd = (year: number, month: MonitoringMonth): string => lastDayOfMonth(year, month) ?? ''

function byDeadline(
  target: Extract<Target, { kind: 'deadline' }>,
  raw: string,
  actual: ParsedActual,
  { month, fiscalYear = Number(target.date.slice(0, 4)) }: Reading,
): LightOutcome {
  const basis = '时限指标不按月折算：'
  const isPast = target.date <= monthEnd(fiscalYear, month)
  const isMet = isTargetMet(target, actual)
  const isDone = isMet ?? (readBand(raw, '') === 'met' ? true : undefined)
  if (isDone === true) return lit('green', `${basis}在 ${target.date} 前完成，绿灯。`)
  if (isMet === false) return lit('red', `${basis}晚于 ${target.date}，红灯。`)
  if (readBand(raw, '') === undefined) return unreadableDate(basis)
  return isPast
    ? lit('red', `${basis}${target.date} 已过，尚未完成，红灯。`)
    : unlit('not-due', `${basis}${target.date} 未到，尚不能判断。`)
}

const unreadableDate = (basis: string): LightOutcome =>
  unlit('unreadable', `${basis}请填完成日期，或写明已完成、未完成。`)

/** Days covered against the days of the period that have passed by the end of the month. */
function byPeriod(
  target: Extract<Target, { kind: 'period' }>,
  actual: ParsedActual,
  { month, limits, fiscalYear = Number(target.from.slice(0, 4)) }: Reading,
): LightOutcome {
  const end = monthEnd(fiscalYear, month)
  if (end < target.from) return unlit('not-due', `期间从 ${target.from} 起，尚未开始。`)
  if (actual.kind !== 'period') {
    return unlit('unreadable', '执行情况不是期间，不能按天折算，请写起止日期。')
  }
  const last = end < target.to ? end : target.to
  const from = actual.from > target.from ? actual.from : target.from
  const to = actual.to < last ? actual.to : last
  const covered = to < from ? 0 : daysBetween(from, to) + 1
  const passed = daysBetween(target.from, last) + 1
  const words = `覆盖 ${covered} 天 ÷ 到月底应有 ${passed} 天`
  return lightByLimits({ numerator: covered, denominator: passed }, words, limits)
}
