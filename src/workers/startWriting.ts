import { proxy, wrap } from 'comlink'
import type { WriteJob, Writer } from './writer.worker'
import WriterWorker from './writer.worker.ts?worker'

export type { WriteJob } from './writer.worker'

export interface Writing {
  /** Rejects with what the writer threw, or with an AbortError when it was cancelled. */
  bytes: Promise<Uint8Array>
  cancel: () => void
}

/** Writes in a thread of its own, which ends with the job. Evaluations must be plain objects. */
export function startWriting(
  job: WriteJob,
  onProgress: (done: number, total: number) => void,
): Writing {
  const worker = new WriterWorker()
  const cancelled = new AbortController()
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    cancelled.signal.addEventListener('abort', () => {
      reject(new DOMException('cancelled', 'AbortError'))
    })
    // A thread that cannot start, or dies of memory, says so here and never answers.
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || 'the writing thread failed'))
    })
    wrap<Writer>(worker).write(job, proxy(onProgress)).then(resolve, reject)
  }).finally(() => {
    worker.terminate()
  })
  return {
    bytes,
    cancel: () => {
      cancelled.abort()
    },
  }
}
