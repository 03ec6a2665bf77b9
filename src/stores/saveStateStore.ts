import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { injectAppStorage } from './appStorage'

/**
 * Whether everything the user entered is on disk: 正在保存 → 已保存, or 未保存, which stays until it is
 * no longer true, or 已停止写入.
 */
export const useSaveStateStore = defineStore('saveState', () => {
  const { queue, queueVersion } = injectAppStorage()

  const current = computed(() => ({
    version: queueVersion.value,
    state: queue.state,
    failure: queue.failure,
    pending: queue.pending,
  }))
  const state = computed(() => current.value.state)
  const failure = computed(() => current.value.failure)
  /** Commands that are not known to be on disk; a rescue export takes them along. */
  const pending = computed(() => current.value.pending)
  /** When the last command was saved on this page; `undefined` before the first. */
  const savedAt = shallowRef<Date>()

  watch(
    state,
    (next, before) => {
      if (next === 'saved' && before !== 'saved') savedAt.value = new Date()
    },
    { flush: 'sync' },
  )

  return { state, failure, pending, savedAt, retry: () => queue.retry() }
})
