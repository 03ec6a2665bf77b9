import { proxy, type Remote, wrap } from 'comlink'
import type { ColumnMapping } from '../documents/forms/findHeader'
import type { DocumentReading } from '../documents/forms/formReading'
import { failedReading } from './failedReading'
import ReadDocumentWorker from './readDocument.worker?worker'
import { addSlice } from './readingSlices'
import type { BegunReading, ReadingWorker } from './readDocument.worker'

/** Seconds. A worker that says nothing for so long is stuck in the file, not busy with it. */
const longestSilence = 10
/** Seconds. No form takes longer, not even on an old machine; a file that does is made to. */
const longestReading = 60

/** Progress comes through a port of its own, and may come after the reading itself. */
const unheard = (): void => undefined

type Pasted = { html: string; text: string }

export interface ReadingRequest {
  mappings: readonly ColumnMapping[]
  /** Share of the work done, 0–1. */
  onProgress: (done: number) => void
  signal: AbortSignal
}

/**
 * Reads files in a worker, one after the other. Cancelling or a watchdog ends the worker, and the
 * next file gets a fresh one, so that no file can hold up the page or its neighbours.
 */
export class DocumentReader {
  private worker: Worker | undefined
  private remote: Remote<ReadingWorker> | undefined
  /** Of the file that is being read; what is said of it after its reading is not heard. */
  private onProgress: (done: number) => void = unheard

  /** @throws the signal's reason when it is aborted. */
  read(source: File | Pasted, request: ReadingRequest): Promise<DocumentReading> {
    const name = source instanceof File ? source.name : '剪贴板'
    request.signal.throwIfAborted()
    const mappings = [...request.mappings]
    return this.guard(name, request, async (remote, onOpen) => {
      const failure = source instanceof File ? await remote.open(source) : undefined
      if (failure) return { outline: failure, hasMore: false }
      onOpen()
      return source instanceof File
        ? remote.readFile(mappings)
        : remote.readPasted(source, mappings)
    })
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
    if (!this.remote) {
      this.remote = wrap<ReadingWorker>(this.worker)
      void this.remote.reportTo(proxy((done) => this.onProgress(done)))
    }
    return { worker: this.worker, remote: this.remote }
  }

  private guard(
    name: string,
    { signal, onProgress }: ReadingRequest,
    call: (remote: Remote<ReadingWorker>, onOpen: () => void) => Promise<BegunReading>,
  ): Promise<DocumentReading> {
    const { worker, remote } = this.start()
    return new Promise((resolve, reject) => {
      // Ticks, not the clock: they stand still while the computer sleeps.
      let silence = 0
      let passed = 0
      // A file on a slow share may take its time to open; then the worker says that it waits.
      let isOpen = false
      const finish = (settle: () => void, ends: boolean) => {
        clearInterval(ticks)
        signal.removeEventListener('abort', onAbort)
        worker.removeEventListener('error', onCrash)
        this.onProgress = unheard
        if (ends) this.stop()
        settle()
      }
      const giveUp = (message: string) =>
        finish(() => resolve(failedReading(name, 'reading-timeout', message)), true)
      const ticks = setInterval(() => {
        silence += 1
        if (isOpen) passed += 1
        if (silence > longestSilence)
          giveUp(`读取 ${String(longestSilence)} 秒没有进展，已停止。${advice}`)
        else if (passed > longestReading)
          giveUp(`读取超过 ${String(longestReading)} 秒，已停止。${advice}`)
      }, 1_000)
      const onOpen = () => {
        isOpen = true
      }
      const watch = () => {
        silence = 0
      }
      const onAbort = () => finish(() => reject(asError(signal.reason)), true)
      const onCrash = () =>
        finish(() => resolve(failedReading(name, 'reading-crashed', `读取中断。${advice}`)), true)
      signal.addEventListener('abort', onAbort)
      worker.addEventListener('error', onCrash)
      this.onProgress = (done) => {
        watch()
        onProgress(done)
      }
      call(remote, onOpen)
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
