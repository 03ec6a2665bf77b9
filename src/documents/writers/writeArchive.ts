import { type Zippable, zipSync } from 'fflate'
import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { ScoringProfile } from '../../domain/profile/scoringProfile'
import { writeDocument, type WriteOptions } from '../writeDocument'
import type { DocumentFormat } from './documentFormat'
import { documentName, uniqueNames } from './documentName'

export interface ArchiveOptions extends WriteOptions {
  /** Files written so far, of how many. */
  onProgress?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** Lets timers and messages in between two files. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })

/**
 * One file an evaluation, in one zip, named as `documentName` has it. The files are compressed already,
 * so the archive only stores them.
 *
 * @throws the signal's reason when it is aborted; nothing is returned in that case.
 */
export async function writeArchive(
  evaluations: readonly Evaluation[],
  profiles: ScoringProfile | readonly ScoringProfile[],
  format: DocumentFormat,
  { onProgress, signal, ...options }: ArchiveOptions = {},
): Promise<Uint8Array> {
  const names = uniqueNames(
    evaluations.map((evaluation) => documentName([evaluation], format, options.month)),
  )
  const files: Zippable = {}
  for (const [index, evaluation] of evaluations.entries()) {
    signal?.throwIfAborted()
    files[names[index] ?? ''] = await writeDocument([evaluation], profiles, format, options)
    onProgress?.(index + 1, evaluations.length)
    await pause()
  }
  signal?.throwIfAborted()
  return zipSync(files, { level: 0 })
}
