import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { MergePackage } from '@/domain/merge/mergePackage'
import type { Command } from '../command'
import type { Settings } from '../settings'

/** Number of the format of backup files. A released one is read for ever. */
export const BACKUP_FORMAT = 1

/**
 * `full`: everything in this browser, to be restored. `package`: some evaluations, to be merged by a
 * colleague.
 */
export type BackupKind = 'full' | 'package'

/** What a backup file holds. */
export interface BackupContent extends MergePackage {
  kind: BackupKind
  appVersion: string
  /** Number of the database schema it was taken from. */
  schemaVersion: number
  /** Id of the database it was taken from. */
  databaseId: string
  /** Number of the last command it contains. */
  seq: number
  /**
   * Histories without a document: of evaluations that were removed and can still be brought back, and
   * of 整改台账, which are nothing but their history.
   */
  removed: readonly (readonly HistoryEntry[])[]
  /** Profiles that are no longer offered, by id. */
  removedProfileIds: readonly string[]
  /** Absent from packages. */
  settings?: Partial<Settings>
  /** Of a rescue: commands that were not known to be on disk, oldest first. */
  unsaved?: readonly Command[]
}
