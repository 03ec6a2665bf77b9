import type { EditPath, EvaluationEdit } from './evaluationEdit'
import type { Actor } from './evaluationRecord'

/** What an entry of the history tells about. */
export type HistoryAction =
  | EvaluationEdit['type']
  | 'create' // `after`: the record
  | 'remove' // `before`: the record
  | 'restore' // a removal taken back; `after`: the record
  | 'step' // of the status; `before`, `after`: `EvaluationStatus`

/**
 * One change, kept for ever. Entries are numbered per evaluation and chained: `hash` covers the entry
 * and the hash of the one before it, so that a changed, removed, moved or inserted entry shows.
 */
export interface HistoryEntry {
  evaluationId: string
  /** From 1 without gaps, per evaluation. */
  sequence: number
  commandId: string
  /** Page load that wrote it: tells one tab from another. */
  sessionId: string
  /** ISO instant; a label, order comes from `sequence`. */
  at: string
  actor: Actor
  action: HistoryAction
  path: EditPath
  /** Absent: the field was missing. */
  before?: unknown
  after?: unknown
  reason?: string
  /** Id of the command that this one takes back: an undo, or the undo of an undo. */
  undoOf?: string
  /** Revision of the record after the command. */
  revision: number
  /** SHA-256 of a submitted record, with `step`. */
  contentHash?: string
  previousHash: string
  hash: string
}
