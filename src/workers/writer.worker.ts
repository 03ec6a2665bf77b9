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

/** Writing off the main thread: the page stays responsive, and cancelling ends the thread. */
const writer = {
  write(
    { evaluations, profiles, format, isArchive, options }: WriteJob,
    onProgress: (done: number, total: number) => void,
  ): Promise<Uint8Array> {
    return isArchive
      ? writeArchive(evaluations, profiles, format, { ...options, onProgress })
      : writeDocument(evaluations, profiles, format, options)
  },
}

export type Writer = typeof writer

expose(writer)
