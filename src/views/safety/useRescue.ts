import { type ShallowRef, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RescueState } from '@/components/opening/RescueForm.vue'
import { downloadFile } from '@/composables/downloadFile'
import { backupFileName } from './backupFileName'

export interface RescueExport {
  state: Readonly<ShallowRef<RescueState>>
  /** Makes the file and hands it out. @returns whether there was anything to hand out. */
  start: () => Promise<boolean>
}

/** Hands out all that can be read of the open database, with what is not yet on disk. */
export function useRescue(): RescueExport {
  const { t } = useI18n()
  const state = shallowRef<RescueState>({ status: 'idle' })

  async function start(): Promise<boolean> {
    state.value = { status: 'working' }
    try {
      // Fetched when it is needed: no start pays for it.
      const { useBackupStore } = await import('@/stores/backupStore')
      const { bytes, ...report } = await useBackupStore().rescue(t('opening.rescue.reason'))
      const name = backupFileName(t('opening.rescue.fileName'), new Date())
      downloadFile(name, new Blob([bytes as Uint8Array<ArrayBuffer>]))
      state.value = { status: 'done', ...report }
      return true
    } catch {
      state.value = { status: 'failed' }
      return false
    }
  }

  return { state, start }
}
