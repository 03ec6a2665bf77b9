import { describe, expect, test } from 'vitest'
import type { Indicator } from '@/domain/evaluation/evaluation'
import { evaluation, indicator } from './evaluationBuilder'
import { findingsOf, profile } from './finding'

const LEVELS = {
  cost: indicator({ firstLevel: 'cost', secondLevel: 'economic-cost', name: '成本' }),
  output: indicator({ name: '产出' }),
  outputCost: indicator({ secondLevel: 'cost', name: '产出下的成本' }),
  benefit: indicator({ firstLevel: 'benefit', secondLevel: 'social-benefit', name: '效益' }),
  satisfaction: indicator({
    firstLevel: 'satisfaction',
    secondLevel: 'service-recipient-satisfaction',
    name: '满意度',
  }),
  other: indicator({ firstLevel: 'other', secondLevel: 'other', name: '履职' }),
  decision: indicator({ firstLevel: 'decision', secondLevel: 'other', name: '立项依据' }),
}

describe('计分方案要求的一级指标齐全', () => {
  test.for<[string, (keyof typeof LEVELS)[], string, string[]]>([
    ['只有本地自定的一级指标', ['other'], 'national-2020', []],
    ['产出、效益、满意度齐全', ['output', 'benefit', 'satisfaction'], 'national-2020', []],
    ['没有效益', ['output', 'satisfaction'], 'national-2020', ['benefit']],
    ['没有满意度', ['output', 'benefit'], 'national-2020', ['satisfaction']],
    ['成本单列的方案没有成本', ['output', 'benefit', 'satisfaction'], 'core-2021-cost', ['cost']],
    [
      '成本印在产出之下也算有',
      ['output', 'outputCost', 'benefit', 'satisfaction'],
      'core-2021-cost',
      [],
    ],
    ['成本单列、方案放在产出', ['cost', 'output', 'benefit', 'satisfaction'], 'national-2020', []],
    ['按表印分值的方案不作要求', ['output'], 'indicators-only', []],
    ['空表不报', [], 'national-2020', []],
    ['决策、过程另有体系', ['decision', 'output'], 'national-2020', []],
  ])('%s', ([, rows, profileId, missing]) => {
    const table = evaluation({ indicators: rows.map((row) => LEVELS[row]) })
    const found = findingsOf('first-level-missing', table, profile(profileId))
    expect(found.map(({ figures }) => figures.level)).toEqual(missing)
  })
})

describe('三级指标不重复', () => {
  test.for<[string, Indicator[], number]>([
    ['同名两行', [indicator({ name: '及时率' }), indicator({ name: '及时率' })], 1],
    ['同名三行报两次', ['甲', '甲', '甲'].map((name) => indicator({ name })), 2],
    ['只差空格、括号', [indicator({ name: '及时率' }), indicator({ name: '及时 率(%)' })], 1],
    ['名称不同', [indicator({ name: '及时率' }), indicator({ name: '合格率' })], 0],
    ['“其中”行', [indicator({ name: '及时率' }), indicator({ name: '及时率', isSubRow: true })], 0],
    [
      '共用得分的行',
      [indicator({ name: '及时率' }), indicator({ name: '及时率', sharesScoreWith: 0 })],
      0,
    ],
    [
      '不同目标之下',
      [indicator({ name: '及时率', goal: 0 }), indicator({ name: '及时率', goal: 1 })],
      0,
    ],
    ['没有名称', [indicator({ name: '' }), indicator({ name: '' })], 0],
  ])('%s', ([, indicators, count]) => {
    expect(findingsOf('duplicate-indicator', evaluation({ indicators }))).toHaveLength(count)
  })
})
