import type { ScoringProfile } from './scoringProfile'

/**
 * A profile of the user's own with the values of another; its sources stay until a field is edited.
 *
 * @param copy a new id and a name; versions start again at 1.
 */
export function copyProfile(
  profile: ScoringProfile,
  copy: { id: string; name: string },
): ScoringProfile {
  return { ...profile, ...copy, version: 1, copiedFrom: profile.id }
}
