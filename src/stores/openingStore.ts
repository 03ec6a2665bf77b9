import { defineStore } from 'pinia'
import { ref } from 'vue'
import { injectAppStorage } from './appStorage'

/** What opening the database had to report: losses are said, never passed over. */
export const useOpeningStore = defineStore('opening', () => {
  const { opened } = injectAppStorage()
  const lostCommands = ref(opened.lostCommands)
  const refusedEdits = ref(opened.replay.refused.length)

  function dismiss(): void {
    lostCommands.value = 0
    refusedEdits.value = 0
  }

  return { lostCommands, refusedEdits, dismiss }
})
