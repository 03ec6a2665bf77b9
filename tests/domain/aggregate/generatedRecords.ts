import type { FundsRow, Indicator } from '@/domain/evaluation/evaluation'
import type { EvaluationRecord, EvaluationStatus } from '@/domain/evaluation/evaluationRecord'
import { findFindings } from '@/domain/findings/findFindings'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { summariseEvaluation } from '@/domain/summary/summariseEvaluation'
import { parseTarget } from '@/domain/target/parseTarget'

/** Small seeded generator (mulberry32): the same data in every run. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const ROWS = [
  ['output', 'quantity', '办理事项', '≥100件', '件'],
  ['output', 'quality', '办结率', '≥95%', '%'],
  ['output', 'timeliness', '及时率', '=100%', '%'],
  ['output', 'cost', '运维成本', '≤80万元', '万元'],
  ['benefit', 'social-benefit', '惠及企业', '≥90家', '家'],
  ['satisfaction', 'service-recipient-satisfaction', '满意度', '≥90%', '%'],
] as const
const POINTS = [20, 15, 10, 5, 30, 10]
const STATUSES: readonly EvaluationStatus[] = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'locked',
]

/** Evaluations over units and years, with gaps, declared and reviewed scores as in real life. */
export function generateRecords(count: number, seed = 1): EvaluationRecord[] {
  const random = makeRandom(seed)
  const pick = (below: number) => Math.floor(random() * below)
  return Array.from({ length: count }, (_, position) => {
    const project = Math.floor(position / 3)
    const isReviewed = random() < 0.3
    const indicators = ROWS.map(([firstLevel, secondLevel, name, target, unit], row): Indicator => {
      const isFilled = random() > 0.04
      return {
        id: `${position}-${row}`,
        firstLevel,
        firstLevelLabel: firstLevel,
        secondLevel,
        secondLevelLabel: secondLevel,
        name,
        target: parseTarget(target, { name, firstLevel, secondLevel }),
        maxScore: POINTS[row] ?? 0,
        ...(isFilled ? { actual: { raw: `${40 + pick(70)}${unit}` } } : {}),
        ...(random() < 0.2 ? { declared: { score: pick(500) / 100, reason: '按批复' } } : {}),
        ...(isReviewed && random() < 0.5
          ? { reviewed: { score: pick(500) / 100, reason: '' } }
          : {}),
      }
    })
    const budget = pick(50_000) / 100
    const total: FundsRow = {
      kind: 'total',
      label: '年度资金总额',
      annualBudget: budget,
      ...(random() < 0.95 ? { annualExecution: Math.round(budget * random() * 100) / 100 } : {}),
    }
    return {
      id: `e${position}`,
      profileId: 'national-2020',
      form: 'self-evaluation',
      scope: 'project',
      projectName: `项目 ${project}`,
      projectKey: `p${project}`,
      ...(random() < 0.95 ? { implementingUnit: `单位 ${project % 7}` } : {}),
      fiscalYear: 2021 + (position % 3) + (random() < 0.1 ? 1 : 0),
      goals: [],
      funds: { printedUnit: '万元', rows: [total] },
      budgetExecution: { maxScore: 10 },
      indicators,
      status: STATUSES[pick(STATUSES.length)] ?? 'draft',
      revision: 1,
      createdAt: '2024-01-05T08:00:00.000Z',
      updatedAt: new Date(Date.UTC(2024, 0, 5, 8, 0, position)).toISOString(),
      acceptedFindings: [],
      supportingDocuments: [],
    }
  })
}

export const generatedProfile = builtInProfiles[0]!

export function summarise(record: EvaluationRecord): EvaluationSummary {
  return summariseEvaluation(
    record,
    generatedProfile,
    scoreEvaluation(record, generatedProfile),
    findFindings(record, generatedProfile),
  )
}
