import type { Indicator } from '@/domain/evaluation/evaluation'
import type { Finding, Severity } from '@/domain/findings/finding'
import { pointsInBracket } from '@/domain/indicator/indicatorName'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import type { EvaluationScore } from '@/domain/scoring/evaluationScore'
import { describeTarget, measureUnitOf, signOf, type Translate } from './describeTarget'
import { formatPoints } from './formatPoints'
import type { IndicatorRow } from './indicatorRow'
import { countedScore, type LevelSum, sumLevel } from './levelSums'
import { type MergedSpans, mergedSpans } from './mergedRuns'

type RowScore = EvaluationScore['indicators'][number]
type Scores = ReadonlyMap<string, RowScore>

/** What the table is built from. */
export interface TableSource {
  indicators: readonly Indicator[]
  score: EvaluationScore | undefined
  /** Findings that still stand; accepted ones are left out. */
  findings: readonly Finding[]
  profile: ScoringProfile | undefined
}

/**
 * Rows of the indicator table in printed order.
 *
 * @param previous rows of the last call: a row that did not change is returned as the same object.
 */
export function buildIndicatorRows(
  { indicators, score, findings, profile }: TableSource,
  t: Translate,
  previous: readonly IndicatorRow[] = [],
): IndicatorRow[] {
  const scores: Scores = new Map(score?.indicators.map((row) => [row.indicatorId, row]))
  const spans = mergedSpans(indicators)
  const severities = severitiesByRow(findings)
  const known = new Map(previous.map((row) => [row.id, row]))

  return indicators.map((indicator, index) => {
    const span = spans[index] ?? { firstLevel: 1, secondLevel: 1, score: 1 }
    const found = severities.get(indicator.id) ?? []
    const row: IndicatorRow = {
      ...levelFields(indicators, index, span, scores, profile),
      ...targetFields(indicator, t),
      ...scoreFields(indicator, scores.get(indicator.id)),
      id: indicator.id,
      label: indicator.name || t('evaluation.table.rowNumber', { number: index + 1 }),
      firstLevel: indicator.firstLevelLabel,
      secondLevel: indicator.secondLevelLabel,
      name: indicator.name,
      note: indicator.note ?? '',
      deviationAnalysis: indicator.deviationAnalysis ?? '',
      firstLevelSpan: span.firstLevel,
      secondLevelSpan: span.secondLevel,
      scoreSpan: span.score,
      isSubRow: indicator.isSubRow === true,
      severity: severityOrder.find((severity) => found.includes(severity)),
      findingCount: found.length,
    }
    const before = known.get(indicator.id)
    return before !== undefined && isEqualRow(before, row) ? before : row
  })
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'hint']

function severitiesByRow(findings: readonly Finding[]): Map<string, Severity[]> {
  const byRow = new Map<string, Severity[]>()
  for (const { indicatorId, severity } of findings) {
    if (indicatorId === undefined) continue
    byRow.set(indicatorId, [...(byRow.get(indicatorId) ?? []), severity])
  }
  return byRow
}

const noSum: LevelSum = { maxScore: '', score: '', expected: '', difference: '' }

function levelFields(
  indicators: readonly Indicator[],
  index: number,
  span: MergedSpans,
  scores: Scores,
  profile: ScoringProfile | undefined,
) {
  const firstRows = indicators.slice(index, index + span.firstLevel)
  const secondRows = indicators.slice(index, index + span.secondLevel)
  const first =
    firstRows.length === 0
      ? noSum
      : sumLevel(firstRows, scores, pointsOfFirstLevel(firstRows, profile))
  const secondLabel = secondRows[0]?.secondLevelLabel ?? ''
  const second =
    secondRows.length === 0 ? noSum : sumLevel(secondRows, scores, pointsInBracket(secondLabel))
  return {
    firstLevelMaxScore: first.maxScore,
    firstLevelScore: first.score,
    firstLevelExpected: first.expected,
    firstLevelDifference: first.difference,
    secondLevelMaxScore: second.maxScore,
    secondLevelScore: second.score,
    secondLevelExpected: second.expected,
    secondLevelDifference: second.difference,
  }
}

/** The printed bracket, else what the profile gives the level; nothing where a label joins several kinds. */
function pointsOfFirstLevel(
  rows: readonly Indicator[],
  profile: ScoringProfile | undefined,
): number | undefined {
  const [head] = rows
  if (head === undefined) return undefined
  const printed = pointsInBracket(head.firstLevelLabel)
  if (printed !== undefined) return printed
  const isOneKind = rows.every((row) => row.firstLevel === head.firstLevel)
  return isOneKind ? profile?.firstLevelPoints[head.firstLevel] : undefined
}

function targetFields({ target }: Indicator, t: Translate) {
  return {
    target: target.raw,
    sign: signOf(target),
    measureUnit: measureUnitOf(target),
    targetKind: target.kind,
    targetMeaning: describeTarget(target, t),
    isTargetInferred: target.kind === 'quantitative' && target.isInferred,
    actualUnit: measureUnitOf(target),
  }
}

function scoreFields({ maxScore, actual, declared }: Indicator, score: RowScore | undefined) {
  const computed = score?.computed.status === 'scored' ? score.computed.score : undefined
  const difference =
    computed !== undefined && declared !== undefined ? declared.score - computed : 0
  return {
    actual: actual?.raw ?? '',
    band: actual?.band,
    maxScore: maxScore === undefined ? '' : String(maxScore),
    score: formatPoints(countedScore(score)),
    computed: formatPoints(computed),
    issue: score?.computed.status === 'unscored' ? score.computed.issue : undefined,
    comparison:
      difference > 0 ? ('above' as const) : difference < 0 ? ('below' as const) : undefined,
    isDeclared: declared !== undefined,
  }
}

function isEqualRow(a: IndicatorRow, b: IndicatorRow): boolean {
  return (Object.keys(b) as (keyof IndicatorRow)[]).every((key) => a[key] === b[key])
}
