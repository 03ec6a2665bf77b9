import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { messages as en } from '@/locales/en/messages'
import { messages as zhCN } from '@/locales/zh-CN/messages'

/** Every text by its dotted key. */
function flatten(texts: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...flatten(value as object, `${prefix}${key}.`)],
    ),
  )
}

const chinese = flatten(zhCN)
const english = flatten(en)

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(vue|ts)$/.test(path) && !path.startsWith('locales'))
  .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }))

describe('界面文字', () => {
  test('the two languages have the same keys and placeholders', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    const different = [...chinese].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    )
    expect(different).toEqual([])
  })

  test('不用感叹号，不说“成功”', () => {
    expect([...chinese].filter(([, text]) => /[！!]|成功/.test(text))).toEqual([])
    expect([...english].filter(([, text]) => text.includes('!'))).toEqual([])
  })

  test('no text is empty, and none has a character that starts a message format', () => {
    const odd = [...chinese, ...english].filter(
      ([, text]) => text.trim() === '' || /[@|]|\{(?!\w+\})/.test(text),
    )
    expect(odd).toEqual([])
  })

  test('every key that a page asks for exists', () => {
    const missing = sources.flatMap(({ path, text }) => {
      const whole = [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key = '']) => key)
      const begun = [...text.matchAll(/\bt\(\s*`([\w.-]+)\.\$\{/g)].map(([, key = '']) => key)
      return [
        ...whole.filter((key) => !chinese.has(key)),
        ...begun.filter((key) => ![...chinese.keys()].some((full) => full.startsWith(`${key}.`))),
      ].map((key) => `${path}: ${key}`)
    })
    expect(missing).toEqual([])
  })
})
