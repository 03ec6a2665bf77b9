import { builtInFormatOf } from './builtInFormats'
import { attributesOf, elementOf, tagsOf } from './spreadsheetXml'

/**
 * Number formats of a workbook by style, the number that a cell carries.
 *
 * @param part `styles.xml`.
 * @returns the format code; "" for General and for a style that is not there.
 */
export function readNumberFormats(part: string): (style: number) => string {
  const own = new Map<number, string>()
  for (const tag of tagsOf(elementOf(part, 'numFmts'), 'numFmt')) {
    const attributes = attributesOf(tag)
    own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
  }
  const formats = Array.from(tagsOf(elementOf(part, 'cellXfs'), 'xf'), (tag) => {
    const id = Number(attributesOf(tag).get('numFmtId') ?? 0)
    return own.get(id) ?? builtInFormatOf(id)
  })
  return (style) => formats[style] ?? ''
}
