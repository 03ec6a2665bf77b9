/** The beginning of a list item or a numbered paragraph: a line that is not a wrapped one. */
const ITEM =
  /^\s*(\d+[.、．)）]|[（(][\d一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|[①-⑳]|[-•●■]\s?)/
const SENTENCE_END = /[。；;：:！!？?]\s*$/

/**
 * Joins lines that were wrapped by the width of a cell: 提高群／众满意／度 is one phrase. A line
 * stays its own where the one before ends a sentence or it begins a list item.
 */
export function joinWrappedLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    if (text === '') text = line
    else if (line.trim() === '') continue
    else if (SENTENCE_END.test(text) && ITEM.test(line)) text += `\n${line}`
    else text += (/[A-Za-z,.]$/.test(text) && /^[A-Za-z]/.test(line) ? ' ' : '') + line
  }
  return text
}
