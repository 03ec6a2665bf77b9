import { AppError } from '@/domain/appError'
import { copyPlain, isSameData } from '@/domain/evaluation/plainData'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { checksumOf } from './checksum'
import type { CommandContext } from './command'
import type { AppDatabase, ProfileRow } from './database'

/** Row with its checksum, ready to be written. */
export const sealProfile = (content: Omit<ProfileRow, 'checksum'>): ProfileRow => ({
  ...content,
  checksum: checksumOf(content),
})

/**
 * A version of a profile, built-in or the user's own; without `version` the newest.
 *
 * @throws TypeError when there is none: versions are kept for ever, so this is a programming error.
 * @throws AppError `record-damaged` when it is not what was written: nothing may be scored by it.
 */
export async function getProfile(
  db: AppDatabase,
  id: string,
  version?: number,
): Promise<ScoringProfile> {
  const isWanted = (profile: ScoringProfile) =>
    profile.id === id && (version === undefined || profile.version === version)
  const builtIn = builtInProfiles.findLast(isWanted)
  if (builtIn) return builtIn
  const row =
    version === undefined ? await newestVersion(db, id) : await db.profiles.get([id, version])
  if (!row) throw new TypeError(`no such profile: ${id} ${String(version)}`)
  if (!isProfileIntact(row)) throw new AppError('record-damaged')
  return row.profile
}

export const isProfileIntact = ({ checksum, ...content }: ProfileRow): boolean =>
  checksumOf(content) === checksum

const newestVersion = (db: AppDatabase, id: string) =>
  db.profiles.where('[id+version]').between([id, 0], [id, Infinity]).last()

/** Saves a profile as the next version of its id. Versions that evaluations were scored with stay. */
export async function saveProfile({
  db,
  command: { profile },
}: CommandContext<'save-profile'>): Promise<ScoringProfile> {
  if (builtInProfiles.some(({ id }) => id === profile.id)) {
    throw new TypeError(`a built-in profile is copied, not changed: ${profile.id}`)
  }
  const newest = await newestVersion(db, profile.id)
  const version = (newest?.version ?? 0) + 1
  const content = { ...(copyPlain(profile) as ScoringProfile), version }
  await db.profiles.add(sealProfile({ id: profile.id, version, profile: content }))
  return content
}

/** Takes a profile off the list. Its versions stay for the evaluations that were scored with them. */
export async function removeProfile({
  db,
  command: { profileId },
}: CommandContext<'remove-profile'>): Promise<void> {
  const rows = await db.profiles
    .where('[id+version]')
    .between([profileId, 0], [profileId, Infinity])
    .toArray()
  await db.profiles.bulkPut(
    rows.map(({ id, version, profile }) => sealProfile({ id, version, profile, isRemoved: true })),
  )
}

/** All versions of the user's own profiles that are intact, by id and version. */
export async function listProfileRows(db: AppDatabase): Promise<ProfileRow[]> {
  const rows = await db.profiles.toArray()
  return rows.filter(isProfileIntact)
}

/**
 * Takes in versions of a colleague's profiles that are not here yet, under their own numbers.
 * @throws AppError `not-allowed` when this number stands for something else here.
 */
export async function addProfileVersions(
  db: AppDatabase,
  profiles: readonly ScoringProfile[],
): Promise<void> {
  for (const profile of profiles) {
    const { id, version } = profile
    if (builtInProfiles.some((builtIn) => builtIn.id === id)) continue
    const known = await db.profiles.get([id, version])
    if (known && !isSameData(known.profile, profile)) throw new AppError('not-allowed')
    if (known) continue
    await db.profiles.add(
      sealProfile({ id, version, profile: copyPlain(profile) as ScoringProfile }),
    )
  }
}
