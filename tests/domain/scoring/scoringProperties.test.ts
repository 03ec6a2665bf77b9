import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { ScoringProfileValues } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { evaluationOf, indicatorOf, profileWith, scoreOf } from './scoringTestTable'

/** Decimals with up to two places, as forms print them. */
const decimal = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100)

const profiles = fc.record<Partial<ScoringProfileValues>>({
  negativeRule: fc.constantFrom('ratio', 'deviation'),
  passLine: fc.constantFrom(
    undefined,
    { rate: 0.6, scale: 'plain' as const },
    { rate: 0.6, scale: 'rescaled' as const },
  ),
  satisfactionRule: fc.constantFrom('ratio', 'steps'),
  lateRule: fc.constantFrom('zero', 'pro-rata'),
  rounding: fc.record({
    mode: fc.constantFrom('half-up', 'half-even'),
    decimals: fc.constantFrom(0, 1, 2),
    stage: fc.constantFrom('indicator', 'total'),
  }),
})

const comparators = fc.constantFrom('≥', '>', '=', '≤', '<')
const levels = fc.constantFrom<Partial<Indicator>>({}, { firstLevel: 'satisfaction' })

describe('任意指标值、实际完成值和计分方案', () => {
  test('0 ≤ 得分 ≤ 分值', () => {
    fc.assert(
      fc.property(
        comparators,
        decimal(-50, 500),
        decimal(-50, 1000),
        fc.integer({ min: 0, max: 60 }),
        profiles,
        levels,
        (comparator, target, actual, maxScore, profile, level) => {
          const score = scoreOf(`${comparator}${target}%`, String(actual), profile, {
            ...level,
            maxScore,
          })
          if (typeof score === 'string') {
            expect(score).toBe('proportion-undefined')
            return
          }
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(maxScore)
        },
      ),
      { numRuns: 500 },
    )
  })

  test.for(['≥', '>', '≤', '<'] as const)('%s：完成得越好，得分不会越低', (comparator) => {
    fc.assert(
      fc.property(
        decimal(1, 500),
        decimal(-50, 1000),
        decimal(-50, 1000),
        profiles,
        levels,
        (target, one, other, profile, level) => {
          const [low, high] = one < other ? [one, other] : [other, one]
          const rise = ['≥', '>'].includes(comparator)
          const [worse, better] = rise ? [low, high] : [high, low]
          const of = (actual: number) =>
            scoreOf(`${comparator}${target}%`, String(actual), profile, level) as number
          expect(of(better)).toBeGreaterThanOrEqual(of(worse))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('行的次序不影响得分和总分', () => {
    const row = fc.tuple(comparators, decimal(1, 200), decimal(0, 300))
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        profiles,
        (drawn, order, profile) => {
          const rows = drawn.map(([comparator, target, actual], i) =>
            indicatorOf(`${comparator}${target}件`, String(actual), { id: `i${i}` }),
          )
          const keys = new Map(rows.map((one) => [one.id, order.next().value as number]))
          const shuffled = [...rows].sort((a, b) => keys.get(a.id)! - keys.get(b.id)!)
          const before = scoreEvaluation(evaluationOf(rows), profileWith(profile))
          const after = scoreEvaluation(evaluationOf(shuffled), profileWith(profile))
          expect(after.computedTotal).toBe(before.computedTotal)
          for (const score of before.indicators) expect(after.indicators).toContainEqual(score)
        },
      ),
    )
  })

  test('总分等于印出的各行得分在计算器上相加', () => {
    const row = fc.tuple(decimal(1, 200), decimal(0, 300))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (drawn) => {
        const rows = drawn.map(([target, actual], i) =>
          indicatorOf(`≥${target}件`, String(actual), { id: `i${i}` }),
        )
        const { indicators, computedTotal } = scoreEvaluation(evaluationOf(rows), profileWith())
        const hundredths = indicators.map(({ computed }) =>
          computed.status === 'scored' ? BigInt(computed.score.toFixed(2).replace('.', '')) : 0n,
        )
        const total = hundredths.reduce((all, one) => all + one, 0n)
        expect(computedTotal?.toFixed(2).replace('.', '')).toBe(String(total).padStart(3, '0'))
      }),
    )
  })

  test('计分不改动传入的评价', () => {
    const evaluation = evaluationOf([indicatorOf('≥3次', '2')])
    const before = structuredClone(evaluation)
    scoreEvaluation(evaluation, profileWith())
    expect(evaluation).toEqual(before)
  })
})
