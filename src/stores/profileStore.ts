import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useLiveQuery } from '@/composables/useLiveQuery'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { injectAppStorage } from './appStorage'
import { listProfileRows } from '@/storage/profileCommands'

/** 计分方案: the built-in ones and the user's own, every version of them. */
export const useProfileStore = defineStore('profiles', () => {
  const storage = injectAppStorage()
  const { data: rows, error } = useLiveQuery(undefined, () => () => listProfileRows(storage.db))

  const versions = computed(() => [
    ...builtInProfiles,
    ...(rows.value ?? []).map(({ profile }) => profile),
  ])
  const removedIds = computed(
    () => new Set((rows.value ?? []).filter((row) => row.isRemoved).map(({ id }) => id)),
  )
  /** The newest version of each, built-in ones first. */
  const profiles = computed<ScoringProfile[]>(() => {
    const newest = new Map(versions.value.map((profile) => [profile.id, profile]))
    return [...newest.values()].filter(({ id }) => !removedIds.value.has(id))
  })
  const isLoading = computed(() => rows.value === undefined && error.value === undefined)

  /** A version of a profile, removed ones included; without `version` the newest. */
  function find(id: string, version?: number): ScoringProfile | undefined {
    return versions.value.findLast(
      (profile) => profile.id === id && (version === undefined || profile.version === version),
    )
  }

  /** Saves as the next version of its id, and returns that version. */
  async function saveProfile(profile: ScoringProfile): Promise<ScoringProfile> {
    const saved = await storage.send({ type: 'save-profile', profile })
    return saved.profile ?? profile
  }

  async function removeProfile(profileId: string): Promise<void> {
    await storage.send({ type: 'remove-profile', profileId })
  }

  return { profiles, isLoading, error, find, saveProfile, removeProfile }
})
