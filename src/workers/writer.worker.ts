import { expose } from 'comlink'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { type DocumentFormat, writeDocument, type WriteOptions } from '@/documents/writeDocument'
import { writeArchive } from '@/documents/writers/writeArchive'

export interface WriteJob {
  evaluations: Evaluation[]
  profiles: ScoringProfile[]
  format: DocumentFormat
  /** One file an evaluation, in a zip. */
  isArchive: boolean
  options?: WriteOptions
}

/** What the page has handed over so far. */
const evaluations: Evaluation[] = []

/** Writing off the main thread: the page stays responsive, and cancelling ends the thread. */
const writer = {
  /** Takes some of the evaluations: copying all of them at once would hold up the page. */
  take(portion: readonly Evaluation[]): void {
    evaluations.push(...portion)
  },

  /** Writes what was taken. The thread ends with the job, so nothing is left over for another. */
  write(
    { profiles, format, isArchive, options }: Omit<WriteJob, 'evaluations'>,
    onProgress: (done: number, total: number) => void,
  ): Promise<Uint8Array> {
    return isArchive
      ? writeArchive(evaluations, profiles, format, { ...options, onProgress })
      : writeDocument(evaluations, profiles, format, options)
  },
}

export type Writer = typeof writer

expose(writer)
