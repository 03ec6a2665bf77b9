import { sum } from '../decimal'
import type { EvaluationDraft, IndicatorDraft } from '../evaluation/evaluation'
import type { FirstLevel, SecondLevel } from '../indicator/levels'
import { pointsInLabel } from '../indicator/pointsInLabel'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import { apportion, type WeightStep } from './apportion'

type WeightFields = Pick<
  ScoringProfileValues,
  'budgetExecutionPoints' | 'firstLevelPoints' | 'satisfactionPointsFallback'
>
type WeightedIndicator = Pick<
  IndicatorDraft,
  | 'firstLevel'
  | 'firstLevelLabel'
  | 'secondLevel'
  | 'secondLevelLabel'
  | 'isSubRow'
  | 'sharesScoreWith'
>

export interface SpreadWeights {
  /** 分值 of each indicator, in the order given; `undefined` for rows that carry no points. */
  maxScores: (number | undefined)[]
  /** 分值 of 预算执行率; absent without a funds block, and where the profile gives it none. */
  budgetExecution?: number
}

/**
 * Spreads the points of a profile over a table: evenly inside each second level, second levels evenly
 * inside the first, to 0.01 or to whole points; the sum is exact.
 *
 * Points of a first level that the table does not have go where the profile says (满意度 → 效益), else
 * to 产出, else to the first level there is. 成本 counts as 产出 where the profile gives it no points of
 * its own, and as a level of its own where it does. A table with first levels that the profile does
 * not know (决策, 过程) shares the points evenly between its levels, or as printed in their brackets.
 *
 * @see 财预〔2020〕10号 for the points; spreading is a project decision, all weights stay editable.
 */
export function spreadWeights(
  evaluation: {
    indicators: readonly WeightedIndicator[]
    funds: Pick<EvaluationDraft['funds'], 'rows'>
  },
  profile: WeightFields,
  step: WeightStep = 0.01,
): SpreadWeights {
  const { indicators, funds } = evaluation
  const levels = groupRows(indicators, profile)
  const maxScores = indicators.map((): number | undefined => undefined)
  const points = pointsOfLevels(levels, indicators, profile, step)
  for (const [level, seconds] of levels) {
    const shares = apportion(points.get(level) ?? 0, seconds.size, step)
    for (const [i, rows] of [...seconds.values()].entries()) {
      for (const [j, share] of apportion(shares[i] ?? 0, rows.length, step).entries()) {
        const row = rows[j]
        if (row !== undefined) maxScores[row] = share
      }
    }
  }
  const execution = profile.budgetExecutionPoints
  return {
    maxScores,
    ...(funds.rows.length > 0 && execution > 0 ? { budgetExecution: execution } : {}),
  }
}

/** Indexes of the rows that carry points, by first level, then second level, in printed order. */
type Levels = Map<FirstLevel, Map<string, number[]>>

function groupRows(indicators: readonly WeightedIndicator[], profile: WeightFields): Levels {
  const levels: Levels = new Map()
  for (const [i, indicator] of indicators.entries()) {
    if (indicator.isSubRow || indicator.sharesScoreWith !== undefined) continue
    const first = weightedLevel(indicator, profile)
    const second =
      indicator.secondLevel === 'other' ? indicator.secondLevelLabel : indicator.secondLevel
    const seconds = levels.get(first) ?? new Map<string, number[]>()
    seconds.set(second, [...(seconds.get(second) ?? []), i])
    levels.set(first, seconds)
  }
  return levels
}

const COSTS: readonly SecondLevel[] = ['cost', 'economic-cost', 'social-cost', 'environmental-cost']

function weightedLevel(
  { firstLevel, secondLevel }: WeightedIndicator,
  { firstLevelPoints }: WeightFields,
): FirstLevel {
  const isCost = firstLevel === 'cost' || COSTS.includes(secondLevel)
  if (!isCost || Object.keys(firstLevelPoints).length === 0) return firstLevel
  return firstLevelPoints.cost === undefined ? 'output' : 'cost'
}

function pointsOfLevels(
  levels: Levels,
  indicators: readonly WeightedIndicator[],
  profile: WeightFields,
  step: WeightStep,
): Map<FirstLevel, number> {
  const present = [...levels.keys()]
  const known = Object.entries(profile.firstLevelPoints) as [FirstLevel, number][]
  if (known.length === 0 || present.some((level) => !known.some(([name]) => name === level))) {
    const total =
      known.length === 0 ? 100 - profile.budgetExecutionPoints : sum(known.map(([, p]) => p))
    return evenPoints(levels, indicators, total, step)
  }
  const points = new Map<FirstLevel, number>()
  for (const [level, value] of known) {
    const taker = present.includes(level) ? level : takerOf(level, present, profile)
    if (taker !== undefined) points.set(taker, sum([points.get(taker) ?? 0, value]))
  }
  return points
}

/** Level that takes the points of one that the table does not have. */
function takerOf(
  absent: FirstLevel,
  present: readonly FirstLevel[],
  { satisfactionPointsFallback }: WeightFields,
): FirstLevel | undefined {
  const wished = absent === 'satisfaction' ? satisfactionPointsFallback : undefined
  const candidates = [wished, 'output', present[0]] as const
  return candidates.find((level) => level !== undefined && present.includes(level))
}

/** Points as printed in the brackets of the first levels, where they add up; else evenly. */
function evenPoints(
  levels: Levels,
  indicators: readonly WeightedIndicator[],
  total: number,
  step: WeightStep,
): Map<FirstLevel, number> {
  const present = [...levels.keys()]
  const printed = present.map((level) =>
    pointsInLabel(indicators.find((row) => row.firstLevel === level)?.firstLevelLabel ?? ''),
  )
  const given = printed.filter((value) => value !== undefined)
  const isPrinted = given.length === present.length && sum(given) === total
  const shares = isPrinted ? given : apportion(total, present.length, step)
  return new Map(present.map((level, i) => [level, shares[i] ?? 0]))
}
