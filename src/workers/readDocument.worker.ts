import { expose } from 'comlink'
import type { ColumnMapping } from '../documents/forms/findHeader'
import type { DocumentReading } from '../documents/forms/formReading'
import { readForms } from '../documents/forms/readForms'
import { readForImport } from '../documents/readDocument'
import { readClipboard } from '../documents/readers/readClipboard'
import { cutReading, type ReadingSlice } from './readingSlices'

/** A reading on its way to the page; the rest is asked for slice by slice. */
export interface BegunReading {
  outline: DocumentReading
  hasMore: boolean
}

/** What the page can ask of the worker. A cancel ends the worker: nothing in it needs to be saved. */
export interface ReadingWorker {
  readFile(
    file: { name: string; bytes: Uint8Array },
    mappings: readonly ColumnMapping[],
    onProgress: (done: number) => void,
  ): Promise<BegunReading>
  readPasted(
    clipboard: { html: string; text: string },
    mappings: readonly ColumnMapping[],
  ): BegunReading
  /** The next slice of the last reading, `undefined` behind the last one. */
  nextSlice(): ReadingSlice | undefined
}

let slices: Generator<ReadingSlice> | undefined

function begin(reading: DocumentReading): BegunReading {
  const cut = cutReading(reading)
  slices = cut.slices
  return { outline: cut.outline, hasMore: slices !== undefined }
}

const worker: ReadingWorker = {
  readFile: async (file, mappings, onProgress) =>
    begin(await readForImport(file, { mappings, onProgress })),
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
