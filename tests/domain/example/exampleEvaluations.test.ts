import { describe, expect, test } from 'vitest'
import { exampleEvaluations } from '@/domain/example/exampleEvaluations'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'

const draft = exampleEvaluations.find(({ form }) => form === 'self-evaluation')!
const evaluation: Evaluation = {
  ...draft,
  id: 'e1',
  profileId: 'national-2020',
  indicators: draft.indicators.map((indicator, i) => ({ ...indicator, id: `i${i + 1}` })),
}
const profile = (id: string) => builtInProfiles.find((known) => known.id === id)!

describe('示例数据', () => {
  test('17 张表，106 行', () => {
    expect(exampleEvaluations).toHaveLength(17)
    expect(exampleEvaluations.flatMap(({ indicators }) => indicators)).toHaveLength(106)
  })
})

describe('92 分的自评表', () => {
  test.for([
    ['indicators-only', 94],
    ['national-2020', 94],
    ['hubei', 94],
    ['core-2021', 88],
    ['core-2021-cost', 88],
  ] as const)('按计分方案 %s：规则分 %d，自评分 92，优', ([id, computedTotal]) => {
    const score = scoreEvaluation(evaluation, profile(id))
    expect(score).toMatchObject({
      computedTotal,
      declaredTotal: 92,
      filled: 10,
      of: 10,
      grades: { declared: 'excellent' },
    })
    expect(score.reviewedTotal).toBeUndefined()
    expect(score.budgetExecution).toBeUndefined()
  })

  test('成本 43.56 = 43.56 已完成，规则分 10，自评 6', () => {
    const cost = scoreEvaluation(evaluation, profile('national-2020')).indicators[5]
    expect(cost).toMatchObject({ computed: { status: 'scored', score: 10 }, declared: 6 })
  })

  test('畅通政务服务办理渠道 80% 比 100%，规则分 8，自评 10', () => {
    const row = scoreEvaluation(evaluation, profile('national-2020')).indicators[7]
    expect(row).toMatchObject({ computed: { status: 'scored', score: 8 }, declared: 10 })
    expect(row!.explanation).toContain('80 ÷ 100 × 10 = 8.00')
  })

  test('清空一个实际完成值：没有规则总分，自评总分不变', () => {
    const [first, ...rest] = evaluation.indicators
    const { actual, ...cleared } = first!
    expect(actual).toBeDefined()
    const score = scoreEvaluation(
      { ...evaluation, indicators: [cleared, ...rest] },
      profile('national-2020'),
    )
    expect(score).toMatchObject({ filled: 9, of: 10, declaredTotal: 92 })
    expect(score.computedTotal).toBeUndefined()
    expect(score.grades.computed).toBeUndefined()
  })
})
