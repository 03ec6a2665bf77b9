import type { EditPath } from './evaluation/evaluationEdit'
import type { Actor } from './evaluation/evaluationRecord'

/** Every failure a user can meet. Texts live in one place: `locales/`, key `appError.<code>`. */
export type AppErrorCode =
  | 'storage-full'
  | 'storage-blocked-by-other-tab'
  | 'storage-newer-than-app'
  | 'storage-lost'
  | 'storage-unavailable'
  | 'storage-failed'
  | 'storage-frozen'
  | 'write-outcome-unknown'
  | 'edit-conflict'
  | 'record-damaged'
  | 'not-allowed'
  | 'submission-blocked'
  | 'backup-not-readable'
  | 'backup-newer-than-app'
  | 'passphrase-needed'
  | 'passphrase-wrong'
  | 'encryption-unavailable'

/** Two values for one cell: what the user entered and what someone else stored in the meantime. */
export interface EditConflict {
  path: EditPath
  mine: unknown
  theirs: unknown
  /** Absent when the row itself is gone. */
  by?: Actor
  /** ISO instant */
  at?: string
}

/** An expected failure, with a stable code for tests and logs and a text for the user. */
export class AppError extends Error {
  override readonly name = 'AppError'
  /** Only with `edit-conflict`. */
  readonly conflict: EditConflict | undefined

  constructor(
    readonly code: AppErrorCode,
    options?: { cause?: unknown; conflict?: EditConflict },
  ) {
    super(code, options)
    this.conflict = options?.conflict
  }
}
