import { describe, expect, test } from 'vitest'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { findFindings } from '@/domain/findings/findFindings'
import { findingKey } from '@/domain/findings/findingKey'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { proposeRectifications } from '@/domain/rectification/proposeRectifications'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { indicator, record } from '../findings/evaluationBuilder'

const profile = builtInProfiles.find(({ id }) => id === 'indicators-only')!

function propose(
  evaluation: EvaluationRecord,
  { history = [], taken = [] }: { history?: HistoryEntry[]; taken?: string[] } = {},
) {
  const score = scoreEvaluation(evaluation, profile)
  const findings = findFindings(evaluation, profile)
  return {
    findings,
    proposals: proposeRectifications(evaluation, score, findings, history, new Set(taken)),
  }
}

const missed = indicator({
  id: 'row',
  name: '服务事项合格率',
  target: '≥95%',
  actual: { raw: '90%' },
  declared: { score: 10, reason: '' },
  deviationAnalysis: '加强抽查',
})

const step = (after: string, reason?: string): HistoryEntry => ({
  evaluationId: 'e1',
  sequence: 3,
  commandId: 'c',
  sessionId: 's',
  at: '2025-05-06T00:00:00.000Z',
  actor: { name: '王复核' },
  action: 'step',
  path: ['status'],
  before: 'submitted',
  after,
  ...(reason !== undefined && { reason }),
  revision: 3,
  previousHash: '',
  hash: `hash of ${after}`,
})

describe('问题从哪里来', () => {
  test('没有接受的错误和警告列为问题，提示不列', () => {
    const { findings, proposals } = propose(record({ indicators: [missed] }))
    const expected = findings.filter(({ severity }) => severity !== 'hint')
    expect(expected.length).toBeGreaterThan(0)
    expect(proposals.map(({ problem }) => problem)).toEqual(expected.map(({ message }) => message))
    expect(proposals.every(({ origin }) => origin === 'finding')).toBe(true)
  })

  test('已说明并接受的校验不再列为问题', () => {
    const before = propose(record({ indicators: [missed] }))
    const acceptedFindings = before.findings.map((finding) => ({
      key: findingKey(finding),
      reason: '已核实',
      by: { name: '张三' },
      at: '',
    }))
    expect(propose(record({ indicators: [missed], acceptedFindings })).proposals).toEqual([])
  })

  test('复核核减的指标列为问题，带上偏差分析中的措施；核增的不列', () => {
    const cut = { ...missed, reviewed: { score: 8, reason: '两次中断' } }
    const raised = indicator({ ...cut, id: 'up', declared: { score: 6, reason: '' } })
    const { proposals } = propose(record({ indicators: [cut, raised] }))
    const review = proposals.filter(({ origin }) => origin === 'review')
    expect(review).toMatchObject([
      {
        indicatorId: 'row',
        problem: '“服务事项合格率”由10分核为8分：两次中断',
        measure: '加强抽查',
      },
    ])
  })

  test('没有自评分的，核减以规则分为准', () => {
    const row = indicator({ actual: { raw: '95%' }, reviewed: { score: 5, reason: '未提供佐证' } })
    const { proposals } = propose(record({ indicators: [row] }))
    expect(proposals[0]?.problem).toContain('由10分核为5分')
  })

  test('复核意见和退回的理由列为问题，通过的意见不列', () => {
    const history = [
      step('returned', ' 补充满意度问卷 '),
      step('approved', '同意'),
      step('returned'),
    ]
    const { proposals } = propose(record({ reviewOpinion: '完善台账' }), { history })
    const opinions = proposals.filter(({ origin }) => origin === 'opinion')
    expect(opinions.map(({ problem }) => problem)).toEqual(['补充满意度问卷', '完善台账'])
  })

  test('已列入的不重复列出', () => {
    const evaluation = record({ indicators: [missed], reviewOpinion: '完善台账' })
    const { proposals } = propose(evaluation)
    const taken = proposals.map(({ sourceKey }) => sourceKey)
    expect(new Set(taken).size).toBe(taken.length)
    expect(propose(evaluation, { taken }).proposals).toEqual([])
  })
})
