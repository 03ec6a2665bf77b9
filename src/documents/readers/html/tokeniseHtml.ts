import { decodeEntities } from './decodeEntities'

/** A piece of markup. Names are lower case; text is decoded. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; isEmpty: boolean }
  | { kind: 'close'; name: string }

/** Elements whose content is not text of the page. */
const RAW = new Set(['script', 'style', 'noscript', 'template', 'xml', 'title', 'head'])

const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g

function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare ?? ''
    if (!attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), decodeEntities(value))
  }
  return attributes
}

/** Where the content of an element that is not text ends. */
function skipRaw(lower: string, name: string, from: number): number {
  const end = lower.indexOf(`</${name}`, from)
  return end === -1 ? lower.length : end
}

/**
 * Splits HTML into tags and text without a DOM, for pages, clipboards and xls files that are HTML.
 * It forgives what browsers forgive; nothing is loaded or run.
 */
export function* tokeniseHtml(html: string): Generator<HtmlToken> {
  const lower = html.toLowerCase()
  let at = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    const end = start === -1 ? html.length : start
    if (end > at) yield { kind: 'text', text: decodeEntities(html.slice(at, end)) }
    if (start === -1) return
    if (html.startsWith('<!--', start)) {
      const close = html.indexOf('-->', start)
      at = close === -1 ? html.length : close + 3
      continue
    }
    const match = /^<(\/?)([a-z][\w:-]*)|^<[!?]/i.exec(html.slice(start, start + 64))
    if (!match) {
      yield { kind: 'text', text: '<' }
      at = start + 1
      continue
    }
    const close = html.indexOf('>', start)
    const tagEnd = close === -1 ? html.length : close
    at = tagEnd + 1
    const name = match[2]?.toLowerCase()
    if (name === undefined) continue
    if (match[1] === '/') {
      yield { kind: 'close', name }
      continue
    }
    const source = html.slice(start + 1 + name.length, tagEnd)
    const isEmpty = source.endsWith('/')
    if (RAW.has(name) && !isEmpty) at = skipRaw(lower, name, at)
    else yield { kind: 'open', name, attributes: attributesOf(source), isEmpty }
  }
}
