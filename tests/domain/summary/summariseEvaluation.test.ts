import { describe, expect, test } from 'vitest'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { Finding } from '@/domain/findings/finding'
import { findingKey } from '@/domain/findings/findingKey'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { EvaluationScore, RowScore } from '@/domain/scoring/evaluationScore'
import { summariseEvaluation } from '@/domain/summary/summariseEvaluation'
import { points } from '@/domain/units'

const row = (id: string, overrides: Partial<Indicator> = {}): Indicator => ({
  id,
  firstLevel: 'output',
  firstLevelLabel: '产出指标',
  secondLevel: 'quality',
  secondLevelLabel: '质量指标',
  name: `指标 ${id}`,
  target: { raw: '/', kind: 'none' },
  maxScore: 10,
  ...overrides,
})

const record = (overrides: Partial<EvaluationRecord> = {}): EvaluationRecord => ({
  id: 'e1',
  profileId: 'p',
  form: 'self-evaluation',
  scope: 'project',
  projectName: '办事大厅运行维护',
  goals: [],
  funds: { printedUnit: '万元', rows: [] },
  indicators: [],
  status: 'draft',
  revision: 3,
  createdAt: '2024-01-05T08:00:00.000Z',
  updatedAt: '2024-02-05T08:00:00.000Z',
  acceptedFindings: [],
  supportingDocuments: [],
  ...overrides,
})

const profile = { ...builtInProfiles[0]!, id: 'p', version: 2 }

const rowScore = (
  computed: number | undefined,
  declared?: number,
  reviewed?: number,
): RowScore => ({
  computed:
    computed === undefined
      ? { status: 'unscored', issue: 'actual-missing' }
      : { status: 'scored', score: points(computed) },
  ...(declared === undefined ? {} : { declared }),
  ...(reviewed === undefined ? {} : { reviewed }),
  explanation: '',
})

const score = (overrides: Partial<EvaluationScore>): EvaluationScore => ({
  indicators: [],
  filled: 0,
  of: 0,
  grades: {},
  ...overrides,
})

describe('汇总一条评价记录', () => {
  const indicators = [
    row('a', { secondLevel: 'quality' }),
    row('b', { secondLevel: 'quality' }),
    row('c', { secondLevel: 'cost' }),
  ]

  test('得分按二级指标分列，没有得分的行既不计得分也不计分值', () => {
    const summary = summariseEvaluation(
      record({ indicators }),
      profile,
      score({
        indicators: [
          { indicatorId: 'a', ...rowScore(8.1) },
          { indicatorId: 'b', ...rowScore(undefined) },
          { indicatorId: 'c', ...rowScore(0) },
        ],
      }),
      [],
    )
    expect(summary.scores.computed.byColumn).toEqual({ quality: [8.1, 10], cost: [0, 10] })
    expect(summary.scores.computed).not.toHaveProperty('total')
  })

  test('自评分缺的以规则分计，复核分缺的以自评分计；没有一行复核时不列复核分', () => {
    const rows = [
      { indicatorId: 'a', ...rowScore(8, 10) },
      { indicatorId: 'b', ...rowScore(7) },
      { indicatorId: 'c', ...rowScore(10, 6, 9) },
    ]
    const reviewed = summariseEvaluation(
      record({ indicators }),
      profile,
      score({ indicators: rows, declaredTotal: 23, reviewedTotal: 26 }),
      [],
    ).scores
    expect(reviewed.declared).toEqual({
      total: 23,
      byColumn: { quality: [17, 20], cost: [6, 10] },
    })
    expect(reviewed.reviewed.byColumn).toEqual({ quality: [17, 20], cost: [9, 10] })

    const unreviewed = summariseEvaluation(
      record({ indicators }),
      profile,
      score({ indicators: rows.slice(0, 2) }),
      [],
    ).scores
    expect(unreviewed.reviewed.byColumn).toEqual({})
  })

  test('预算执行率自成一列', () => {
    const summary = summariseEvaluation(
      record({ budgetExecution: { maxScore: 10 } }),
      profile,
      score({ budgetExecution: rowScore(7.32) }),
      [],
    )
    expect(summary.scores.computed.byColumn).toEqual({ 'budget-execution': [7.32, 10] })
  })

  test('共用得分的行和“其中”行不另计得分', () => {
    const shared = row('b', { sharesScoreWith: 'a' })
    const summary = summariseEvaluation(
      record({ indicators: [row('a'), shared] }),
      profile,
      score({
        indicators: [
          { indicatorId: 'a', ...rowScore(9) },
          {
            indicatorId: 'b',
            computed: { status: 'unscored', issue: 'shares-score' },
            declared: 5,
            explanation: '',
          },
        ],
      }),
      [],
    )
    expect(summary.scores.declared.byColumn).toEqual({ quality: [9, 10] })
  })

  test('指标逐行保留名称、类别、分值、规则分和自评分，缺的仍为缺，不是 0', () => {
    const summary = summariseEvaluation(
      record({ indicators: [row('a', { name: '办结率' })] }),
      profile,
      score({ indicators: [{ indicatorId: 'a', ...rowScore(undefined) }] }),
      [],
    )
    expect(summary.indicators).toEqual([['办结率', 'quality', 10, undefined, undefined]])
  })

  test('预算数和执行数取年度资金总额行，空格仍为空', () => {
    const funds = (annualBudget?: number): EvaluationRecord['funds'] => ({
      printedUnit: '万元',
      rows: [
        { kind: 'current', label: '其中：财政拨款', annualBudget: 9, annualExecution: 9 },
        {
          kind: 'total',
          label: '年度资金总额',
          ...(annualBudget === undefined ? {} : { annualBudget }),
          annualExecution: 0,
        },
      ],
    })
    expect(
      summariseEvaluation(record({ funds: funds(12.5) }), profile, score({}), []),
    ).toMatchObject({ annualBudget: 12.5, annualExecution: 0 })
    expect(
      summariseEvaluation(record({ funds: funds() }), profile, score({}), []),
    ).not.toHaveProperty('annualBudget')
  })

  test('校验按代码计数，已接受的不计，数字变了又计', () => {
    const finding = (total: number): Finding => ({
      code: 'weights-not-total',
      severity: 'error',
      message: '',
      figures: { total, expected: 100 },
    })
    const accepted = record({
      acceptedFindings: [
        { key: findingKey(finding(90)), reason: '按批复', by: { name: '甲' }, at: '2024-02-05' },
      ],
    })
    const count = (findings: Finding[]) =>
      summariseEvaluation(accepted, profile, score({}), findings).findings
    expect(count([finding(90)])).toEqual({})
    expect(count([finding(85), finding(80)])).toEqual({ 'weights-not-total': 2 })
  })

  test('写明计分方案及其版本', () => {
    expect(summariseEvaluation(record(), profile, score({}), [])).toMatchObject({
      profileId: 'p',
      profileVersion: 2,
      revision: 3,
    })
  })

  test('目标表没有全年预算数时取年初预算数；自评表没有就是没有', () => {
    const funds: EvaluationRecord['funds'] = {
      printedUnit: '万元',
      rows: [{ kind: 'total', label: '年度资金总额', initialBudget: 43.56 }],
    }
    const summarise = (form: EvaluationRecord['form']) =>
      summariseEvaluation(record({ form, funds }), profile, score({}), [])
    expect(summarise('target-table').annualBudget).toBe(43.56)
    expect(summarise('declaration').annualBudget).toBe(43.56)
    expect(summarise('self-evaluation')).not.toHaveProperty('annualBudget')
  })
})
