import { proxy, type Remote, transfer, wrap } from 'comlink'
import type { ColumnMapping } from '../documents/forms/findHeader'
import type { DocumentReading } from '../documents/forms/formReading'
import { formatMegabytes, LIMITS } from '../documents/readers/limits'
import ReadDocumentWorker from './readDocument.worker?worker'
import { addSlice } from './readingSlices'
import type { BegunReading, ReadingWorker } from './readDocument.worker'

/** Seconds. A worker that says nothing for so long is stuck in the file, not busy with it. */
const longestSilence = 10
/** Seconds. No form takes longer, not even on an old machine; a file that does is made to. */
const longestReading = 60

type Pasted = { html: string; text: string }

export interface ReadingRequest {
  mappings: readonly ColumnMapping[]
  /** Share of the work done, 0–1. */
  onProgress: (done: number) => void
  signal: AbortSignal
}

/** A reading that failed as a whole, with one issue that says why. */
export function failedReading(fileName: string, code: string, message: string): DocumentReading {
  const issues = [{ code, severity: 'error' as const, place: fileName, message }]
  return { fileName, grids: [], readings: [], issues, unknownTables: [] }
}

/** A file that could not even be opened: moved, deleted or locked since it was chosen. */
export function unreadable(name: string, error: unknown): DocumentReading {
  const isGone = error instanceof DOMException
  return failedReading(
    name,
    isGone ? 'file-unreadable' : 'reading-failed',
    isGone
      ? '文件打不开：选中之后可能被移动、删除或改动，或正被其他程序占用。请重新选择。'
      : '读取出错，已停止。已有数据不受影响。请在 Excel 或 WPS 中打开并另存一份再试。',
  )
}

/**
 * Reads files in a worker, one after the other. Cancelling or a watchdog ends the worker, and the
 * next file gets a fresh one, so that no file can hold up the page or its neighbours.
 */
export class DocumentReader {
  private worker: Worker | undefined
  private remote: Remote<ReadingWorker> | undefined

  /** @throws the signal's reason when it is aborted. */
  async read(source: File | Pasted, request: ReadingRequest): Promise<DocumentReading> {
    const name = source instanceof File ? source.name : '剪贴板'
    request.signal.throwIfAborted()
    if (source instanceof File && source.size > LIMITS.fileBytes) {
      const [size, limit] = [formatMegabytes(source.size), formatMegabytes(LIMITS.fileBytes)]
      const message = `文件有 ${size}，超过上限 ${limit}。请拆分后再导入。`
      return failedReading(name, 'file-too-large', message)
    }
    const bytes = source instanceof File ? new Uint8Array(await source.arrayBuffer()) : undefined
    request.signal.throwIfAborted()
    return this.guard(name, request, (remote, onProgress) =>
      source instanceof File && bytes
        ? remote.readFile(
            transfer({ name, bytes }, [bytes.buffer]),
            [...request.mappings],
            proxy(onProgress),
          )
        : remote.readPasted(source as Pasted, [...request.mappings]),
    )
  }

  /** Takes a reading up slice by slice, each in a task of its own, so that the page goes on answering. */
  private async takeUp(
    { outline, hasMore }: BegunReading,
    remote: Remote<ReadingWorker>,
    onSlice: () => void,
  ): Promise<DocumentReading> {
    if (!hasMore) return outline
    for (;;) {
      const slice = await remote.nextSlice()
      if (!slice) return outline
      addSlice(outline, slice)
      onSlice()
    }
  }

  /** Ends the worker and whatever it is reading. */
  stop(): void {
    this.worker?.terminate()
    this.worker = undefined
    this.remote = undefined
  }

  private start(): { worker: Worker; remote: Remote<ReadingWorker> } {
    this.worker ??= new ReadDocumentWorker()
    this.remote ??= wrap<ReadingWorker>(this.worker)
    return { worker: this.worker, remote: this.remote }
  }

  private guard(
    name: string,
    { signal, onProgress }: ReadingRequest,
    call: (
      remote: Remote<ReadingWorker>,
      onProgress: (done: number) => void,
    ) => Promise<BegunReading>,
  ): Promise<DocumentReading> {
    const { worker, remote } = this.start()
    return new Promise((resolve, reject) => {
      // Ticks, not the clock: they stand still while the computer sleeps.
      let silence = 0
      let passed = 0
      const finish = (settle: () => void, ends: boolean) => {
        clearInterval(ticks)
        signal.removeEventListener('abort', onAbort)
        worker.removeEventListener('error', onCrash)
        if (ends) this.stop()
        settle()
      }
      const giveUp = (message: string) =>
        finish(() => resolve(failedReading(name, 'reading-timeout', message)), true)
      const ticks = setInterval(() => {
        silence += 1
        passed += 1
        if (silence > longestSilence)
          giveUp(`读取 ${String(longestSilence)} 秒没有进展，已停止。${advice}`)
        else if (passed > longestReading)
          giveUp(`读取超过 ${String(longestReading)} 秒，已停止。${advice}`)
      }, 1_000)
      const watch = () => {
        silence = 0
      }
      const onAbort = () => finish(() => reject(asError(signal.reason)), true)
      const onCrash = () =>
        finish(() => resolve(failedReading(name, 'reading-crashed', `读取中断。${advice}`)), true)
      signal.addEventListener('abort', onAbort)
      worker.addEventListener('error', onCrash)
      const begun = call(remote, (done) => {
        watch()
        onProgress(done)
      })
      begun
        .then((reading) => this.takeUp(reading, remote, watch))
        .then(
          (reading) => finish(() => resolve(reading), false),
          (error: unknown) => finish(() => reject(asError(error)), true),
        )
    })
  }
}

/** What a promise is rejected with is an Error, also where a worker threw something else. */
function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}

const advice = '已有数据不受影响。请在 Excel 或 WPS 中打开并另存一份再试。'
