/** Every failure a user can meet. Texts live in one place: `locales/`, key `appError.<code>`. */
export type AppErrorCode =
  | 'storage-full'
  | 'storage-blocked-by-other-tab'
  | 'storage-newer-than-app'
  | 'storage-lost'
  | 'storage-unavailable'
  | 'storage-frozen'
  | 'write-outcome-unknown'
  | 'edit-conflict'
  | 'record-damaged'
  | 'not-allowed'
  | 'backup-not-readable'

/** An expected failure, with a stable code for tests and logs and a text for the user. */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: AppErrorCode,
    options?: { cause?: unknown },
  ) {
    super(code, options)
  }
}
