import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULE_SECTIONS } from '@/domain/scoring/ruleOf'

test('every rule leads to a section of docs/rules.md', () => {
  const titles = [...readFileSync('docs/rules.md', 'utf8').matchAll(/^## (.+)$/gm)].map(
    ([, title]) => title,
  )
  for (const section of Object.values(RULE_SECTIONS)) {
    expect(titles).toContain(section)
    // The anchor of a section is its title; a space would be changed in it.
    expect(section).not.toMatch(/\s/)
  }
})
