/** What pdf.js throws at damaged files. */
const ofDamagedPdf = ['FormatError', 'XRefEntryException', 'ParserEOFException']

/**
 * Whether an unhandled rejection is one that pdf.js drops: it fetches the first page of a damaged file
 * ahead and waits for it nowhere; the read itself has its answer. In the app the rejection ends in the
 * console of the reading worker.
 */
export const isDroppedByPdf = ({ name = '', stack = '' }: Partial<Error>): boolean =>
  ofDamagedPdf.includes(name) && stack.includes('pdf.worker.mjs')
