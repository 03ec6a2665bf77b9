import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue)$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n')
const words = new Set(source.match(/[A-Za-z][A-Za-z-]*/g))

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))

test('the glossary has its terms', () => {
  expect(rows.length).toBeGreaterThan(30)
})

test.for(rows)('every identifier occurs in src: %s', (row) => {
  const identifiers = [...row.matchAll(/`([^`]+)`/g)].flatMap(
    ([, code = '']) => code.match(/[A-Za-z][A-Za-z-]*/g) ?? [],
  )
  expect(identifiers.filter((name) => !words.has(name))).toEqual([])
})
