import { limitsOf } from '../monitoring/light'
import type { ProfileField, ScoringProfile, ScoringProfileValues } from './scoringProfile'

/** A copy with one field changed. From then on that field rests on nobody's word but the user's. */
export function editProfile<Field extends ProfileField>(
  profile: ScoringProfile,
  field: Field,
  value: ScoringProfileValues[Field],
): ScoringProfile {
  return {
    ...profile,
    [field]: value,
    sources: { ...profile.sources, [field]: { document: '本单位设定', trust: 'project-decision' } },
  }
}

/** A field as it counts, written out or not. */
const valueOf = (profile: ScoringProfileValues, field: ProfileField): unknown =>
  field === 'monitoringLights' ? limitsOf(profile) : profile[field]

/** Fields in which two profiles differ, whatever their names and sources. */
export function differingFields(
  left: ScoringProfileValues,
  right: ScoringProfileValues,
  fields: readonly ProfileField[],
): ProfileField[] {
  return fields.filter(
    (field) => canonical(valueOf(left, field)) !== canonical(valueOf(right, field)),
  )
}

/** Text that is equal for equal plain data, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify([value], (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
