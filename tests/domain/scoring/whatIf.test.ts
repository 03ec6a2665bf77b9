import { describe, expect, test } from 'vitest'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { exampleEvaluations } from '@/domain/example/exampleEvaluations'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { rankOf, scoreWhatIf } from '@/domain/scoring/whatIf'

const profile = builtInProfiles.find(({ id }) => id === 'national-2020')!
const draft = exampleEvaluations.find(({ form }) => form === 'self-evaluation')!
const evaluation: Evaluation = {
  ...draft,
  id: 'e',
  profileId: profile.id,
  indicators: draft.indicators.map((indicator, row) => ({ ...indicator, id: `i${String(row)}` })),
}
const channel = evaluation.indicators.find(({ name }) => name.startsWith('畅通'))!

describe('试算', () => {
  test('改一个实际完成值，规则总分随之变化，记录本身不变', () => {
    const before = structuredClone(evaluation)
    const score = scoreWhatIf(evaluation, profile, new Map([[channel.id, '100%']]))
    expect(score.computedTotal).toBe(96)
    expect(evaluation).toEqual(before)
  })

  test('改过的行不再沿用原来的自评分', () => {
    const score = scoreWhatIf(evaluation, profile, new Map([[channel.id, '50%']]))
    const row = score.indicators.find(({ indicatorId }) => indicatorId === channel.id)!
    expect(row.declared).toBeUndefined()
    expect(score.declaredTotal).toBe(87)
  })

  test('清空实际完成值，规则总分为未完成填报，而不是按 0 分计', () => {
    const score = scoreWhatIf(evaluation, profile, new Map([[channel.id, ' ']]))
    expect(score.computedTotal).toBeUndefined()
  })

  test('没有改动时与正式计分相同', () => {
    expect(scoreWhatIf(evaluation, profile, new Map())).toEqual(
      scoreEvaluation(evaluation, profile),
    )
  })

  test.for([
    ['最高分为第 1', 95, [90, 80], 1],
    ['同分并列取靠前的名次', 90, [95, 90, 80], 2],
    ['没有其他项目时为第 1', 60, [], 1],
  ] as const)('名次：%s', ([, total, others, rank]) => {
    expect(rankOf(total, others)).toBe(rank)
  })
})
