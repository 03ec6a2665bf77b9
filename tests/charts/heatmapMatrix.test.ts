import { describe, expect, test } from 'vitest'
import { buildHeatmapMatrix, cellRate } from '@/charts/heatmap/heatmapMatrix'
import type { EvaluationSummary, ScoreSummary } from '@/domain/summary/evaluationSummary'

const nothing: ScoreSummary = { byColumn: {} }

const summary = (overrides: Partial<EvaluationSummary>): EvaluationSummary => ({
  id: 'a',
  projectName: '网络运行维护费',
  implementingUnit: '青云谱区',
  fiscalYear: 2025,
  scope: 'project',
  form: 'self-evaluation',
  status: 'draft',
  profileId: 'national-2020',
  profileVersion: 1,
  revision: 1,
  updatedAt: '2025-03-01T00:00:00.000Z',
  scores: { computed: nothing, declared: nothing, reviewed: nothing },
  filled: 0,
  of: 0,
  findings: {},
  indicators: [],
  ...overrides,
})

const scored = (byColumn: ScoreSummary['byColumn']): EvaluationSummary['scores'] => ({
  computed: { byColumn },
  declared: nothing,
  reviewed: nothing,
})

describe('heatmap matrix', () => {
  test('columns stand in printed order and only where something is scored', () => {
    const { columns } = buildHeatmapMatrix(
      [
        summary({ id: 'a', scores: scored({ quality: [8, 10] }) }),
        summary({ id: 'b', scores: scored({ 'budget-execution': [10, 10], quantity: [5, 5] }) }),
      ],
      { rows: 'evaluation', columns: 'second-level', score: 'computed' },
    )
    expect(columns).toEqual(['budget-execution', 'quantity', 'quality'])
  })

  test('a cell without score is empty, a score of 0 is 0 %', () => {
    const matrix = buildHeatmapMatrix(
      [
        summary({ id: 'a', scores: scored({ quality: [0, 10] }) }),
        summary({ id: 'b', scores: scored({ quantity: [5, 5] }) }),
      ],
      { rows: 'evaluation', columns: 'second-level', score: 'computed' },
    )
    expect(matrix.columns).toEqual(['quantity', 'quality'])
    expect(cellRate(matrix, 0, 0)).toBeUndefined()
    expect(cellRate(matrix, 0, 1)).toBe(0)
    expect(cellRate(matrix, 1, 0)).toBe(1)
    expect(cellRate(matrix, 1, 1)).toBeUndefined()
  })

  test('a unit’s rate is its points over its 分值, not a mean of rates', () => {
    const matrix = buildHeatmapMatrix(
      [
        summary({ id: 'a', scores: scored({ quality: [0.1, 10] }) }),
        summary({ id: 'b', scores: scored({ quality: [0.2, 20] }) }),
        summary({ id: 'c', implementingUnit: '东湖区', scores: scored({ quality: [9, 10] }) }),
      ],
      { rows: 'unit', columns: 'second-level', score: 'computed' },
    )
    expect(matrix.rows).toEqual([
      { key: '青云谱区', label: '青云谱区', count: 2, lostPoints: 29.7 },
      { key: '东湖区', label: '东湖区', count: 1, lostPoints: 1 },
    ])
    expect(matrix.scores[0]).toBe(0.3)
    expect(cellRate(matrix, 0, 0)).toBe(0.01)
  })

  test('indicator columns: declared counts, else computed; the most frequent names first', () => {
    const matrix = buildHeatmapMatrix(
      [
        summary({
          id: 'a',
          indicators: [
            ['满意度', 'service-recipient-satisfaction', 10, 8, 9],
            ['及时率', 'timeliness', 10, 7, undefined],
          ],
        }),
        summary({
          id: 'b',
          indicators: [['满意度', 'service-recipient-satisfaction', 10, undefined, undefined]],
        }),
      ],
      { rows: 'evaluation', columns: 'indicator', score: 'declared' },
    )
    expect(matrix.columns).toEqual(['满意度', '及时率'])
    expect(cellRate(matrix, 0, 0)).toBe(0.9)
    expect(cellRate(matrix, 0, 1)).toBe(0.7)
    expect(cellRate(matrix, 1, 0)).toBeUndefined()
  })

  test('grouped: the row of a group holds Σ得分 ÷ Σ分值 of its members, which name it', () => {
    const matrix = buildHeatmapMatrix(
      [
        summary({ id: 'a', scores: scored({ quality: [8, 10] }) }),
        summary({ id: 'b', implementingUnit: '东湖区', scores: scored({ quality: [9, 10] }) }),
        summary({ id: 'c', scores: scored({ quality: [13, 20] }) }),
      ],
      { rows: 'evaluation', columns: 'second-level', score: 'computed', group: 'unit' },
    )
    expect(
      matrix.rows.map(({ key, group, count, lostPoints }) => [key, group, count, lostPoints]),
    ).toEqual([
      ['青云谱区', undefined, 2, 9],
      ['a', '青云谱区', 1, 2],
      ['东湖区', undefined, 1, 1],
      ['b', '东湖区', 1, 1],
      ['c', '青云谱区', 1, 7],
    ])
    expect(cellRate(matrix, 0, 0)).toBe(0.7)
  })

  test('scores of three decimals are summed without loss', () => {
    const matrix = buildHeatmapMatrix(
      [
        summary({ id: 'a', scores: scored({ quality: [0.125, 1] }) }),
        summary({ id: 'b', scores: scored({ quality: [0.125, 1] }) }),
      ],
      { rows: 'unit', columns: 'second-level', score: 'computed' },
    )
    expect(matrix.scores[0]).toBe(0.25)
    expect(matrix.rows[0]?.lostPoints).toBe(1.75)
  })
})
