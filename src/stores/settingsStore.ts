import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useLiveQuery } from '@/composables/useLiveQuery'
import { AppError } from '@/domain/appError'
import type { Actor } from '@/domain/evaluation/evaluationRecord'
import { DEFAULT_SETTINGS, listSettings, saveSetting, type Settings } from '@/storage/settings'
import { injectAppStorage } from './appStorage'

/** Choices of the person at this browser, kept in the database and followed by every tab. */
export const useSettingsStore = defineStore('settings', () => {
  const storage = injectAppStorage()
  const { db, opened } = storage
  const { data: stored, error } = useLiveQuery(undefined, () => () => listSettings(db))
  /** Choices made on this page that the database has not answered yet. */
  const chosen = shallowRef<Partial<Settings>>({})

  const settings = computed<Settings>(() => ({
    ...DEFAULT_SETTINGS,
    ...stored.value,
    ...chosen.value,
  }))
  const isLoading = computed(() => stored.value === undefined && error.value === undefined)

  /**
   * Keeps a choice. One that cannot be written holds on this page: it must not stop what the user is
   * doing, least of all a backup on a full disk.
   */
  async function choose<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
    chosen.value = { ...chosen.value, [key]: value }
    try {
      await saveSetting(db, opened.browserStorage, key, value)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }

  function setting<Key extends keyof Settings>(key: Key) {
    return computed({
      get: () => settings.value[key],
      set: (value: Settings[Key]) => void choose(key, value),
    })
  }

  watch(stored, () => (chosen.value = {}), { flush: 'sync' })
  watch(
    () => settings.value.actor,
    (actor: Actor | undefined) => (storage.actor = actor ?? { name: '' }),
    { immediate: true, flush: 'sync' },
  )

  /** A remembered choice of a view: a column width, the last export format. */
  const recall = (key: string): unknown => settings.value.remembered[key]
  const remember = (key: string, value: unknown): Promise<void> =>
    choose('remembered', { ...settings.value.remembered, [key]: value })

  return {
    isLoading,
    error,
    actor: setting('actor'),
    locale: setting('locale'),
    theme: setting('theme'),
    density: setting('density'),
    savedFilters: setting('savedFilters'),
    recall,
    remember,
  }
})
