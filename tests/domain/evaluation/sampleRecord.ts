import type { Indicator } from '@/domain/evaluation/evaluation'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'

/** A row with a 数量 target of 98 %. */
export const sampleIndicator = (overrides: Partial<Indicator> = {}): Indicator => ({
  id: 'i1',
  firstLevel: 'output',
  firstLevelLabel: '产出指标',
  secondLevel: 'quality',
  secondLevelLabel: '质量指标',
  name: '验收合格率',
  target: {
    raw: '≥98%',
    kind: 'quantitative',
    comparator: '≥',
    isInferred: false,
    value: 98,
    measureUnit: '%',
  },
  maxScore: 10,
  ...overrides,
})

/** A draft with two rows, one goal and a funds block; complete once the first row has its value. */
export const sampleRecord = (overrides: Partial<EvaluationRecord> = {}): EvaluationRecord => ({
  id: 'e1',
  form: 'self-evaluation',
  scope: 'project',
  projectName: '网络运行维护费',
  implementingUnit: '区大数据中心',
  fiscalYear: 2024,
  projectKey: 'p1',
  goals: [{ expected: '保障网络畅通', term: 'annual' }],
  funds: {
    printedUnit: '万元',
    rows: [{ kind: 'total', label: '年度资金总额', annualBudget: 43.56, annualExecution: 43.56 }],
  },
  budgetExecution: { maxScore: 10 },
  indicators: [
    sampleIndicator({ maxScore: 50 }),
    sampleIndicator({ id: 'i2', name: '故障处理及时率', maxScore: 40, actual: { raw: '100%' } }),
  ],
  profileId: 'national-2020',
  profileVersion: 1,
  status: 'draft',
  revision: 1,
  createdAt: '2024-12-01T00:00:00.000Z',
  updatedAt: '2024-12-01T00:00:00.000Z',
  acceptedFindings: [],
  supportingDocuments: [],
  ...overrides,
})
