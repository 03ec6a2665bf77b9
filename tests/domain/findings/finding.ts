import type { Evaluation } from '@/domain/evaluation/evaluation'
import { findFindings, type FindingContext } from '@/domain/findings/findFindings'
import type { Finding, FindingCode } from '@/domain/findings/finding'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { evaluation, indicator, type RowOverrides } from './evaluationBuilder'

export function profile(id: string, overrides: Partial<ScoringProfile> = {}): ScoringProfile {
  const found = builtInProfiles.find((known) => known.id === id)
  if (!found) throw new Error(`no profile ${id}`)
  return { ...found, ...overrides }
}

/** All findings of one code; by default under 100 points on indicators. */
export function findingsOf(
  code: FindingCode,
  subject: Evaluation,
  scoringProfile: ScoringProfile = profile('indicators-only'),
  context: FindingContext = {},
): Finding[] {
  return findFindings(subject, scoringProfile, context).filter((finding) => finding.code === code)
}

/** Findings of one code in a self-evaluation of the one row. */
export function rowFindings(
  code: FindingCode,
  row: RowOverrides,
  scoringProfile?: ScoringProfile,
): Finding[] {
  return findingsOf(
    code,
    evaluation({ form: 'self-evaluation', indicators: [indicator(row)] }),
    scoringProfile,
  )
}
