import type { ScoringProfile } from '../profile/scoringProfile'
import { builtInProfiles } from '../profile/builtInProfiles'
import { isSameData } from '../evaluation/plainData'
import type { EvaluationBranch } from './branch'

/** A file that evidence refers to, under its SHA-256. */
export interface PackagedFile {
  sha256: string
  bytes: Uint8Array
  mediaType: string
}

/** What colleagues hand each other: some evaluations, and what is needed to understand them. */
export interface MergePackage {
  /** ISO instant; '' when unknown. */
  createdAt: string
  /** Name of who made it; '' when unknown. */
  createdBy: string
  evaluations: readonly EvaluationBranch[]
  /** The user's own profiles that the evaluations were scored with, by id and version. */
  profiles: readonly ScoringProfile[]
  files: readonly PackagedFile[]
}

type ProfileKey = Pick<ScoringProfile, 'id' | 'version'>

const isVersion = (key: ProfileKey) => (profile: ProfileKey) =>
  profile.id === key.id && profile.version === key.version

/**
 * Whether an evaluation can be scored here as it was there.
 *
 * @param known profiles that are here, all versions.
 * @returns `missing`: nobody has the profile; `differs`: the same number stands for something else here.
 */
export function findProfileProblem(
  { record }: EvaluationBranch,
  packaged: readonly ScoringProfile[],
  known: readonly ScoringProfile[],
): 'missing' | 'differs' | undefined {
  const { profileId: id, profileVersion } = record
  if (builtInProfiles.some((profile) => profile.id === id)) return undefined
  if (profileVersion === undefined) {
    return [...packaged, ...known].some((profile) => profile.id === id) ? undefined : 'missing'
  }
  const key = { id, version: profileVersion }
  const theirs = packaged.find(isVersion(key))
  const mine = known.find(isVersion(key))
  if (theirs && mine && !isSameData(theirs, mine)) return 'differs'
  return theirs || mine ? undefined : 'missing'
}

/** Files that an evaluation refers to. */
export const filesOf = (
  { record }: EvaluationBranch,
  files: readonly PackagedFile[],
): PackagedFile[] => {
  const wanted = new Set(record.supportingDocuments.map(({ sha256 }) => sha256))
  return files.filter(({ sha256 }) => wanted.has(sha256))
}
