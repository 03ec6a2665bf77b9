import { getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Importing the worker's module registers it in this thread, so that no worker file is fetched.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { AdobeGb1Maps } from './adobeGb1'

/** pdf.js asks for fonts and decoders by URL; nothing is ever fetched. */
class NoFetch {
  fetch(): Promise<never> {
    return Promise.reject(new Error('nothing is fetched'))
  }
}

/**
 * Opens a PDF for reading its text, in the thread that calls. No script of the PDF is run, no font
 * is compiled by `eval` or given to the browser, no picture is decoded.
 *
 * The legacy build is used everywhere, because Node 20 cannot run the other one.
 */
export function openPdf(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    // pdf.js takes the buffer away from its owner.
    data: bytes.slice(),
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
    CMapReaderFactory: AdobeGb1Maps,
    StandardFontDataFactory: NoFetch,
    WasmFactory: NoFetch,
  })
}
