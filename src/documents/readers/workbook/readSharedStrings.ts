import { endOfTag, findTag, isEmptyTag, malformed, prefixOf, textOfRuns } from './spreadsheetXml'

/**
 * The texts that cells refer to by number.
 *
 * @param xml `sharedStrings.xml`.
 * @throws Error where the part ends within a text.
 */
export function readSharedStrings(xml: string): string[] {
  const prefix = prefixOf(xml)
  const name = `${prefix}si`
  const strings: string[] = []
  for (let at = findTag(xml, name); at !== -1; at = findTag(xml, name, at + 1)) {
    const end = endOfTag(xml, at)
    if (end !== -1 && isEmptyTag(xml, end)) {
      strings.push('')
      continue
    }
    const close = xml.indexOf(`</${name}>`, end)
    if (end === -1 || close === -1) throw malformed('a text without end')
    strings.push(textOfRuns(xml.slice(end + 1, close), prefix))
    at = close
  }
  return strings
}
