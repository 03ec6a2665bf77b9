import { type ShallowRef, shallowRef } from 'vue'
import type { RescueState } from './components/opening/RescueForm.vue'
import { downloadFile } from './composables/downloadFile'
import { backupFileName } from './views/safety/backupFileName'
import type { KeyValueStore } from './storage/browserStorage'
import { makeCommandJournal } from './storage/commandJournal'
import { findDatabaseName } from './storage/findDatabase'

export interface OpeningRescue {
  readonly state: Readonly<ShallowRef<RescueState>>
  start: () => Promise<void>
}

/**
 * Hands out all that can be read of a database that the app does not open. Its script is fetched when
 * it is needed, so that no start pays for it.
 *
 * @param word text in the language of the page.
 */
export function makeOpeningRescue(
  browserStorage: KeyValueStore,
  word: (key: 'fileName' | 'reason') => string,
): OpeningRescue {
  const state = shallowRef<RescueState>({ status: 'idle' })
  return {
    state,
    start: async () => {
      state.value = { status: 'working' }
      try {
        const { rescueBackup } = await import('./storage/backup/rescueBackup')
        const name = await findDatabaseName(browserStorage)
        const now = new Date()
        const { bytes, ...report } = await rescueBackup(name, {
          appVersion: __APP_VERSION__,
          createdAt: now.toISOString(),
          createdBy: '',
          unsaved: makeCommandJournal(browserStorage, name).list(),
          repairReason: word('reason'),
        })
        const file = new Blob([bytes as Uint8Array<ArrayBuffer>])
        downloadFile(backupFileName(word('fileName'), now), file)
        state.value = { status: 'done', ...report }
      } catch {
        // The database does not even open: what is left are backups and snapshots.
        state.value = { status: 'failed' }
      }
    },
  }
}
