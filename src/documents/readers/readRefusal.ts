import type { ReadIssue } from '../readIssue'

/** A file that cannot be read at all. `readGrids` turns it into an error issue; nothing else may catch it. */
export class ReadRefusal extends Error {
  override readonly name = 'ReadRefusal'

  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }

  toIssue(place: string): ReadIssue {
    return { code: this.code, severity: 'error', place, message: this.message }
  }
}
