import { tidyText } from '../buildGrid'
import { decodeEntities } from '../html/decodeEntities'
import { joinWrappedLines } from './joinWrappedLines'

/** Inline markup that converters leave in text: <b>, <p>, <br>; the words stay. LaTeX stays as it is. */
function cleanMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text
  const lines = text
    .replace(/<\/p>\s*(?=<p)/gi, '<br>')
    .split(/<br\s*\/?>/i)
    .map((line) => line.replace(/<\/?(b|strong|i|em|u|p|span|font|sub|sup|div)(\s[^<>]*)?>/gi, ''))
  return decodeEntities(joinWrappedLines(lines))
}

/** The text of a cell of a text or Markdown table. */
export function tidyMarkup(text: string): string {
  return tidyText(cleanMarkup(text))
}

/** The text of a paragraph: heading marks and emphasis of Markdown are not part of it. */
export function tidyParagraph(text: string): string {
  return tidyMarkup(text.replace(/^\s*#{1,6}\s+/, '').replace(/\*\*(.+?)\*\*/g, '$1'))
}
