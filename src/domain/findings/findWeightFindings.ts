import { round, sum } from '../decimal'
import type { Indicator } from '../evaluation/evaluation'
import type { FirstLevel } from '../indicator/levels'
import { countedLevel } from './countedLevel'
import { findBracketFindings } from './findBracketFindings'
import type { Finding } from './finding'
import type { FindingSubject } from './findingSubject'
import { formatFigure } from './formatFigure'
import { findingOnTable } from './makeFinding'

const LEVEL_NAMES: Readonly<Record<FirstLevel, string>> = {
  cost: '成本指标',
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  decision: '决策指标',
  process: '过程指标',
  other: '其他指标',
}

/** 分, what a table adds up to in a profile that does not say otherwise. */
const FULL_MARKS = 100

/**
 * Group 1: 分值 do not add up to the profile's total, to the first level's, or to the number printed
 * in a bracket. A table without any 分值 has nothing to add up: 分值 are spread later.
 */
export function findWeightFindings(subject: FindingSubject): Finding[] {
  return [
    ...findTotalFindings(subject),
    ...findLevelFindings(subject),
    ...findGoalFindings(subject),
    ...findBracketFindings(subject),
  ]
}

/** 分 the profile gives in all. */
function profileTotal({ profile }: FindingSubject): number {
  const levels = Object.values(profile.firstLevelPoints)
  return levels.length === 0 ? FULL_MARKS : sum([profile.budgetExecutionPoints, ...levels])
}

/** Sub-rows and rows that share a score have no points of their own. */
function countedIndicators({ rows }: FindingSubject): Indicator[] {
  return rows.flatMap(({ indicator, isCounted }) => (isCounted ? [indicator] : []))
}

function findTotalFindings(subject: FindingSubject): Finding[] {
  const weights = countedIndicators(subject).flatMap((row) => row.maxScore ?? [])
  if (weights.length === 0 && subject.evaluation.form !== 'self-evaluation') return []

  const indicators = sum(weights)
  const execution = subject.evaluation.budgetExecution?.maxScore
  const total = sum([indicators, execution ?? 0])
  const expected = profileTotal(subject)
  // Without a funds block the points of 预算执行率 are missing as well; execution-missing says so.
  const withoutExecution = round(expected - subject.profile.budgetExecutionPoints, 2)
  if (total === expected || (execution === undefined && indicators === withoutExecution)) return []

  const parts =
    execution === undefined
      ? `各指标分值合计 ${formatFigure(indicators)} 分`
      : `各指标分值合计 ${formatFigure(indicators)} 分，加预算执行率 ${formatFigure(execution)} 分，共 ${formatFigure(total)} 分`
  return [
    findingOnTable(
      'weights-not-total',
      `${parts}，计分方案的总分为 ${formatFigure(expected)} 分，相差 ${formatFigure(total - expected)} 分，请调整分值`,
      { total, expected },
    ),
  ]
}

/** Sums of 分值 by the first level under which the profile counts them. */
function sumsByLevel(subject: FindingSubject): Map<FirstLevel, number> {
  const weights = new Map<FirstLevel, number[]>()
  for (const { firstLevel, secondLevel, maxScore } of countedIndicators(subject)) {
    if (maxScore === undefined) continue
    const level = countedLevel(firstLevel, secondLevel, subject.profile.costPlacement)
    weights.set(level, [...(weights.get(level) ?? []), maxScore])
  }
  return new Map([...weights].map(([level, values]) => [level, sum(values)]))
}

function findLevelFindings(subject: FindingSubject): Finding[] {
  const { profile } = subject
  const sums = sumsByLevel(subject)
  // 决策 and 过程 belong to another framework than the profile's levels.
  if (sums.size === 0 || sums.has('decision') || sums.has('process')) return []

  const findings: Finding[] = []
  for (const [level, printed] of sums) {
    const expected = expectedPoints(subject, sums, level)
    if (expected === undefined || printed === expected) continue
    findings.push(
      findingOnTable(
        'level-sum-differs',
        `${LEVEL_NAMES[level]}分值合计 ${formatFigure(printed)} 分，计分方案为 ${formatFigure(expected)} 分，请调整分值或改用相应的计分方案`,
        { level, total: printed, expected },
      ),
    )
  }
  const execution = subject.evaluation.budgetExecution?.maxScore
  if (execution !== undefined && execution !== profile.budgetExecutionPoints) {
    findings.push(
      findingOnTable(
        'level-sum-differs',
        `预算执行率分值 ${formatFigure(execution)} 分，计分方案为 ${formatFigure(profile.budgetExecutionPoints)} 分，请调整分值或改用相应的计分方案`,
        {
          level: 'budget-execution',
          total: execution,
          expected: profile.budgetExecutionPoints,
        },
      ),
    )
  }
  return findings
}

/** 没有满意度指标的，其分值并入方案指定的一级指标. */
function expectedPoints(
  { profile }: FindingSubject,
  sums: ReadonlyMap<FirstLevel, number>,
  level: FirstLevel,
): number | undefined {
  const own = profile.firstLevelPoints[level]
  if (own === undefined) return undefined
  const takesSatisfaction =
    profile.satisfactionPointsFallback === level && !sums.has('satisfaction')
  return takesSatisfaction ? sum([own, profile.firstLevelPoints.satisfaction ?? 0]) : own
}

/** Hubei prints 分值 on the goals (40 + 40): the rows of a goal must add up to them. */
function findGoalFindings(subject: FindingSubject): Finding[] {
  const indicators = countedIndicators(subject)
  return subject.evaluation.goals.flatMap((goal, index) => {
    const weights = indicators.flatMap((row) => (row.goal === index ? (row.maxScore ?? []) : []))
    const total = sum(weights)
    if (goal.maxScore === undefined || weights.length === 0 || total === goal.maxScore) return []
    return findingOnTable(
      'level-sum-differs',
      `第 ${index + 1} 个目标印有 ${formatFigure(goal.maxScore)} 分，其下指标分值合计 ${formatFigure(total)} 分，请核对`,
      { level: `goal-${index + 1}`, total, expected: goal.maxScore },
    )
  })
}
