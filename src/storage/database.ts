import { Dexie, type EntityTable, type Table } from 'dexie'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { guardWrites } from './writeGuard'

/** Number of the schema. A released one is frozen; see docs/adr/0015-one-document-per-evaluation.md. */
export const SCHEMA_VERSION = 2

/** Stores and indexes of the schema. Changed only together with `SCHEMA_VERSION`. */
export const SCHEMA = {
  evaluations: 'id',
  summaries: 'id, seq, summary.projectKey, [summary.implementingUnit+summary.fiscalYear]',
  summaryPacks: 'id',
  history: '[evaluationId+sequence]',
  profiles: '[id+version]',
  settings: 'key',
  attachments: 'sha256',
  meta: 'key',
  commands: 'commandId',
} as const

/** One document an evaluation. `checksum` covers all other fields of the row. */
export interface EvaluationRow {
  id: string
  record: EvaluationRecord
  /** Number of entries in the history of this evaluation, and the hash of the last. */
  historyLength: number
  historyHead: string
  checksum: string
}

/** What the overviews read. `checksum`: see `summaryChecksum`. */
export interface SummaryRow {
  id: string
  /** Number of the command that wrote it: lists read on from the number they know. */
  seq: number
  summary: EvaluationSummary
  checksum: number
}

/**
 * Some hundred summaries in one row, as they stood when a list had read as far as `seq`: a copy that
 * reads fast, see docs/adr/0067-summaries-packed.md.
 */
export interface SummaryPackRow {
  /** 0, 1 … `of` − 1 */
  id: number
  of: number
  seq: number
  removedSeq: number
  /** How `values` and `places` are written; what an app does not know is left aside. */
  format: number
  /** `SummaryRuns`; the values as JSON, so that they are one text. */
  values: string
  places: Uint16Array | Uint32Array
  /** Of values and places. */
  checksum: number
}

/** One version of a profile of the user's own, kept for ever. */
export interface ProfileRow {
  id: string
  version: number
  profile: ScoringProfile
  /** No longer offered; evaluations that were scored with it keep it. */
  isRemoved?: true
  checksum: string
}

export interface SettingRow {
  key: string
  value: unknown
}

export interface AttachmentRow {
  sha256: string
  bytes: Uint8Array
  mediaType: string
}

/**
 * `seq` counts commands of the whole database; `removedSeq`: the last one that removed something.
 * `head/…`: where a history stands that has no document (`historyHeads.ts`).
 */
export type MetaRow =
  | { key: 'seq' | 'removedSeq'; value: number }
  | { key: 'databaseId'; value: string }
  | { key: 'activatedAt'; value: string }
  | { key: `head/${string}`; value: string }

/** A command that has been carried out: doing it again changes nothing. */
export interface CommandRow {
  commandId: string
  seq: number
  at: string
}

export interface AppDatabase extends Dexie {
  evaluations: EntityTable<EvaluationRow, 'id'>
  summaries: EntityTable<SummaryRow, 'id'>
  summaryPacks: EntityTable<SummaryPackRow, 'id'>
  history: Table<HistoryEntry, [string, number]>
  profiles: Table<ProfileRow, [string, number]>
  settings: EntityTable<SettingRow, 'key'>
  attachments: EntityTable<AttachmentRow, 'sha256'>
  meta: EntityTable<MetaRow, 'key'>
  commands: EntityTable<CommandRow, 'commandId'>
}

// A page kept in the back-forward cache would wake up with a connection that no longer counts.
Dexie.disableBfCache = true

/**
 * Database of this name, declared but not open: only `openDatabase` opens it, behind its guard.
 *
 * Every transaction is durable before it is reported complete. Dexie's cache stays off: what a query
 * shows has been read from disk.
 */
export function declareDatabase(name: string): AppDatabase {
  const db = new Dexie(name, {
    autoOpen: false,
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  }) as AppDatabase
  db.version(SCHEMA_VERSION).stores(SCHEMA)
  guardWrites(db)
  return db
}
