import { multiply, round, roundProportion, toNumber } from '../decimal'
import { isOverCompleted } from '../scoring/overCompletion'
import { findContradiction } from './findContradiction'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { formatFigure } from './formatFigure'
import { hasExplanation } from './hasText'
import { findingOnRow } from './makeFinding'

/**
 * Group 3: a score below 分值 without 偏差原因分析及改进措施; an analysis that contradicts the figures;
 * over-completion without explanation.
 */
export function findAnalysisFindings({ rows, profile }: FindingSubject): Finding[] {
  return rows.flatMap((row) => [
    ...findMissingAnalysis(row),
    ...findContradictingAnalysis(row),
    ...findOverCompletion(row, profile.overCompletion.limit),
  ])
}

/**
 * Also where the unit gave itself full marks: a missed target is to be explained whatever was
 * declared. A reason for the declared score will do where only that score is below 分值.
 */
function findMissingAnalysis(row: SubjectRow): Finding[] {
  const { indicator, computed, isCounted } = row
  const { maxScore, declared, deviationAnalysis, target, actual } = indicator
  if (!isCounted || maxScore === undefined || hasExplanation(deviationAnalysis)) return []

  const isMissed = computed !== undefined && computed < maxScore
  const isDeclaredBelow = declared !== undefined && declared.score < maxScore
  if (!isMissed && (!isDeclaredBelow || hasExplanation(declared.reason))) return []

  const score = declared?.score ?? computed ?? 0
  const stated = isMissed
    ? `未达到指标值（${target.raw}，实际 ${actual?.raw ?? ''}，规则分 ${formatFigure(computed)} / ${formatFigure(maxScore)}）`
    : `得分 ${formatFigure(score)} 分低于分值 ${formatFigure(maxScore)} 分`
  return [
    findingOnRow(
      'deviation-analysis-missing',
      row,
      `${stated}，没有填写偏差原因分析及改进措施，请补充`,
      { score, maxScore, target: target.raw, actual: actual?.raw ?? '' },
    ),
  ]
}

function findContradictingAnalysis(row: SubjectRow): Finding[] {
  const { target, actual, deviationAnalysis } = row.indicator
  if (!hasExplanation(deviationAnalysis)) return []
  const contradiction = findContradiction(row, deviationAnalysis)
  if (contradiction === undefined) return []
  return [
    findingOnRow(
      'analysis-contradicts',
      row,
      `偏差原因写“${contradiction.quote}”，${contradiction.fact}（指标值 ${target.raw}，实际 ${actual?.raw ?? ''}），请核对`,
      {
        quote: contradiction.quote,
        target: target.raw,
        actual: actual?.raw ?? '',
      },
    ),
  ]
}

function findOverCompletion(row: SubjectRow, limit: number): Finding[] {
  const { indicator, actual } = row
  const { target, deviationAnalysis, overCompletionReduction } = indicator
  if (!isOverCompleted(target, actual, limit)) return []
  if (hasExplanation(deviationAnalysis) || hasExplanation(overCompletionReduction?.reason))
    return []
  if (actual.kind !== 'number' || target.kind !== 'quantitative') return []

  const rate = roundProportion(100, { numerator: actual.value, denominator: target.value }, 2)
  const limitPercent = round(toNumber(multiply(limit, 100)), 2)
  return [
    findingOnRow(
      'over-completion-unexplained',
      row,
      `完成率 ${formatFigure(rate)}%（指标值 ${target.raw}，实际 ${indicator.actual?.raw ?? ''}），达到 ${formatFigure(limitPercent)}% 须说明原因，请在偏差原因分析中补充`,
      { rate, limit: limitPercent, target: target.raw, actual: indicator.actual?.raw ?? '' },
    ),
  ]
}
