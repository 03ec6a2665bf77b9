import { AppError, type AppErrorCode } from '@/domain/appError'

const CODES: Readonly<Record<string, AppErrorCode | undefined>> = {
  VersionError: 'storage-newer-than-app',
  DatabaseClosedError: 'storage-frozen',
  MissingAPIError: 'storage-unavailable',
  OpenFailedError: 'storage-unavailable',
  InvalidStateError: 'storage-failed',
  UnknownError: 'storage-failed',
  AbortError: 'storage-failed',
  // The browser ended the transaction while the next request was on its way.
  TransactionInactiveError: 'storage-failed',
}

/** What Chromium says of a full disk, under whatever name it comes. */
const DISK_FULL = /disk full|NO_SPACE|QuotaExceeded|no space left/i

/** Where Dexie keeps what is inside: one cause, or of many requests those that failed. */
interface DexieCause {
  inner?: unknown
  failures?: readonly unknown[]
}

/** The error and those inside it, outermost first. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = []
  let current = error
  while (current instanceof Error && chain.length < 5) {
    chain.push(current)
    const { inner, failures } = current as DexieCause
    current = inner ?? failures?.[0] ?? current.cause
  }
  return chain
}

/**
 * Translates what Dexie and the browser throw into what a user can act on. A full disk comes as
 * `AbortError` with the cause inside, as `BulkError` with a list of failures, or as `UnknownError` with
 * a message: all of them are read. Anything else is a bug and comes back as it is, to be reported, not explained away.
 */
export function toAppError(error: unknown): unknown {
  const chain = chainOf(error)
  const known = chain.find((link) => link instanceof AppError)
  if (known) return known
  if (chain.some(({ name, message }) => name === 'QuotaExceededError' || DISK_FULL.test(message))) {
    return new AppError('storage-full', { cause: error })
  }
  const code = CODES[chain.at(-1)?.name ?? '']
  return code ? new AppError(code, { cause: error }) : error
}
