import { storeToRefs } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { searchLibrary, type LibraryFilter } from '@/domain/library/searchLibrary'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useLibraryStore } from '@/stores/libraryStore'

/** Rows shown at first, and with each further step. */
const STEP = 100

/** The library as a page shows it: read while the page is there, searched, shown in steps. */
export function useLibrary(filter: () => LibraryFilter) {
  const store = useLibraryStore()
  const list = useEvaluationListStore()
  const { entries, progress, hasRead } = storeToRefs(store)
  const error = shallowRef<unknown>()
  const isStopped = shallowRef(false)
  const shown = shallowRef(STEP)
  let reading = new AbortController()

  async function read(): Promise<void> {
    reading.abort()
    reading = new AbortController()
    const { signal } = reading
    isStopped.value = false
    error.value = undefined
    try {
      await store.refresh(signal)
    } catch (failure) {
      error.value = failure
    }
  }

  watch(
    () => list.summaries,
    (summaries) => {
      if (summaries) void read()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    reading.abort()
  })

  const matching = computed(() => searchLibrary(entries.value, filter()))
  watch(filter, () => (shown.value = STEP))

  return {
    progress,
    error: computed(() => error.value ?? list.error),
    isLoading: computed(() => !hasRead.value && error.value === undefined && !list.error),
    isStopped,
    total: computed(() => entries.value.length),
    matching,
    visible: computed(() => matching.value.slice(0, shown.value)),
    rest: computed(() => Math.max(0, Math.min(STEP, matching.value.length - shown.value))),
    entries,
    showMore: () => (shown.value += STEP),
    read,
    stop: () => {
      isStopped.value = true
      reading.abort()
    },
  }
}
