import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { ScoringProfile, ScoringProfileValues } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { parseTarget } from '@/domain/target/parseTarget'

/** A profile of RULES with some of its values changed. */
export function profileWith(
  changes: Partial<ScoringProfileValues> = {},
  id = 'national-2020',
): ScoringProfile {
  const profile = builtInProfiles.find((known) => known.id === id)
  if (!profile) throw new Error(`no profile ${id}`)
  return { ...profile, ...changes }
}

/** One row of 10 points under 产出 · 数量. */
export function indicatorOf(
  target: string,
  actual: string | undefined,
  overrides: Partial<Indicator> = {},
): Indicator {
  return {
    id: 'i1',
    firstLevel: 'output',
    firstLevelLabel: '产出指标',
    secondLevel: 'quantity',
    secondLevelLabel: '数量指标',
    name: '指标',
    target: parseTarget(target, { fiscalYear: 2024 }),
    maxScore: 10,
    ...(actual === undefined ? {} : { actual: { raw: actual } }),
    ...overrides,
  }
}

export function evaluationOf(
  indicators: Indicator[],
  overrides: Partial<Evaluation> = {},
): Evaluation {
  return {
    id: 'e1',
    profileId: 'national-2020',
    form: 'self-evaluation',
    scope: 'project',
    projectName: '项目',
    fiscalYear: 2024,
    goals: [],
    funds: { printedUnit: '万元', rows: [] },
    indicators,
    ...overrides,
  }
}

/** Score of a table with one row: its 得分, or the issue that kept it from one. */
export function scoreOf(
  target: string,
  actual: string | undefined,
  changes: Partial<ScoringProfileValues> = {},
  overrides: Partial<Indicator> = {},
): number | string {
  const evaluation = evaluationOf([indicatorOf(target, actual, overrides)])
  const computed = scoreEvaluation(evaluation, profileWith(changes)).indicators[0]?.computed
  if (!computed) throw new Error('no row')
  return computed.status === 'scored' ? computed.score : computed.issue
}

export function explanationOf(
  target: string,
  actual: string,
  changes: Partial<ScoringProfileValues> = {},
  overrides: Partial<Indicator> = {},
): string {
  const evaluation = evaluationOf([indicatorOf(target, actual, overrides)])
  return scoreEvaluation(evaluation, profileWith(changes)).indicators[0]?.explanation ?? ''
}
