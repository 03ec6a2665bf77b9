import { readHtmlTables } from './html/readHtml'
import type { ReadResult } from './inputFile'
import { formatMegabytes, LIMITS } from './limits'
import { ReadRefusal } from './readRefusal'
import { readDelimited } from './text/readDelimited'
import { readTextTables } from './text/readText'

const NAME = '剪贴板'

/**
 * Reads what was copied from Excel, WPS, Word or a page. A table in the HTML is preferred: it
 * keeps merged cells; else the text, where tabs separate cells and quotes hold line breaks.
 */
export function readClipboard(clipboard: { html?: string; text?: string }): ReadResult {
  const { html = '', text = '' } = clipboard
  try {
    if (html.length + text.length > LIMITS.textBytes)
      throw new ReadRefusal(
        'file-too-large',
        `剪贴板内容超过上限 ${formatMegabytes(LIMITS.textBytes)}。请分几次粘贴。`,
      )
    if (/<table/i.test(html)) {
      const document = readHtmlTables(NAME, html)
      if (document.grids.length > 0) return { document, issues: [] }
    }
    // Line breaks inside quoted cells do not count as lines.
    const plain = text.replace(/"(?:[^"]|"")*"/g, '')
    const isSheet =
      /^[^\n]*\t/.test(plain) && !/^\s*\|/m.test(plain) && !/\n\s*\n/.test(plain.trim())
    return isSheet ? readDelimited(NAME, text, '\t') : readTextTables(NAME, text)
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error
    const document = { fileName: NAME, grids: [], textAfter: [] }
    return { document, issues: [error.toIssue(NAME)] }
  }
}
