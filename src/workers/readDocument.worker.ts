import { expose } from 'comlink'
import type { ColumnMapping } from '../documents/forms/findHeader'
import type { DocumentReading } from '../documents/forms/formReading'
import { readForms } from '../documents/forms/readForms'
import { readForImport } from '../documents/readDocument'
import { readClipboard } from '../documents/readers/readClipboard'

/** What the page can ask of the worker. A cancel ends the worker: nothing in it needs to be saved. */
export interface ReadingWorker {
  readFile(
    file: { name: string; bytes: Uint8Array },
    mappings: readonly ColumnMapping[],
    onProgress: (done: number) => void,
  ): Promise<DocumentReading>
  readPasted(
    clipboard: { html: string; text: string },
    mappings: readonly ColumnMapping[],
  ): DocumentReading
}

const worker: ReadingWorker = {
  readFile: (file, mappings, onProgress) => readForImport(file, { mappings, onProgress }),
  readPasted: (clipboard, mappings) => {
    const { document, issues } = readClipboard(clipboard)
    const reading = readForms(document, mappings)
    return { ...reading, issues: [...issues, ...reading.issues] }
  },
}

expose(worker)
