import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { parseTarget } from '@/domain/target/parseTarget'

let count = 0

export type RowOverrides = Partial<Omit<Indicator, 'target' | 'maxScore'>> & {
  /** As printed, or as understood. */
  target?: string | Indicator['target']
  /** `undefined`: a row without 分值. */
  maxScore?: number | undefined
}

/** One row: 产出 / 质量, 服务事项合格率 ≥95%, 10 分, with what `overrides` says otherwise. */
export function indicator(overrides: RowOverrides = {}): Indicator {
  count += 1
  const { target = '≥95%', maxScore, ...rest } = { maxScore: 10, ...overrides }
  const row = {
    id: `row-${count}`,
    firstLevel: 'output' as const,
    firstLevelLabel: '产出指标',
    secondLevel: 'quality' as const,
    secondLevelLabel: '质量指标',
    name: '服务事项合格率',
    ...(maxScore === undefined ? {} : { maxScore }),
    ...rest,
  }
  const { name, firstLevel, secondLevel } = row
  return {
    ...row,
    target:
      typeof target === 'string'
        ? parseTarget(target, { name, firstLevel, secondLevel, fiscalYear: 2024 })
        : target,
  }
}

export function evaluation(overrides: Partial<Evaluation> = {}): Evaluation {
  return {
    id: 'evaluation-1',
    profileId: 'national-2020',
    form: 'target-table',
    scope: 'project',
    projectName: '办事大厅运行维护',
    fiscalYear: 2024,
    goals: [],
    funds: { printedUnit: '万元', rows: [] },
    indicators: [],
    ...overrides,
  }
}

export function record(overrides: Partial<EvaluationRecord> = {}): EvaluationRecord {
  return {
    ...evaluation(overrides),
    status: 'draft',
    revision: 1,
    createdAt: '2024-01-05T08:00:00.000Z',
    updatedAt: '2024-01-05T08:00:00.000Z',
    acceptedFindings: [],
    supportingDocuments: [],
    ...overrides,
  }
}
