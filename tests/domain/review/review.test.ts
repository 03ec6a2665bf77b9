import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildEvaluation } from '@/domain/evaluation/buildEvaluation'
import { exampleEvaluations } from '@/domain/example/exampleEvaluations'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { findFindings } from '@/domain/findings/findFindings'
import { findingKey } from '@/domain/findings/findingKey'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { drawSample, type SampleRule } from '@/domain/review/drawSample'
import { findStepObstacles } from '@/domain/review/findStepObstacles'
import { lastReturn } from '@/domain/review/lastReturn'
import { orderQueue, reviewRisk } from '@/domain/review/reviewRisk'
import { reviewTotals } from '@/domain/review/reviewTotals'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { sampleRecord } from '../evaluation/sampleRecord'

const summary = (overrides: Partial<EvaluationSummary> = {}): EvaluationSummary => ({
  id: 'e1',
  projectName: '网络运行维护费',
  scope: 'project',
  form: 'self-evaluation',
  status: 'submitted',
  profileId: 'national-2020',
  profileVersion: 1,
  revision: 1,
  updatedAt: '2025-01-01T00:00:00.000Z',
  scores: { computed: { byColumn: {} }, declared: { byColumn: {} }, reviewed: { byColumn: {} } },
  filled: 0,
  of: 0,
  findings: {},
  indicators: [],
  ...overrides,
})
const totals = (computed: number, declared: number): EvaluationSummary['scores'] => ({
  computed: { total: computed, byColumn: {} },
  declared: { total: declared, byColumn: {} },
  reviewed: { byColumn: {} },
})

describe('复核的先后', () => {
  test.each([
    ['自评与规则差 2 分', { scores: totals(94, 92) }, { scoreGap: 2, total: 2 }],
    ['差 35 分按 20 计', { scores: totals(60, 95) }, { scoreGap: 20, total: 20 }],
    [
      '缺一个总分不计分差',
      { scores: { ...totals(0, 0), declared: { byColumn: {} } } },
      { total: 0 },
    ],
    ['两处错误、一处提示', { findings: { 'actual-missing': 2 } }, { findings: 10, total: 10 }],
    ['校验最多 30', { findings: { 'actual-missing': 9 } }, { findings: 30, total: 30 }],
    ['43.56 万元', { annualBudget: 43.56 }, { money: 16, total: 16 }],
    ['一亿元以上按 40 计', { annualBudget: 20_000 }, { money: 40, total: 40 }],
    ['没有预算不加分', {}, { total: 0 }],
  ])('%s', (_, overrides, expected) => {
    expect(reviewRisk(summary(overrides))).toMatchObject(expected)
  })

  test('只列已提交的，风险高的在前', () => {
    const queue = orderQueue([
      summary({ id: 'a', scores: totals(94, 92) }),
      summary({ id: 'b', status: 'draft', scores: totals(94, 50) }),
      summary({ id: 'c', scores: totals(94, 80) }),
      summary({ id: 'd', status: 'approved' }),
    ])
    expect(queue.map(({ summary: { id } }) => id)).toEqual(['c', 'a'])
  })
})

describe('抽样', () => {
  const list = Array.from({ length: 40 }, (_, index) =>
    summary({
      id: `e${String(index).padStart(2, '0')}`,
      implementingUnit: `单位${String(index % 4)}`,
      annualBudget: 10 ** (index % 5),
    }),
  )
  const rule: SampleRule = { share: 20, strata: 'unit', seed: 2025 }

  test('每层按比例取整向上，每个单位至少一个', () => {
    const drawn = drawSample(list, rule)
    expect(drawn).toHaveLength(8)
    const units = new Set(drawn.map((id) => Number(id.slice(1)) % 4))
    expect(units.size).toBe(4)
    expect(drawSample(list, { ...rule, share: 1 })).toHaveLength(4)
  })

  test('同样的名单与规则抽出同样的结果，与名单的排列无关；换种子则不同', () => {
    expect(drawSample([...list].reverse(), rule)).toEqual(drawSample(list, rule))
    expect(drawSample(list, { ...rule, seed: 2026 })).not.toEqual(drawSample(list, rule))
  })

  test('抽出的都在名单里，没有重复，100% 即全部', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer(),
        fc.constantFrom('none' as const, 'unit' as const, 'budget' as const),
        (share, seed, strata) => {
          const drawn = drawSample(list, { share, seed, strata })
          expect(new Set(drawn).size).toBe(drawn.length)
          expect(drawn.length).toBeGreaterThanOrEqual(Math.ceil((40 * share) / 100))
          if (share === 100) expect(drawn).toEqual(list.map(({ id }) => id))
        },
      ),
      { numRuns: 200, seed: 7 },
    )
  })
})

