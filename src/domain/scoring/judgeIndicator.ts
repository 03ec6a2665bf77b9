import { type ParsedActual, parseActual } from '../actual/parseActual'
import type { AttainmentBand, Indicator } from '../evaluation/evaluation'
import type { ScoringProfileValues } from '../profile/scoringProfile'
import type { Target } from '../target/target'
import { FULL, given, type Judgement, met, NOTHING, unscored } from './judgement'
import { isTargetMet } from './isTargetMet'
import { scoreDeadline } from './scoreDeadline'
import { scoreNegative } from './scoreNegative'
import { scorePeriod } from './scorePeriod'
import { scorePositive } from './scorePositive'
import { scoreQualitative } from './scoreQualitative'
import { scoreRange } from './scoreRange'
import { scoreSatisfaction } from './scoreSatisfaction'

/** A row with the reading of its actual value, which findings and explanations share. */
export interface JudgedIndicator {
  actual: ParsedActual
  judgement: Judgement
}

/**
 * Judges one row by its target, its own `scoringRule`, and the profile.
 *
 * @param maxScore 分值 the row is scored with: its own, or that of the row it shares a score with.
 */
export function judgeIndicator(
  indicator: Indicator,
  maxScore: number,
  profile: ScoringProfileValues,
  fiscalYear: number | undefined,
): JudgedIndicator {
  const context =
    fiscalYear === undefined ? { name: indicator.name } : { name: indicator.name, fiscalYear }
  const actual = parseActual(indicator.actual?.raw ?? '', indicator.target, context)
  return { actual, judgement: judge(indicator, actual, maxScore, profile, fiscalYear) }
}

function judge(
  indicator: Indicator,
  actual: ParsedActual,
  maxScore: number,
  profile: ScoringProfileValues,
  fiscalYear: number | undefined,
): Judgement {
  const { target, scoringRule } = indicator
  const isGraded = scoringRule === 'qualitative' || target.kind === 'qualitative'
  const band = bandOf(indicator, actual)
  if (scoringRule === 'direct') return scoreDirect(indicator.target, actual, band)
  if (isGraded) {
    if (band !== undefined) {
      return scoreQualitative(band, indicator.actual?.bandScore, maxScore, profile.bands)
    }
    return unscored(actual.kind === 'missing' ? 'actual-missing' : 'actual-ungraded')
  }
  if (target.kind === 'none') return unscored('target-missing')
  if (actual.kind === 'missing') return unscored('actual-missing')
  if (actual.kind === 'repeat') return REPEATED
  return compareWithTarget(indicator, actual, profile, fiscalYear)
}

/** The grade given by hand, else the one that words state: also on a figure that is graded by override. */
function bandOf(indicator: Indicator, actual: ParsedActual): AttainmentBand | undefined {
  return indicator.actual?.band ?? (actual.kind === 'band' ? actual.band : undefined)
}

/** "≥360" against ≥360 is no measurement: scored as met, and flagged. Source: project decision. */
const REPEATED = given('repeat', FULL, '实际完成值照抄指标值，请填写实际数；暂按完成记 ')

function compareWithTarget(
  { target, scoringRule, firstLevel, secondLevel }: Indicator,
  actual: ParsedActual,
  profile: ScoringProfileValues,
  fiscalYear: number | undefined,
): Judgement {
  const isPlain = scoringRule === 'proportional'
  const passLine = isPlain ? undefined : profile.passLine
  const negativeRule =
    scoringRule === 'deviation' ? 'deviation' : isPlain ? 'ratio' : profile.negativeRule
  if (target.kind === 'deadline' && actual.kind === 'date') {
    return scoreDeadline(target.date, actual.date, profile.lateRule, fiscalYear)
  }
  if (target.kind === 'period' && actual.kind === 'period') return scorePeriod(target, actual)
  if (target.kind === 'range' && actual.kind === 'number') {
    return scoreRange(target, actual.value, negativeRule, passLine)
  }
  if (target.kind !== 'quantitative' || actual.kind !== 'number') {
    return unscored('actual-unreadable')
  }
  if (target.comparator === '≤' || target.comparator === '<') {
    return scoreNegative(target.comparator, target.value, actual.value, negativeRule, passLine)
  }
  const isSatisfaction =
    firstLevel === 'satisfaction' || secondLevel === 'service-recipient-satisfaction'
  if (isSatisfaction && profile.satisfactionRule === 'steps' && !isPlain) {
    return scoreSatisfaction(target.comparator, target, actual.value, profile.satisfactionSteps)
  }
  return scorePositive(target.comparator, target.value, actual.value, passLine)
}

/**
 * 直接赋分 (yes or no): met w, unmet 0. Never inferred: only where the user has set it on the row.
 *
 * @see 财预〔2021〕101号, 直接赋分 [recalled].
 */
function scoreDirect(
  target: Target,
  actual: ParsedActual,
  band: AttainmentBand | undefined,
): Judgement {
  if (band !== undefined) return direct(band === 'met')
  if (actual.kind === 'missing') return unscored('actual-missing')
  if (actual.kind === 'repeat') return REPEATED
  if (target.kind === 'none' || target.kind === 'qualitative') return unscored('actual-ungraded')
  const isMet = isTargetMet(target, actual)
  return isMet === undefined ? unscored('actual-unreadable') : direct(isMet)
}

function direct(isMet: boolean): Judgement {
  if (isMet) return met('direct')
  return given('direct', NOTHING, '未完成，得 ')
}
