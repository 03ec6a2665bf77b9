import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import {
  allowBackupFolder,
  type BackupFolder,
  canKeepFolder,
  chooseBackupFolder,
  findBackupFolder,
  forgetBackupFolder,
} from '@/storage/backup/backupFolder'
import { injectAppStorage } from './appStorage'
import { useBackupReminderStore } from './backupReminderStore'
import { useBackupStore } from './backupStore'

/** Nothing was changed for so long: a backup then disturbs nobody. */
const IDLE_MS = 60_000

/** 备份文件夹: chosen once, written to whenever work pauses. */
export const useBackupFolderStore = defineStore('backupFolder', () => {
  const { db } = injectAppStorage()
  const backup = useBackupStore()
  const reminder = useBackupReminderStore()

  const folder = shallowRef<BackupFolder>()
  const isWriting = shallowRef(false)
  /** What the last write met; the files before it are unharmed. */
  const error = shallowRef<unknown>()
  /** Commands that were unsaved when the clock last ticked, and since when they are. */
  let pause = { unsaved: 0, since: Date.now() }

  async function load(): Promise<void> {
    folder.value = await findBackupFolder(db)
  }

  /** Writes a backup now. @returns whether it stands in the folder. */
  async function write(): Promise<boolean> {
    if (isWriting.value) return false
    isWriting.value = true
    error.value = undefined
    try {
      return await backup.backUpToFolder()
    } catch (failure) {
      error.value = failure
      return false
    } finally {
      isWriting.value = false
      await load()
    }
  }

  /** Asks for a folder and writes the first backup into it. */
  async function choose(): Promise<void> {
    if (await chooseBackupFolder(db)) await write()
  }

  /** Asks the browser to allow the folder in this session. */
  async function allow(): Promise<void> {
    if (await allowBackupFolder(db)) await write()
    else await load()
  }

  async function forget(): Promise<void> {
    await forgetBackupFolder(db)
    error.value = undefined
    await load()
  }

  /** For a clock: writes once nothing has been changed for a minute. */
  async function writeIfIdle(): Promise<void> {
    const { unsaved } = reminder
    if (unsaved !== pause.unsaved) pause = { unsaved, since: Date.now() }
    if (unsaved === 0 || Date.now() - pause.since < IDLE_MS) return
    await load()
    if (folder.value?.isAllowed) await write()
  }

  return {
    canKeepFolder: canKeepFolder(),
    folder,
    isWriting,
    error,
    load,
    write,
    choose,
    allow,
    forget,
    writeIfIdle,
  }
})
