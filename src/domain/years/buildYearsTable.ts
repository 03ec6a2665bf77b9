import type { TargetChange } from '../comparison/compareTargets'
import { compareYears } from '../comparison/compareYears'
import { roundProportion } from '../decimal'
import type { Evaluation, Indicator } from '../evaluation/evaluation'
import { totalFundsRow } from '../evaluation/totalFundsRow'
import type { SecondLevel } from '../indicator/levels'
import type { EvaluationScore, Grade, RowScore } from '../scoring/evaluationScore'
import { type Points, points, type Ratio, ratio } from '../units'

/** What became of a row since the year before; `absent`: neither year has it. */
export type YearPresence = 'kept' | 'added' | 'dropped' | 'absent' | 'first'

/** One indicator in one year. */
export interface YearCell {
  presence: YearPresence
  /** Only where the year before has the row as well. */
  change?: TargetChange
  indicator?: Indicator
  /** 复核分, else 自评分, else 规则分; absent while there is none. */
  score?: Points
}

export interface YearsTableRow {
  name: string
  secondLevel: SecondLevel
  secondLevelLabel: string
  /** One a year, in the order of `years`. */
  cells: YearCell[]
}

export interface YearColumn {
  fiscalYear: number
  evaluation: Evaluation
  /** 复核分, else 自评分, else 规则分 of the whole. */
  total?: Points
  grade?: Grade
  /** 全年执行数 ÷ 全年预算数 */
  executionRate?: Ratio
  /** Changes since the year before; zero in the first. */
  counts: Record<'added' | 'dropped' | 'softened' | 'tightened' | 'turned' | 'changed', number>
}

export interface YearsTable {
  years: YearColumn[]
  rows: YearsTableRow[]
}

/** A table of one year with its scores. */
export interface ScoredYear {
  fiscalYear: number
  evaluation: Evaluation
  score: EvaluationScore | undefined
}

/** 各年对比: targets, actual values and scores of one project side by side. @param scored oldest first. */
export function buildYearsTable(scored: readonly ScoredYear[]): YearsTable {
  const { rows } = compareYears(scored.map(({ evaluation }) => evaluation))
  const scores = scored.map(
    ({ score }) => new Map(score?.indicators.map((row) => [row.indicatorId, row])),
  )
  const table = rows.map(({ name, indicators, targets }): YearsTableRow => {
    const newest = indicators.findLast((indicator) => indicator !== undefined)
    return {
      name,
      secondLevel: newest?.secondLevel ?? 'other',
      secondLevelLabel: newest?.secondLevelLabel ?? '',
      cells: indicators.map((indicator, year): YearCell => {
        const before = indicators[year - 1]
        const change = targets[year]
        const score = indicator && leadingScore(scores[year]?.get(indicator.id))
        return {
          presence: presenceOf(before, indicator, year),
          ...(change && { change }),
          ...(indicator && { indicator }),
          ...(score !== undefined && { score }),
        }
      }),
    }
  })
  return {
    years: scored.map((year, index) => describeYear(year, index, table)),
    rows: table,
  }
}

function presenceOf(
  before: Indicator | undefined,
  indicator: Indicator | undefined,
  year: number,
): YearPresence {
  if (!indicator) return before ? 'dropped' : 'absent'
  if (before) return 'kept'
  return year === 0 ? 'first' : 'added'
}

function leadingScore(row: RowScore | undefined): Points | undefined {
  const computed = row?.computed.status === 'scored' ? row.computed.score : undefined
  const score = row?.reviewed ?? row?.declared ?? computed
  return score === undefined ? undefined : points(score)
}

function describeYear(
  { fiscalYear, evaluation, score }: ScoredYear,
  index: number,
  rows: readonly YearsTableRow[],
): YearColumn {
  const cells = rows.flatMap(({ cells: own }) => own[index] ?? [])
  const presenceCount = (presence: YearPresence) =>
    cells.filter((cell) => cell.presence === presence).length
  const changeCount = (change: TargetChange) =>
    cells.filter((cell) => cell.change === change).length
  const total = score?.reviewedTotal ?? score?.declaredTotal ?? score?.computedTotal
  const grade = score?.grades.reviewed ?? score?.grades.declared ?? score?.grades.computed
  const executionRate = executionRateOf(evaluation)
  return {
    fiscalYear,
    evaluation,
    ...(total !== undefined && { total: points(total) }),
    ...(grade && { grade }),
    ...(executionRate !== undefined && { executionRate }),
    counts: {
      added: presenceCount('added'),
      dropped: presenceCount('dropped'),
      softened: changeCount('softened'),
      tightened: changeCount('tightened'),
      turned: changeCount('turned'),
      changed: changeCount('changed'),
    },
  }
}

/** To four decimals: printed as a percentage with two. */
function executionRateOf({ funds }: Evaluation): Ratio | undefined {
  const { annualBudget, annualExecution } = totalFundsRow(funds) ?? {}
  if (annualBudget === undefined || annualExecution === undefined || annualBudget <= 0) {
    return undefined
  }
  const fraction = { numerator: annualExecution, denominator: annualBudget }
  return ratio(roundProportion(1, fraction, 4))
}
