import { readFileSync } from 'node:fs'
import { lexer, type Token, type Tokens } from 'marked'
import type { Plugin } from 'vite'
import type { HelpBlock, HelpDocument, HelpInline } from '../src/components/help/helpDocument.ts'

const moduleName = 'virtual:rules'

/**
 * Reads docs/rules.md into plain data, so that the page neither parses Markdown nor makes markup of
 * text.
 *
 * @throws Error on a kind of Markdown the help page does not show: nothing is dropped in silence.
 */
export function parseRules(markdown: string): HelpDocument {
  const document: HelpDocument = { title: '', introduction: [], sections: [] }
  for (const token of lexer(markdown) as Tokens.Generic[]) {
    if (token.type === 'heading' && token['depth'] === 1) {
      document.title = String(token['text'])
    } else if (token.type === 'heading' && token['depth'] === 2) {
      const title = String(token['text'])
      document.sections.push({ id: title.replaceAll(/\s+/g, '-'), title, blocks: [] })
    } else if (token.type !== 'space') {
      const blocks = document.sections.at(-1)?.blocks ?? document.introduction
      blocks.push(parseBlock(token))
    }
  }
  return document
}

function parseBlock(token: Tokens.Generic): HelpBlock {
  if (token.type === 'paragraph') return { kind: 'paragraph', inlines: parseInlines(token.tokens) }
  if (token.type === 'list') {
    const items = (token as Tokens.List).items
    return { kind: 'list', items: items.map((item) => parseInlines(item.tokens)) }
  }
  throw new Error(`docs/rules.md: the help page does not show a ${token.type}: ${token.raw}`)
}

function parseInlines(tokens: readonly Token[] | undefined): HelpInline[] {
  return (tokens ?? []).flatMap((token): HelpInline[] => {
    if (token.type === 'text' && 'tokens' in token) {
      return parseInlines(token.tokens)
    }
    if (token.type === 'text' || token.type === 'escape') {
      return [{ kind: 'text', text: decode(token.text) }]
    }
    if (token.type === 'strong') return [{ kind: 'strong', text: decode(token.text) }]
    if (token.type === 'codespan') return [{ kind: 'code', text: decode(token.text) }]
    if (token.type === 'link') {
      return token.href.startsWith('#')
        ? [
            {
              kind: 'link',
              text: decode(token.text),
              href: decodeURIComponent(token.href.slice(1)),
            },
          ]
        : [{ kind: 'file', text: decode(token.text), path: token.href.replace(/^(\.\.\/)+/, '') }]
    }
    throw new Error(`docs/rules.md: the help page does not show a ${token.type}: ${token.raw}`)
  })
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** Markdown escapes for HTML; the page sets text. */
function decode(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
}

/** The rules as a module: `import rules from 'virtual:rules'`. */
export function rulesDocument(path: string): Plugin {
  const id = `\0${moduleName}`
  return {
    name: 'jiping:rules-document',
    resolveId: (source) => (source === moduleName ? id : undefined),
    load(loaded) {
      if (loaded !== id) return undefined
      this.addWatchFile(path)
      return `export default ${JSON.stringify(parseRules(readFileSync(path, 'utf8')))}`
    },
  }
}
