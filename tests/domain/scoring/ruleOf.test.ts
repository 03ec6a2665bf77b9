import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Indicator } from '@/domain/evaluation/evaluation'
import { RULE_SECTIONS, ruleOf } from '@/domain/scoring/ruleOf'
import { indicatorOf, profileWith } from './scoringTestTable'

describe('每个得分都能找到所依据的规则', () => {
  test.for<readonly [string | undefined, string, string, Partial<Indicator>?]>([
    ['positive', '≥100件', '80'],
    ['negative-ratio', '≤5天', '8'],
    ['negative-deviation', '≤5天', '8', { scoringRule: 'deviation' }],
    ['range', '3～5个', '4'],
    ['band', '正常使用', '优'],
    ['deadline', '2024年12月31日前', '2024年12月1日'],
    ['period', '2024年全年', '2024年全年'],
    ['direct', '≥100件', '80', { scoringRule: 'direct' }],
    ['repeat', '≥100件', '≥100件'],
    [undefined, '≥100件', ''],
  ])('%s：指标值 %s，实际 %s', ([rule, target, actual, overrides]) => {
    expect(ruleOf(indicatorOf(target, actual, overrides), profileWith())).toBe(rule)
  })

  test('没有分值的行也说得出规则', () => {
    const row = indicatorOf('正常使用', '优')
    delete row.maxScore
    expect(ruleOf(row, profileWith())).toBe('band')
  })

  test('每条规则在 docs/rules.md 都有一节', () => {
    const page = readFileSync('docs/rules.md', 'utf8')
    const titles = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    for (const section of Object.values(RULE_SECTIONS)) {
      expect(titles).toContain(section)
      // The anchor of a section is its title; a space would be changed in it.
      expect(section).not.toMatch(/\s/)
    }
  })
})
