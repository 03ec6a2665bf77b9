import { sum } from '../decimal'
import { limitsOf } from '../monitoring/light'
import type { ProfileField, ScoringProfile, ScoringStep } from './scoringProfile'

/** Why a profile cannot be used as it is. Each has a text in `locales/`. */
export type ProfileIssueCode =
  | 'name-missing'
  | 'points-not-100' // 预算执行率 and first levels do not add up to 100
  | 'points-out-of-range' // below 0, above 100 or with more than two decimals
  | 'rate-out-of-range' // a pass line or a share that is no ratio between 0 and 1
  | 'steps-not-falling' // a higher step that gives less, or the same step twice
  | 'bands-not-joined' // the bands leave a gap or overlap
  | 'default-outside-band'
  | 'limit-below-target' // an over-completion limit below 100 %
  | 'caps-not-rising'
  | 'grades-not-falling'
  | 'lights-not-rising' // 黄 < 绿 < 蓝, all above 0

export interface ProfileIssue {
  code: ProfileIssueCode
  field: ProfileField | 'name'
}

/** Everything that is wrong with an edited profile; empty: it may be saved. */
export function findProfileIssues(profile: ScoringProfile): ProfileIssue[] {
  return [
    ...(profile.name.trim() === '' ? [{ code: 'name-missing', field: 'name' } as const] : []),
    ...findPointsIssues(profile),
    ...findRateIssues(profile),
    ...findBandIssues(profile),
    ...findTotalIssues(profile),
    ...findLightIssues(profile),
  ]
}

const isRatio = (value: number): boolean => value >= 0 && value <= 1
const isPoints = (value: number): boolean =>
  value >= 0 && value <= 100 && Math.round(value * 100) / 100 === value

function findPointsIssues({
  budgetExecutionPoints,
  firstLevelPoints,
}: ScoringProfile): ProfileIssue[] {
  const levels = Object.values(firstLevelPoints)
  const issues: ProfileIssue[] = []
  if (!isPoints(budgetExecutionPoints)) {
    issues.push({ code: 'points-out-of-range', field: 'budgetExecutionPoints' })
  }
  if (!levels.every(isPoints)) {
    issues.push({ code: 'points-out-of-range', field: 'firstLevelPoints' })
  } else if (levels.length > 0 && isPoints(budgetExecutionPoints)) {
    if (sum([budgetExecutionPoints, ...levels]) !== 100) {
      issues.push({ code: 'points-not-100', field: 'firstLevelPoints' })
    }
  }
  return issues
}

function findRateIssues(profile: ScoringProfile): ProfileIssue[] {
  const issues: ProfileIssue[] = []
  const { passLine, overCompletion } = profile
  if (passLine && !(passLine.rate >= 0 && passLine.rate < 1)) {
    issues.push({ code: 'rate-out-of-range', field: 'passLine' })
  }
  for (const field of ['satisfactionSteps', 'budgetExecutionSteps'] as const) {
    const code = findStepIssue(profile[field])
    if (code) issues.push({ code, field })
  }
  if (!(overCompletion.limit >= 1)) {
    issues.push({ code: 'limit-below-target', field: 'overCompletion' })
  }
  const reduction = overCompletion.automaticReduction
  if (reduction !== undefined && !isPoints(reduction)) {
    issues.push({ code: 'points-out-of-range', field: 'overCompletion' })
  }
  return issues
}

function findStepIssue(steps: readonly ScoringStep[]): ProfileIssueCode | undefined {
  if (!steps.every(({ from, share }) => isRatio(from) && isRatio(share))) return 'rate-out-of-range'
  const falling = steps.every((step, i) => {
    const next = steps[i + 1]
    return next === undefined || (step.from > next.from && step.share >= next.share)
  })
  return falling ? undefined : 'steps-not-falling'
}

function findBandIssues({ bands }: ScoringProfile): ProfileIssue[] {
  const issues: ProfileIssue[] = []
  const all = [bands.unmet, bands['partly-met'], bands.met]
  if (!all.every(({ from, to }) => isRatio(from) && isRatio(to) && from < to)) {
    issues.push({ code: 'rate-out-of-range', field: 'bands' })
  } else if (
    bands.unmet.to !== bands['partly-met'].from ||
    bands['partly-met'].to !== bands.met.from ||
    bands.unmet.includesTo ||
    bands['partly-met'].includesTo
  ) {
    issues.push({ code: 'bands-not-joined', field: 'bands' })
  }
  const isInside = ({ from, to, includesTo, default: share }: (typeof all)[number]) =>
    share >= from && (includesTo ? share <= to : share < to)
  if (!all.every(isInside)) issues.push({ code: 'default-outside-band', field: 'bands' })
  return issues
}

function findTotalIssues({ executionCaps, grades }: ScoringProfile): ProfileIssue[] {
  const issues: ProfileIssue[] = []
  if (!executionCaps.every(({ below, maxTotal }) => isRatio(below) && isPoints(maxTotal))) {
    issues.push({ code: 'rate-out-of-range', field: 'executionCaps' })
  }
  const isRising = executionCaps.every((cap, i) => {
    const next = executionCaps[i + 1]
    return next === undefined || (cap.below < next.below && cap.maxTotal <= next.maxTotal)
  })
  if (!isRising) issues.push({ code: 'caps-not-rising', field: 'executionCaps' })
  const { excellent, good, fair } = grades
  if (![excellent, good, fair].every(isPoints) || !(excellent > good && good > fair && fair > 0)) {
    issues.push({ code: 'grades-not-falling', field: 'grades' })
  }
  return issues
}

function findLightIssues(profile: ScoringProfile): ProfileIssue[] {
  const { yellow, green, blue } = limitsOf(profile)
  const isRising = yellow > 0 && yellow < green && green < blue && Number.isFinite(blue)
  return isRising ? [] : [{ code: 'lights-not-rising', field: 'monitoringLights' }]
}
