import { addFractions, type Fraction, multiply, subtract, toNumber, sum } from '../decimal'
import { formatDecimals, formatPlain, roundProportion } from '../decimal'
import type {
  Evaluation,
  Funds,
  Indicator,
  IndicatorMonitoring,
  MonitoringMonth,
  MonthlyMonitoring,
} from '../evaluation/evaluation'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { readBand } from '../actual/readBand'
import { judgeIndicator } from '../scoring/judgeIndicator'
import { FULL } from '../scoring/judgement'
import { monthOf, recordedMonths, rowMonitoring } from './monthlyMonitoring'

/**
 * 完成率 of one row to date: its share of the whole year's target, at most 1, as the plain proportion
 * that also scores it, 定性 by the profile's share of its grade. `undefined`: not measured yet.
 *
 * Source: project decision (docs/adr/0095-monitoring-by-month.md).
 */
export function attainmentOf(
  indicator: Indicator,
  monitoring: IndicatorMonitoring,
  profile: ScoringProfileValues,
  fiscalYear: number | undefined,
): Fraction | undefined {
  const { toDate = '', band } = monitoring
  const isPlain = indicator.scoringRule !== 'qualitative' && indicator.scoringRule !== 'direct'
  const row: Indicator = {
    ...indicator,
    actual: { raw: toDate, ...(band && { band }) },
    ...(isPlain && { scoringRule: 'proportional' }),
  }
  const { actual, judgement } = judgeIndicator(row, row.maxScore ?? 0, profile, fiscalYear)
  if (actual.kind === 'repeat') return undefined
  if (judgement.status === 'rated') return judgement.rate
  return row.target.kind === 'deadline' && readBand(toDate, '') === 'met' ? FULL : undefined
}

/** 执行数 and the budget it is held against, 万元: 年初预算数, where the form has none 全年预算数. */
export interface ExecutionToDate {
  execution: number
  budget: number
  isAnnualBudget: boolean
}

/** 1–n月执行数 against the budget of the 总额 row, else of the parts where all of them are given. */
export function executionToDate(
  funds: Funds,
  month: MonthlyMonitoring | undefined,
): ExecutionToDate | undefined {
  const rows = funds.rows.map((row, index) => ({ row, figures: month?.funds?.[String(index)] }))
  const total = rows.find(({ row }) => row.kind === 'total')
  const counted = total ? [total] : rows
  const execution = sumGiven(counted.map(({ figures }) => figures?.executionToDate))
  const initial = sumGiven(counted.map(({ row }) => row.initialBudget))
  const budget = initial ?? sumGiven(counted.map(({ row }) => row.annualBudget))
  if (execution === undefined || budget === undefined || budget <= 0) return undefined
  return { execution, budget, isAnnualBudget: initial === undefined }
}

/** Missing is not zero: one part that is not given leaves the sum unknown. */
function sumGiven(values: readonly (number | undefined)[]): number | undefined {
  const given = values.filter((value) => value !== undefined)
  return given.length === values.length && given.length > 0 ? sum(given) : undefined
}

/** Where an evaluation stands at the end of a month. Rates in percent, two decimals, as printed. */
export interface MonthProgress {
  month: MonitoringMonth
  /** 执行率: 1–n月执行数 ÷ 预算数 */
  executionRate: number | undefined
  /** 完成率, weighted by 分值 where rows have one. */
  attainment: number | undefined
  /** 执行率 − 完成率, percentage points. */
  difference: number | undefined
  /** Rows with a figure that could be read, and all rows that count. */
  measured: number
  of: number
  /** The arithmetic of both in words a reader can redo. */
  explanation: { executionRate: string; attainment: string }
}

const percentOf = (share: Fraction): number => roundProportion(100, share, 2)
const printed = (percent: number): string => `${formatDecimals(percent, 2)}%`

/** Execution rate and attainment of one month. */
export function progressOf(
  evaluation: Evaluation,
  month: MonitoringMonth,
  profile: ScoringProfileValues,
): MonthProgress {
  const recorded = monthOf(evaluation, month)
  const money = executionToDate(evaluation.funds, recorded)
  const executionRate =
    money && percentOf({ numerator: money.execution, denominator: money.budget })
  const { attainment, measured, of, words } = attainmentOfAll(evaluation, recorded, profile)
  return {
    month,
    executionRate,
    attainment,
    difference:
      executionRate === undefined || attainment === undefined
        ? undefined
        : toNumber(subtract(executionRate, attainment)),
    measured,
    of,
    explanation: {
      executionRate:
        money && executionRate !== undefined
          ? `1–${month}月执行数 ${formatPlain(money.execution)} ÷ ${money.isAnnualBudget ? '全年' : '年初'}预算数 ${formatPlain(money.budget)} = ${printed(executionRate)}`
          : '没有填预算数或执行数，不计算执行率。',
      attainment: words,
    },
  }
}

function attainmentOfAll(
  { indicators, fiscalYear }: Evaluation,
  recorded: MonthlyMonitoring | undefined,
  profile: ScoringProfileValues,
): { attainment: number | undefined; measured: number; of: number; words: string } {
  const isWeighted = indicators.some(({ maxScore }) => (maxScore ?? 0) > 0)
  const counted = indicators.filter(({ maxScore, isSubRow }) =>
    isWeighted ? (maxScore ?? 0) > 0 : isSubRow !== true,
  )
  const shares = counted.flatMap((row) => {
    const share = attainmentOf(row, rowMonitoring(recorded, row.id), profile, fiscalYear)
    return share ? [{ share, weight: isWeighted ? (row.maxScore ?? 0) : 1 }] : []
  })
  const measured = shares.length
  const of = counted.length
  if (measured === 0) {
    return { attainment: undefined, measured, of, words: '还没有可计算的执行情况，不按 0 计算。' }
  }
  const total = addFractions(
    shares.map(({ share, weight }) => ({
      numerator: multiply(share.numerator, weight),
      denominator: share.denominator,
    })),
  )
  const weights = sum(shares.map(({ weight }) => weight))
  const attainment = percentOf({
    numerator: total.numerator,
    denominator: multiply(total.denominator, weights),
  })
  const method = isWeighted ? '各指标完成率按分值加权平均' : '各指标完成率的平均'
  const words = `${method}，${measured}/${of} 个指标有数 = ${printed(attainment)}`
  return { attainment, measured, of, words }
}

/** Both lines over the months that were recorded. */
export const progressByMonth = (
  evaluation: Evaluation,
  profile: ScoringProfileValues,
): MonthProgress[] =>
  recordedMonths(evaluation).map((month) => progressOf(evaluation, month, profile))
