import { rememberText } from '../rememberText'

/** Ideographs, Latin letters and digits: nothing in such a text is folded or taken out. */
const plain = /^[\u4e00-\u9fffA-Za-z0-9]*$/

const fold = rememberText((text) => text.normalize('NFKC').replace(/\s+/g, ''))
const bare = rememberText((text) =>
  fold(text)
    .replace(/[([{【〔<][^)\]}】〕>]*[)\]}】〕>]/g, '')
    .replace(/^[*★※#]+|[::*★]+$/g, ''),
)

/**
 * Text of a cell as it is compared: full-width characters folded, all blanks taken out. Never
 * stored: what a form prints stays as it is.
 */
export const foldedText = (text: string): string => (plain.test(text) ? text : fold(text))

/** Folded text without brackets and what stands in them: "分值（权重）" → "分值". */
export const bareText = (text: string): string => (plain.test(text) ? text : bare(text))

const wordBefore = /[A-Za-z0-9,.]$/
const wordAfter = /^[A-Za-z0-9]/

/**
 * One line of text out of a cell that wraps: 提高群／众满意／度 is one phrase. A blank stays only
 * between Latin words.
 */
export function singleLine(text: string): string {
  if (!text.includes('\n')) return text.trim()
  return text
    .split(/\s*\n\s*/)
    .reduce((joined, line) =>
      wordBefore.test(joined) && wordAfter.test(line) ? `${joined} ${line}` : joined + line,
    )
    .trim()
}

/** Whether a cell says nothing: empty, a dash, a slash. */
export function isBlankMark(text: string): boolean {
  return text === '' || (!plain.test(text) && /^[-/\\—–_－―]*$/.test(fold(text)))
}
