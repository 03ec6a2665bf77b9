import type { ReadIssue } from '../readIssue'
import type { GridDocument } from '../grid'

/** A file as a reader gets it. */
export interface InputFile {
  name: string
  bytes: Uint8Array
}

/** What every reader is given besides the bytes. */
export interface ReadContext {
  /** Share of the work done, 0–1. */
  onProgress: (done: number) => void
  signal: AbortSignal | undefined
}

/** What every reader returns: a document, perhaps empty, and what to say about it. */
export interface ReadResult {
  document: GridDocument
  issues: ReadIssue[]
}

/**
 * Gives the event loop a turn so that a cancel can arrive, then checks for it. Without a signal none
 * can, and the turn, a millisecond or four, would be most of what a small file costs.
 */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return
  await new Promise((resolve) => setTimeout(resolve, 0))
  signal.throwIfAborted()
}
