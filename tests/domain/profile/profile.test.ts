import { describe, expect, test } from 'vitest'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { copyProfile } from '@/domain/profile/copyProfile'
import { editProfile } from '@/domain/profile/editProfile'
import { findProfileIssues } from '@/domain/profile/findProfileIssues'
import type { ScoringProfileValues } from '@/domain/profile/scoringProfile'

const profile = (id: string) => builtInProfiles.find((known) => known.id === id)!

describe('内置计分方案', () => {
  test.for([
    // 方案, 预算执行率, 各一级指标分值
    ['national-2020', 10, { output: 50, benefit: 30, satisfaction: 10 }],
    ['core-2021-cost', 10, { cost: 20, output: 40, benefit: 20, satisfaction: 10 }],
    ['core-2021', 10, { output: 50, benefit: 30, satisfaction: 10 }],
    ['hubei', 20, { output: 40, benefit: 30, satisfaction: 10 }],
    ['indicators-only', 0, {}],
  ] as const)('%s 的分值', ([id, budgetExecutionPoints, firstLevelPoints]) => {
    expect(profile(id)).toMatchObject({ budgetExecutionPoints, firstLevelPoints })
    expect(profile(id).firstLevelPoints).toEqual(firstLevelPoints)
  })

  test.for(['national-2020', 'hubei', 'indicators-only'])(
    '%s：反向按比例，不设及格线，满意度和执行率按比例',
    (id) => {
      expect(profile(id)).toMatchObject({
        negativeRule: 'ratio',
        passLine: undefined,
        satisfactionRule: 'ratio',
        budgetExecutionRule: 'ratio',
      })
    },
  )

  test.for(['core-2021', 'core-2021-cost'])('%s：及格线 60%% 换算，满意度和执行率分档', (id) => {
    expect(profile(id)).toMatchObject({
      negativeRule: 'ratio',
      passLine: { rate: 0.6, scale: 'rescaled' },
      satisfactionRule: 'steps',
      budgetExecutionRule: 'steps',
    })
  })

  test.for(builtInProfiles.map((known) => [known.id, known] as const))(
    '%s：逾期 0 分，130%% 起说明、不自动扣分，不封顶，四舍五入两位，90/80/60',
    ([, known]) => {
      expect(known).toMatchObject({
        lateRule: 'zero',
        overCompletion: { limit: 1.3, automaticReduction: undefined },
        executionCaps: [],
        rounding: { mode: 'half-up', decimals: 2, stage: 'indicator' },
        grades: { excellent: 90, good: 80, fair: 60 },
      })
      expect(findProfileIssues(known)).toEqual([])
      for (const source of Object.values(known.sources)) expect(source.document).not.toBe('')
    },
  )
})

describe('复制和修改计分方案', () => {
  const copy = copyProfile(profile('national-2020'), { id: 'p1', name: '本市方案' })

  test('复制的方案记下来源，依据不变', () => {
    expect(copy).toMatchObject({
      id: 'p1',
      name: '本市方案',
      version: 1,
      copiedFrom: 'national-2020',
    })
    expect(copy.sources).toEqual(profile('national-2020').sources)
  })

  test('改过的字段依据变为本单位设定，其余不变', () => {
    const edited = editProfile(copy, 'negativeRule', 'deviation')
    expect(edited).toMatchObject({ negativeRule: 'deviation' })
    expect(edited.sources.negativeRule).toEqual({
      document: '本单位设定',
      trust: 'project-decision',
    })
    expect(edited.sources.lateRule).toEqual(copy.sources.lateRule)
    expect(copy.negativeRule).toBe('ratio')
  })

  const band = copy.bands
  test.for<[string, Partial<ScoringProfileValues> & { name?: string }, string]>([
    ['没有名称', { name: ' ' }, 'name-missing'],
    ['分值合计不是 100', { budgetExecutionPoints: 20 }, 'points-not-100'],
    ['分值为负', { budgetExecutionPoints: -1 }, 'points-out-of-range'],
    ['一级指标分值超过 100', { firstLevelPoints: { output: 101 } }, 'points-out-of-range'],
    ['及格线不是比率', { passLine: { rate: 1, scale: 'plain' } }, 'rate-out-of-range'],
    ['档次比率超过 1', { satisfactionSteps: [{ from: 1.2, share: 1 }] }, 'rate-out-of-range'],
    [
      '高档给分低于低档',
      {
        budgetExecutionSteps: [
          { from: 1, share: 0.5 },
          { from: 0.8, share: 0.7 },
        ],
      },
      'steps-not-falling',
    ],
    [
      '定性档次之间有空档',
      { bands: { ...band, unmet: { ...band.unmet, to: 0.5 } } },
      'bands-not-joined',
    ],
    [
      '定性档次为空',
      { bands: { ...band, unmet: { ...band.unmet, from: 0.6 } } },
      'rate-out-of-range',
    ],
    [
      '默认分不在档内',
      { bands: { ...band, unmet: { ...band.unmet, default: 0.6 } } },
      'default-outside-band',
    ],
    [
      '超额完成界限低于 100%',
      { overCompletion: { limit: 0.9, automaticReduction: undefined } },
      'limit-below-target',
    ],
    [
      '自动扣分为负',
      { overCompletion: { limit: 1.3, automaticReduction: -2 } },
      'points-out-of-range',
    ],
    ['封顶的执行率不是比率', { executionCaps: [{ below: 70, maxTotal: 79 }] }, 'rate-out-of-range'],
    [
      '封顶分不随执行率上升',
      {
        executionCaps: [
          { below: 0.7, maxTotal: 79 },
          { below: 0.6, maxTotal: 69 },
        ],
      },
      'caps-not-rising',
    ],
    ['等级分数线颠倒', { grades: { excellent: 80, good: 90, fair: 60 } }, 'grades-not-falling'],
  ])('%s', ([, changes, code]) => {
    expect(findProfileIssues({ ...copy, ...changes }).map((issue) => issue.code)).toContain(code)
  })

  test('80/70/60 的等级线可以使用', () => {
    const grades = { excellent: 80, good: 70, fair: 60 }
    expect(findProfileIssues({ ...copy, grades })).toEqual([])
  })
})
