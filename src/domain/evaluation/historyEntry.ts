import type { EditPath, EvaluationEdit } from './evaluationEdit'
import type { Actor, EvaluationStatus } from './evaluationRecord'

/** What an entry of the history tells about. */
export type HistoryAction =
  | EvaluationEdit['type']
  | 'create' // `after`: the record
  | 'remove' // `before`: the record
  | 'restore' // a removal taken back; `after`: the record
  | 'step' // of the status; `before`, `after`: `EvaluationStatus`
  | 'merge' // a colleague's package; `after`: `MergedBranch`, the edits of the command stand behind it

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

/** One field that both sides had changed, and whose value was kept. */
export interface MergeChoice {
  path: EditPath
  kept: 'mine' | 'theirs'
  mine?: unknown
  theirs?: unknown
}

/** What a `merge` brought in. Nothing of the other side is lost: its entries are kept in here. */
export interface MergedBranch {
  /** Hash of the last entry of the other side. */
  head: string
  /** Entries of the other side that this history did not hold. */
  entries: HistoryEntry[]
  choices: MergeChoice[]
  /** Where the merge moved the status as well. */
  status?: { before: EvaluationStatus; after: EvaluationStatus }
  /** The content is now the other side's: what continues `head` continues this history. */
  isAdopted?: true
}
