import { type ShallowRef, shallowRef } from 'vue'
import { AppError, type AppErrorCode } from './domain/appError'
import type { KeyValueStore } from './storage/browserStorage'

/** What the screen of a lost database knows about restoring. */
export interface OpeningRestoreState {
  snapshots: readonly { name: string; at: string }[]
  isRestoring: boolean
  restoreFailure: AppErrorCode | undefined
}

export interface OpeningRestore {
  readonly state: Readonly<ShallowRef<OpeningRestoreState>>
  findSnapshots: () => Promise<void>
  restoreFile: (file: File, passphrase: string) => Promise<void>
  restoreSnapshot: (name: string) => Promise<void>
}

/**
 * Restores before the app has started: there is no database to open. Its script is fetched when it is
 * needed, so that no start pays for it.
 */
export function makeOpeningRestore(browserStorage: KeyValueStore): OpeningRestore {
  const state = shallowRef<OpeningRestoreState>({
    snapshots: [],
    isRestoring: false,
    restoreFailure: undefined,
  })

  async function restore(read: () => Promise<Uint8Array>, passphrase: string): Promise<void> {
    state.value = { ...state.value, isRestoring: true, restoreFailure: undefined }
    try {
      const [{ readBackup }, { restoreBackup }] = await Promise.all([
        import('./storage/backup/readBackup'),
        import('./storage/backup/restoreBackup'),
      ])
      await restoreBackup(await readBackup(await read(), passphrase), { browserStorage })
      window.location.reload()
    } catch (error) {
      const restoreFailure = error instanceof AppError ? error.code : 'backup-not-readable'
      state.value = { ...state.value, isRestoring: false, restoreFailure }
    }
  }

  return {
    state,
    findSnapshots: async () => {
      const { listSnapshots } = await import('./storage/backup/snapshots')
      // Without a place for snapshots, or with it damaged as well, there is still the file.
      const snapshots = await listSnapshots().catch(() => [])
      state.value = { ...state.value, snapshots }
    },
    restoreFile: (file, passphrase) =>
      restore(async () => new Uint8Array(await file.arrayBuffer()), passphrase),
    restoreSnapshot: (name) =>
      restore(async () => {
        const { readSnapshot } = await import('./storage/backup/snapshots')
        return readSnapshot(name)
      }, ''),
  }
}
