import type { EvaluationDraft } from '../domain/evaluation/evaluation'
import type { ColumnMapping } from './forms/findHeader'
import type { DocumentReading } from './forms/formReading'
import { readForms } from './forms/readForms'
import type { ReadIssue } from './readIssue'
import { readGrids } from './readers/readGrids'

export interface ReadOptions {
  /** Share of the work done, 0–1. */
  onProgress?: (done: number) => void
  signal?: AbortSignal
  /** Columns of unknown tables as the user named them before. */
  mappings?: readonly ColumnMapping[]
}

/** Share of the work that a reader does; the rest is recognising forms. */
const gridShare = 0.6

/**
 * Reads any office file into drafts together with their grids and where each field stood, for a
 * page that shows both side by side. Behaves like `readDocument` otherwise.
 */
export async function readForImport(
  file: { name: string; bytes: Uint8Array },
  { mappings = [], ...options }: ReadOptions = {},
): Promise<DocumentReading> {
  // A Buffer of Node is a Uint8Array that some readers refuse: they get the plain view of it.
  const { buffer, byteOffset, byteLength } = file.bytes
  const bytes = new Uint8Array(buffer, byteOffset, byteLength)
  const { onProgress, signal } = options
  const { document, issues } = await readGrids(
    { name: file.name, bytes },
    {
      ...(signal ? { signal } : {}),
      onProgress: (done) => onProgress?.(done * gridShare),
    },
  )
  const reading = readForms(document, mappings, (done) =>
    onProgress?.(gridShare + done * (1 - gridShare)),
  )
  onProgress?.(1)
  options.signal?.throwIfAborted()
  return { ...reading, issues: [...issues, ...reading.issues] }
}

/**
 * Reads any office file (xlsx, xls, docx, doc, pdf, csv, text; format by content, not by name) into
 * evaluation drafts, with everything that could not be read or was read with a doubt.
 *
 * Runs in the page, in a worker and in Node. A damaged, encrypted or too large file gives an `error`
 * issue, never an exception; nothing in the file is run or fetched.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function readDocument(
  file: { name: string; bytes: Uint8Array },
  options: ReadOptions = {},
): Promise<{ evaluations: EvaluationDraft[]; issues: ReadIssue[] }> {
  const { readings, issues } = await readForImport(file, options)
  const doubts = readings.flatMap((reading) =>
    reading.doubts.map(({ code, severity, place, message }) => ({
      code,
      severity,
      place,
      message,
    })),
  )
  return { evaluations: readings.map(({ draft }) => draft), issues: [...issues, ...doubts] }
}
