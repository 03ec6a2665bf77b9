import { expose } from 'comlink'
import type { ColumnMapping } from '../documents/forms/findHeader'
import type { DocumentReading } from '../documents/forms/formReading'
import { readForms } from '../documents/forms/readForms'
import { readForImport } from '../documents/readDocument'
import { formatMegabytes, LIMITS } from '../documents/readers/limits'
import { readClipboard } from '../documents/readers/readClipboard'
import { failedReading, fileUnreadable } from './failedReading'
import { cutReading, type ReadingSlice } from './readingSlices'

/** A reading on its way to the page; the rest is asked for slice by slice. */
export interface BegunReading {
  outline: DocumentReading
  hasMore: boolean
}

/** What the page can ask of the worker. A cancel ends the worker: nothing in it needs to be saved. */
export interface ReadingWorker {
  /** Whom to tell how far reading has come, 0–1; said once for all files. */
  reportTo(onProgress: (done: number) => void): void
  /**
   * Takes a file; getting at its bytes, on a share perhaps, costs time that the page does not have.
   * @returns why it cannot be read, or `undefined`: then `readFile` reads it.
   */
  open(file: File): Promise<DocumentReading | undefined>
  readFile(mappings: readonly ColumnMapping[]): Promise<BegunReading>
  readPasted(
    clipboard: { html: string; text: string },
    mappings: readonly ColumnMapping[],
  ): BegunReading
  /** The next slice of the last reading, `undefined` behind the last one. */
  nextSlice(): ReadingSlice | undefined
}

/** Milliseconds between two reports: most files are read before there is anything to say. */
const reportEvery = 100

let report: (done: number) => void = () => undefined
let reportedAt = 0

function onProgress(done: number): void {
  const now = Date.now()
  if (now - reportedAt < reportEvery) return
  reportedAt = now
  report(done)
}

let slices: Generator<ReadingSlice> | undefined

function begin(reading: DocumentReading): BegunReading {
  const cut = cutReading(reading)
  slices = cut.slices
  return { outline: cut.outline, hasMore: slices !== undefined }
}

let opened = { name: '', bytes: new Uint8Array() }

async function open(file: File): Promise<DocumentReading | undefined> {
  const { name, size } = file
  if (size > LIMITS.fileBytes) {
    const [found, limit] = [formatMegabytes(size), formatMegabytes(LIMITS.fileBytes)]
    const message = `文件有 ${found}，超过上限 ${limit}。请拆分后再导入。`
    return failedReading(name, 'file-too-large', message)
  }
  const waiting = setInterval(() => report(0), reportEvery)
  try {
    opened = { name, bytes: new Uint8Array(await file.arrayBuffer()) }
    return undefined
  } catch {
    return fileUnreadable(name)
  } finally {
    clearInterval(waiting)
  }
}

const worker: ReadingWorker = {
  reportTo: (listener) => {
    report = listener
  },
  open,
  readFile: async (mappings) => begin(await readForImport(opened, { mappings, onProgress })),
  readPasted: (clipboard, mappings) => {
    const { document, issues } = readClipboard(clipboard)
    const reading = readForms(document, mappings)
    return begin({ ...reading, issues: [...issues, ...reading.issues] })
  },
  nextSlice: () => {
    const next = slices?.next()
    if (next?.done !== false) slices = undefined
    return next?.done === false ? next.value : undefined
  },
}

expose(worker)
