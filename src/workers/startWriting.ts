import { proxy, type Remote, wrap } from 'comlink'
import type { WriteJob, Writer } from './writer.worker'
import WriterWorker from './writer.worker.ts?worker'

export type { WriteJob } from './writer.worker'

export interface Writing {
  /** Rejects with what the writer threw, or with an AbortError when it was cancelled. */
  bytes: Promise<Uint8Array>
  cancel: () => void
}

/** Evaluations that are handed over in one task. */
const HANDED_AT_ONCE = 25

async function write(
  writer: Remote<Writer>,
  { evaluations, ...job }: WriteJob,
  onProgress: (done: number, total: number) => void,
): Promise<Uint8Array> {
  for (let from = 0; from < evaluations.length; from += HANDED_AT_ONCE) {
    await writer.take(evaluations.slice(from, from + HANDED_AT_ONCE))
  }
  return writer.write(job, proxy(onProgress))
}

/** Writes in a thread of its own, which ends with the job. Evaluations must be plain objects. */
export function startWriting(
  job: WriteJob,
  onProgress: (done: number, total: number) => void,
): Writing {
  const worker = new WriterWorker()
  const cancelled = new AbortController()
  // Progress comes through a port of its own, and may come after the bytes.
  let isOver = false
  const report = (done: number, total: number) => {
    if (!isOver) onProgress(done, total)
  }
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    cancelled.signal.addEventListener('abort', () => {
      reject(new DOMException('cancelled', 'AbortError'))
    })
    // A thread that cannot start, or dies of memory, says so here and never answers.
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || 'the writing thread failed'))
    })
    write(wrap<Writer>(worker), job, report).then(resolve, reject)
  }).finally(() => {
    isOver = true
    worker.terminate()
  })
  return {
    bytes,
    cancel: () => {
      cancelled.abort()
    },
  }
}
