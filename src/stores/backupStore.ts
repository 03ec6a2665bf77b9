import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { AppError } from '@/domain/appError'
import type { BackupContent } from '@/storage/backup/backupContent'
import { writeToBackupFolder } from '@/storage/backup/backupFolder'
import { collectBackup } from '@/storage/backup/collectBackup'
import { type BackupDifference, compareWithBackup } from '@/storage/backup/compareWithBackup'
import { canEncrypt, MIN_PASSPHRASE } from '@/storage/backup/encryption'
import { readBackup } from '@/storage/backup/readBackup'
import { type Rescue, rescueBackup } from '@/storage/backup/rescueBackup'
import { restoreBackup } from '@/storage/backup/restoreBackup'
import { listSnapshots, readSnapshot, writeSnapshot } from '@/storage/backup/snapshots'
import { writeBackup } from '@/storage/backup/writeBackup'
import { sha256Hex } from '@/storage/checksum'
import { injectAppStorage } from './appStorage'
import { useBackupReminderStore } from './backupReminderStore'
import { useSettingsStore } from './settingsStore'

/** A finished backup file, read back and found equal. */
export interface BackupFile {
  bytes: Uint8Array
  sha256: string
  evaluations: number
}

/** A backup that was opened to be restored. */
export interface OpenedBackup {
  content: BackupContent
  difference: BackupDifference
}

const SNAPSHOT_MS = 15 * 60 * 1000

/** 备份与恢复: files that leave the browser, snapshots that stay in it. */
export const useBackupStore = defineStore('backup', () => {
  const storage = injectAppStorage()
  const settings = useSettingsStore()
  const { db, opened } = storage

  const reminder = useBackupReminderStore()
  /** Number of the last command in a snapshot of this page, and when it was kept. */
  const lastSnapshot = shallowRef({ seq: 0, at: Date.now() })

  const origin = () => ({
    appVersion: __APP_VERSION__,
    createdAt: new Date().toISOString(),
    createdBy: settings.actor?.name ?? '',
  })

  /** Writes a file with all edits that are on their way, and believes it only after reading it back. */
  async function make(ids: readonly string[] | undefined, passphrase?: string) {
    await storage.queue.settled()
    const content = await collectBackup(db, origin(), ids)
    const bytes = await writeBackup(content, passphrase)
    const read = await readBackup(bytes, passphrase)
    if (read.seq !== content.seq || read.evaluations.length !== content.evaluations.length) {
      throw new Error('the backup did not read back equal')
    }
    const file: BackupFile = {
      bytes,
      sha256: sha256Hex(bytes),
      evaluations: read.evaluations.length,
    }
    return { file, content }
  }

  /**
   * Makes a backup of everything, to be handed out by the caller.
   * @throws AppError `record-damaged` when an evaluation cannot be trusted.
   */
  async function makeBackup(passphrase?: string): Promise<BackupFile> {
    const { file, content } = await make(undefined, passphrase)
    await reminder.note({ at: content.createdAt, seq: content.seq })
    return file
  }

  /**
   * Takes out all that can be read, repaired where it can be, with what is not yet on disk. Made for a
   * database that is damaged or full; reads past the open connection.
   */
  const rescue = (repairReason: string): Promise<Rescue> =>
    rescueBackup(db.name, { ...origin(), repairReason, unsaved: storage.queue.pending })

  /** A package of some evaluations for a colleague. @throws AppError `record-damaged` */
  async function makePackage(ids: readonly string[], passphrase?: string): Promise<BackupFile> {
    return (await make(ids, passphrase)).file
  }

  /**
   * Backs everything up into the chosen folder.
   * @returns whether it stands there; `false` when there is no folder that may be written to.
   * @throws AppError `record-damaged`; DOMException when the folder is gone or its disk is full.
   */
  async function backUpToFolder(): Promise<boolean> {
    const { file, content } = await make(undefined)
    const written = await writeToBackupFolder(db, file.bytes, content.createdAt)
    if (!written) return false
    if (sha256Hex(written) !== file.sha256)
      throw new Error('the backup in the folder did not read back equal')
    await reminder.note({ at: content.createdAt, seq: content.seq })
    return true
  }

  /**
   * Keeps a snapshot in this browser when something changed since the last. A damaged evaluation does
   * not keep the others from being kept: it goes into the snapshot repaired.
   */
  async function keepSnapshot(repairReason: string): Promise<void> {
    const seq = Number((await db.meta.get('seq'))?.value ?? 0)
    if (seq === 0 || seq === lastSnapshot.value.seq) return
    const bytes = await make(undefined).then(
      ({ file }) => file.bytes,
      async (error: unknown) => {
        if (!(error instanceof AppError && error.code === 'record-damaged')) throw error
        return (await rescue(repairReason)).bytes
      },
    )
    const isKept = await writeSnapshot(bytes, new Date().toISOString())
    if (isKept) lastSnapshot.value = { seq, at: Date.now() }
  }

  /** Keeps a snapshot when the last is a quarter of an hour old. */
  async function keepSnapshotIfDue(repairReason: string): Promise<void> {
    if (Date.now() - lastSnapshot.value.at >= SNAPSHOT_MS) await keepSnapshot(repairReason)
  }

  /** Reads a backup and says how it differs; nothing is changed. @throws AppError as `readBackup` does */
  async function openBackup(bytes: Uint8Array, passphrase: string): Promise<OpenedBackup> {
    const content = await readBackup(bytes, passphrase)
    return { content, difference: await compareWithBackup(db, content) }
  }

  /**
   * Restores into a new database. The caller loads the page anew.
   * @throws AppError as `restoreBackup` does; the database in use is unchanged then.
   */
  async function restore(
    content: BackupContent,
    options: { onProgress?: (done: number) => void; signal?: AbortSignal },
  ): Promise<void> {
    await restoreBackup(content, { browserStorage: opened.browserStorage, ...options })
  }

  return {
    minPassphrase: MIN_PASSPHRASE,
    canEncrypt: canEncrypt(),
    makeBackup,
    makePackage,
    backUpToFolder,
    rescue,
    keepSnapshot,
    keepSnapshotIfDue,
    listSnapshots,
    readSnapshot,
    openBackup,
    restore,
  }
})