describe('提交与复核之前', () => {
  const record = sampleRecord()
  const findings = findFindings(record, builtInProfiles[0]!)
  const errors = findings.filter(({ severity }) => severity === 'error')

  test('没有改正也没有接受的错误挡住提交；接受过的列出理由', () => {
    expect(errors.length).toBeGreaterThan(0)
    const open = findStepObstacles('submit', record, findings, [], '李评')
    expect(open.errors).toEqual(errors)
    const acceptedFindings = errors.map((finding) => ({
      key: findingKey(finding),
      reason: '年底前无法取得',
      by: { name: '李评' },
      at: '2025-01-01T00:00:00.000Z',
    }))
    const settled = findStepObstacles('submit', { ...record, acceptedFindings }, findings, [], '')
    expect(settled.errors).toEqual([])
    expect(settled.accepted[0]).toMatchObject({ reason: '年底前无法取得' })
  })

  test('提交人本人复核或退回时提醒；锁定、别人复核、不知道是谁时不提醒', () => {
    const entry = {
      evaluationId: 'e1',
      sequence: 2,
      commandId: 'c',
      sessionId: 's',
      at: '',
      actor: { name: '张三' },
      action: 'step' as const,
      path: ['status'],
      before: 'draft',
      after: 'submitted',
      revision: 2,
      previousHash: '',
      hash: '',
    }
    const isOwn = (step: 'approve' | 'return' | 'lock', name: string) =>
      findStepObstacles(step, record, [], [entry], name).isOwnFiling
    expect([isOwn('approve', '张三'), isOwn('return', '张三')]).toEqual([true, true])
    expect([isOwn('lock', '张三'), isOwn('approve', '李四'), isOwn('approve', '')]).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('核减与核增', () => {
  const draft = exampleEvaluations.find(({ projectName }) => projectName.includes('赣服通'))!
  const profile = builtInProfiles[0]!
  let row = 0
  const example = buildEvaluation(draft, profile, () => `i${String((row += 1))}`)

  test('003 号表：成本恢复为 10、畅通减为 8，复核 94，核减 2 分、核增 4 分', () => {
    const indicators = example.indicators.map((row) => {
      if (row.secondLevel === 'cost') return { ...row, reviewed: { score: 10, reason: '未超预算' } }
      const isSmooth = row.name.includes('畅通')
      return isSmooth ? { ...row, reviewed: { score: 8, reason: '有两次中断' } } : row
    })
    const profile =
      builtInProfiles.find(({ id }) => id === example.profileId) ?? builtInProfiles[0]!
    const score = scoreEvaluation({ ...example, indicators }, profile)
    expect(score).toMatchObject({ declaredTotal: 92, reviewedTotal: 94 })
    expect(score.grades.reviewed).toBe('excellent')
    expect(reviewTotals(score)).toEqual({ reduced: 2, raised: 4 })
  })
})

describe('最近一次退回的意见', () => {
  const entry = (action: HistoryEntry['action'], after: unknown, reason = ''): HistoryEntry => ({
    evaluationId: 'e1',
    sequence: 1,
    commandId: 'c1',
    sessionId: 's1',
    at: '2025-03-01T00:00:00.000Z',
    actor: { name: '李评', role: 'reviewer' },
    action,
    path: ['status'],
    after,
    reason,
    revision: 1,
    previousHash: '',
    hash: '',
  })

  test('退回过两次，取后一次；没有退回过就没有', () => {
    const twice = [
      entry('step', 'submitted'),
      entry('step', 'returned', '先补佐证'),
      entry('step', 'submitted'),
      entry('step', 'returned', '再补偏差原因'),
      entry('set', '改过的值'),
    ]
    expect(lastReturn(twice)?.reason).toBe('再补偏差原因')
    expect(lastReturn([entry('step', 'submitted')])).toBeUndefined()
  })

  test('随同事的数据包并入的退回也算', () => {
    const branch = { head: '', entries: [entry('step', 'returned', '补佐证')], choices: [] }
    expect(lastReturn([entry('merge', branch)])?.reason).toBe('补佐证')
  })
})
