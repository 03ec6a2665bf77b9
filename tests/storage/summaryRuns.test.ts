import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { summariseRecord } from '@/storage/summariseRecord'
import { readSummaryRuns, writeSummaryRuns } from '@/storage/summaryRuns'
import { generateEvaluations } from '../bench/generateEvaluations'

/** Every field there is: one that is added and not written fails to compile here, or is missed below. */
const whole: Required<EvaluationSummary> = {
  id: 'e1',
  projectKey: 'p1',
  projectName: '网络运行维护费',
  competentDepartment: '区政务服务数据管理局',
  implementingUnit: '区政务服务中心',
  fiscalYear: 2023,
  scope: 'project',
  form: 'self-evaluation',
  status: 'approved',
  profileId: 'national-2020',
  profileVersion: 3,
  revision: 12,
  updatedAt: '2024-02-05T08:00:00.000Z',
  scores: {
    computed: { total: 94, grade: 'excellent', byColumn: { quantity: [18.5, 20], cost: [0, 10] } },
    declared: { total: 92, grade: 'excellent', byColumn: { 'budget-execution': [9.5, 10] } },
    reviewed: { total: 0, grade: 'poor', byColumn: {} },
  },
  filled: 14,
  of: 15,
  findings: { 'actual-missing': 1, 'sign-missing': 4 },
  annualBudget: 43.56,
  annualExecution: 0,
  indicators: [
    ['故障重复发生率', 'quality', 10, 0, 10],
    ['“引号”与\n换行', 'quantity', undefined, undefined, undefined],
    ['', 'cost', 0.1, undefined, 0],
  ],
}
const OPTIONAL = [
  'projectKey',
  'competentDepartment',
  'implementingUnit',
  'fiscalYear',
  'annualBudget',
  'annualExecution',
] as const

const reread = (summaries: EvaluationSummary[]) => readSummaryRuns(writeSummaryRuns(summaries))

describe('summaries as values and places', () => {
  test('have every field again', () => {
    expect(reread([whole])).toStrictEqual([whole])
  })

  test('keep apart what is absent and what is 0 or empty', () => {
    fc.assert(
      fc.property(fc.subarray([...OPTIONAL]), fc.boolean(), (absent, hasScores) => {
        const summary: EvaluationSummary = structuredClone(whole)
        for (const field of absent) Reflect.deleteProperty(summary, field)
        if (!hasScores) {
          delete summary.scores.reviewed.total
          delete summary.scores.reviewed.grade
        }
        expect(reread([summary, whole, summary])).toStrictEqual([summary, whole, summary])
      }),
    )
  })

  test('of more values than two bytes can count', () => {
    const many = Array.from({ length: 700 }, (_, row) => ({
      ...whole,
      id: `e${String(row)}`,
      indicators: Array.from({ length: 100 }, (__, place) => {
        const name = `指标${String(row * 100 + place)}`
        return [name, 'quality', 10, 8.25, undefined] as const
      }),
    }))
    expect(writeSummaryRuns(many).places).toBeInstanceOf(Uint32Array)
    const again = reread(many)
    expect(again).toHaveLength(many.length)
    expect(again.at(-1)).toStrictEqual(many.at(-1))
  })

  test('are those of three hundred evaluations as generated', () => {
    const profile = builtInProfiles[0]!
    const summaries = generateEvaluations({ count: 300, seed: 3 }).map((evaluation) =>
      summariseRecord(
        {
          ...evaluation,
          status: 'draft',
          revision: 1,
          createdAt: '2024-12-31T00:00:00Z',
          updatedAt: '2024-12-31T00:00:00Z',
          acceptedFindings: [],
          supportingDocuments: [],
        },
        profile,
      ),
    )
    expect(reread(summaries)).toStrictEqual(summaries)
    expect(reread([])).toEqual([])
  })
})
