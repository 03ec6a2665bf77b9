import type { Evaluation } from '@/domain/evaluation/evaluation'
import type { EvaluationSource } from '@/domain/evaluation/buildEvaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { Actor, EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { StatusStep } from '@/domain/evaluation/evaluationStatus'
import type { EvaluationBranch } from '@/domain/merge/branch'
import type { MergeDecision } from '@/domain/merge/resolveMerge'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import type { RectificationEdit } from '@/domain/rectification/rectificationLedger'
import type { AppDatabase, AttachmentRow } from './database'

/** One evaluation of a package, and what was decided about it. */
export interface EvaluationMerge {
  incoming: EvaluationBranch
  decision: MergeDecision
  /** Hash of the last local entry when it was decided; absent: the evaluation was not here. */
  localHead?: string
}

/** What a user asks for, as one thing: carried out as a whole or not at all. */
export type CommandBody =
  /** `baseRevision`: revision of the record that the user had on screen. */
  | {
      type: 'edit'
      evaluationId: string
      edits: EvaluationEdit[]
      baseRevision: number
      reason?: string
    }
  /**
   * Takes back the last command that can be taken back, or the last taking-back. Which one that is,
   * and what it did, is read from the history, so that keys pressed in haste each do one step.
   */
  | { type: 'undo' | 'redo'; evaluationId: string }
  | { type: 'create'; evaluations: { evaluation: Evaluation; source?: EvaluationSource }[] }
  /** `undoOf`: the creation that it takes back. */
  | { type: 'remove'; evaluationIds: string[]; undoOf?: string }
  /** Takes back the removal `undoOf` of these evaluations. */
  | { type: 'restore'; evaluationIds: string[]; undoOf: string }
  | {
      type: 'step'
      evaluationId: string
      step: StatusStep
      baseRevision: number
      reason?: string
    }
  /**
   * An edit of 佐证材料 with the files it names, kept in the same transaction. Too large for the
   * journal: the files are still in the user's hands.
   */
  | {
      type: 'attach'
      evaluationId: string
      edits: EvaluationEdit[]
      attachments: AttachmentRow[]
      baseRevision: number
    }
  /**
   * Takes in evaluations of a colleague's package, with the profiles they were scored with and their
   * evidence. Too large for the journal: the package is still in the user's hands.
   */
  | {
      type: 'merge'
      merges: EvaluationMerge[]
      /** 整改台账 of these evaluations, each whole. */
      ledgers?: readonly (readonly HistoryEntry[])[]
      profiles: ScoringProfile[]
      attachments: AttachmentRow[]
    }
  /** Changes the 整改台账 of an evaluation. `baseLength`: entries of its history on screen. */
  | {
      type: 'rectify'
      evaluationId: string
      edits: RectificationEdit[]
      baseLength: number
      reason?: string
    }
  | { type: 'undo-rectify' | 'redo-rectify'; evaluationId: string }
  | { type: 'save-profile'; profile: ScoringProfile }
  | { type: 'remove-profile'; profileId: string }

/**
 * `commandId` makes a command idempotent: after a time-out, or when the journal is replayed, it can be
 * sent again without harm.
 */
export type Command = CommandBody & {
  commandId: string
  sessionId: string
  actor: Actor
  /** ISO instant; a label. */
  at: string
}

export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>

/** A command while it is carried out, inside its transaction. */
export interface CommandContext<Type extends Command['type'] = Command['type']> {
  db: AppDatabase
  command: CommandOf<Type>
  /** Number that the command gets. */
  seq: number
}

export interface CommandResult {
  commandId: string
  /** Number of the command in the database. */
  seq: number
  /** Had been carried out before: nothing was written now. */
  isRepeated: boolean
  /** The records as they stand after the command, in the order of the command. */
  records: EvaluationRecord[]
  /** Of the 整改台账 that a `rectify`, `undo-rectify` or `redo-rectify` was about, as it stands now. */
  ledgerHistory?: readonly HistoryEntry[]
  /** The version that a `save-profile` made. */
  profile?: ScoringProfile
}
