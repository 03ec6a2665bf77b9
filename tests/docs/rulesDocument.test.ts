import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseRules } from '../../build/rulesDocument.ts'

describe('the rules as data for the help page', () => {
  test('every section of docs/rules.md is there, with text in it', () => {
    const markdown = readFileSync('docs/rules.md', 'utf8')
    const { title, introduction, sections } = parseRules(markdown)
    const headings = [...markdown.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(title).toBe('计分规则')
    expect(introduction.length).toBeGreaterThan(0)
    expect(sections.map((section) => section.title)).toEqual(headings)
    expect(sections.filter(({ blocks }) => blocks.length === 0)).toEqual([])
  })

  test('signs of comparison are text, and links to files of the project name their path', () => {
    const { sections } = parseRules('## 甲\n\n- A < 0 得 0，见 [乙](../tests/a.test.ts)、`x > 1`\n')
    expect(sections[0]?.blocks).toEqual([
      {
        kind: 'list',
        items: [
          [
            { kind: 'text', text: 'A < 0 得 0，见 ' },
            { kind: 'file', text: '乙', path: 'tests/a.test.ts' },
            { kind: 'text', text: '、' },
            { kind: 'code', text: 'x > 1' },
          ],
        ],
      },
    ])
  })

  test('Markdown that the page does not show is refused', () => {
    expect(() => parseRules('## 甲\n\n```\ncode\n```\n')).toThrow('does not show a code')
  })
})
