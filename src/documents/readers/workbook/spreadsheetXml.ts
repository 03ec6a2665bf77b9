/*
 * Just enough XML for the parts of a workbook: programs write them, a document type is refused before,
 * and all names that matter are of one namespace. A sheet has a million tags; they are searched for, and
 * only what a cell shows is taken apart.
 */

const COMMENT = /<!--[\s\S]*?-->/g
const ATTRIBUTE = /\s([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const REFERENCE = /<!\[CDATA\[([\s\S]*?)\]\]>|&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const ESCAPED = /_x([\da-f]{4})_/gi
const QUOTE = 0x22
const APOSTROPHE = 0x27
const SLASH = 0x2f
const CLOSING = 0x3e
const BLANK = 0x20

/** What a part is refused with that no spreadsheet program wrote. */
export const malformed = (what: string): Error => new Error(`malformed workbook: ${what}`)

export const withoutComments = (xml: string): string =>
  xml.includes('<!--') ? xml.replace(COMMENT, '') : xml

/** What stands before the names of elements: "x:" where the writer gave the namespace a prefix, else "". */
export function prefixOf(xml: string): string {
  return /<([\w.-]+:)?[\w.-]+/.exec(xml)?.[1] ?? ''
}

/** Whether a tag of that name, prefix included, begins at "<". */
export function isTagAt(xml: string, at: number, name: string): boolean {
  if (!xml.startsWith(name, at + 1)) return false
  const behind = xml.charCodeAt(at + 1 + name.length)
  return behind === CLOSING || behind === SLASH || behind <= BLANK
}

/** Where the next tag of that name begins, or -1. */
export function findTag(xml: string, name: string, from = 0): number {
  const opening = `<${name}`
  let at = xml.indexOf(opening, from)
  while (at !== -1 && !isTagAt(xml, at, name)) at = xml.indexOf(opening, at + 1)
  return at
}

/** Where the tag that begins at `from` has its ">"; one in a quoted value is not it. -1 for none. */
export function endOfTag(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === QUOTE || code === APOSTROPHE) quote = code
    else if (code === CLOSING) return at
  }
  return -1
}

/** Whether the tag that ends at ">" has nothing in it. */
export const isEmptyTag = (xml: string, end: number): boolean => xml.charCodeAt(end - 1) === SLASH

/** All tags of that name (without prefix), each as "<name …". */
export function* tagsOf(xml: string, name: string): Generator<string> {
  const full = prefixOf(xml) + name
  for (let at = findTag(xml, full); at !== -1; at = findTag(xml, full, at + 1)) {
    const end = endOfTag(xml, at)
    if (end === -1) return
    yield xml.slice(at, end)
  }
}

/**
 * The first element of that name (without prefix) with all that is in it; "" for none.
 * @throws Error where it does not end.
 */
export function elementOf(xml: string, name: string): string {
  const full = prefixOf(xml) + name
  const start = findTag(xml, full)
  if (start === -1) return ''
  const endOfStart = endOfTag(xml, start)
  if (endOfStart !== -1 && isEmptyTag(xml, endOfStart)) return ''
  const end = xml.indexOf(`</${full}>`, start)
  if (end === -1) throw malformed(name)
  return xml.slice(start, end)
}

export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(tag.matchAll(ATTRIBUTE), ([, name = '', quoted, single]) => [
      name,
      decodeReferences(quoted ?? single ?? ''),
    ]),
  )
}

function decodeReferences(raw: string): string {
  if (!raw.includes('&') && !raw.includes('<')) return raw
  return raw.replace(
    REFERENCE,
    (whole, data?: string, hex?: string, digits?: string, name = '') => {
      if (data !== undefined) return data
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      if (hex === undefined && digits === undefined) return NAMED[String(name)] ?? whole
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** Text of an element: references, CDATA and the "_x000D_" with which workbooks write control characters. */
export function decodeText(raw: string): string {
  const text = decodeReferences(raw)
  if (!text.includes('_x')) return text
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The text of a string item: its runs joined, without the readings that stand above East Asian words. */
export function textOfRuns(xml: string, prefix: string): string {
  const reading =
    findTag(xml, `${prefix}rPh`) === -1
      ? undefined
      : new RegExp(`<${prefix}rPh[\\s>][\\s\\S]*?</${prefix}rPh>`, 'g')
  const printed = reading ? xml.replace(reading, '') : xml
  const name = `${prefix}t`
  let text = ''
  for (let at = findTag(printed, name); at !== -1; at = findTag(printed, name, at + 1)) {
    const end = endOfTag(printed, at)
    if (end === -1) break
    if (isEmptyTag(printed, end)) continue
    const close = printed.indexOf(`</${name}>`, end)
    if (close === -1) break
    text += decodeText(printed.slice(end + 1, close))
    at = close
  }
  return text
}
