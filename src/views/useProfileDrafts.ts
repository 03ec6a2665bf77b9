import { computed, type ComputedRef, shallowRef } from 'vue'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { useSettingsStore } from '@/stores/settingsStore'

type Drafts = Readonly<Record<string, ScoringProfile>>

const key = 'profileDrafts'

/** Whether every figure is one: what is typed half-way stays on the page and is not stored. */
function isReadable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(isReadable)
}

const without = (drafts: Drafts, id: string): Drafts =>
  Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== id))

/**
 * Profiles that are being edited and are not yet versions. They are kept with the settings, so that
 * leaving the page or reloading it loses nothing.
 */
export function useProfileDrafts(): {
  drafts: ComputedRef<Drafts>
  keep: (draft: ScoringProfile) => void
  discard: (id: string) => void
} {
  const settings = useSettingsStore()
  const local = shallowRef<Drafts>({})
  // Written below alone, in this shape.
  const stored = computed(() => (settings.recall(key) ?? {}) as Drafts)

  return {
    drafts: computed(() => ({ ...stored.value, ...local.value })),
    keep(draft) {
      local.value = { ...local.value, [draft.id]: draft }
      if (isReadable(draft)) void settings.remember(key, { ...stored.value, [draft.id]: draft })
    },
    discard(id) {
      local.value = without(local.value, id)
      void settings.remember(key, without(stored.value, id))
    },
  }
}
