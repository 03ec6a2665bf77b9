import type { Evaluation, IndicatorMonitoring } from '@/domain/evaluation/evaluation'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { sampleRecord } from '../evaluation/sampleRecord'
import { indicatorOf } from '../scoring/scoringTestTable'

/** 培训人次 ≥1200, 合格率 ≥98%, 投诉 ≤5起, 正常使用; 年初预算 100 万元. */
export const monitoredRecord = (overrides: Partial<EvaluationRecord> = {}): EvaluationRecord =>
  sampleRecord({
    projectName: '骨干培训',
    funds: {
      printedUnit: '万元',
      rows: [
        { kind: 'total', label: '年度资金总额', initialBudget: 100 },
        { kind: 'current', label: '其中：财政拨款', initialBudget: 80 },
      ],
    },
    indicators: [
      indicatorOf('≥1200人次', undefined, { id: 'people', name: '培训人次', maxScore: 40 }),
      indicatorOf('≥98%', undefined, { id: 'pass', name: '考试合格率', maxScore: 20 }),
      indicatorOf('≤5起', undefined, { id: 'complaints', name: '投诉起数', maxScore: 20 }),
      indicatorOf('正常使用', undefined, { id: 'use', name: '场地使用', maxScore: 10 }),
    ],
    ...overrides,
  })

/** The record with figures in a month. */
export const withMonth = (
  evaluation: EvaluationRecord,
  month: 6 | 8 | 12,
  indicators: Record<string, IndicatorMonitoring>,
  executionToDate?: number,
): EvaluationRecord => ({
  ...evaluation,
  monitoring: {
    ...evaluation.monitoring,
    [month]: {
      indicators,
      ...(executionToDate !== undefined && { funds: { 0: { executionToDate } } }),
    },
  } satisfies Evaluation['monitoring'],
})
