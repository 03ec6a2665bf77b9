import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { findFindings } from '@/domain/findings/findFindings'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { summariseEvaluation } from '@/domain/summary/summariseEvaluation'
import { generateEvaluations } from './generateEvaluations'
import { median } from './median'

type Report = (
  name: string,
  milliseconds: number,
  limits?: { floor?: number; target?: number },
) => void

const COUNT = 10_000

/** What a change of profile costs: every evaluation scored, checked and summed up anew. */
export default function bench(report: Report): void {
  const profile = builtInProfiles.find(({ id }) => id === 'national-2020')
  if (!profile) throw new Error('no profile')
  const records = generateEvaluations({ count: COUNT, seed: 2020 }).map((evaluation) => ({
    ...evaluation,
    status: 'draft' as const,
    revision: 1,
    createdAt: '2024-12-31T00:00:00Z',
    updatedAt: '2024-12-31T00:00:00Z',
    acceptedFindings: [],
    supportingDocuments: [],
  }))
  const scoring = median(3, () => records.map((record) => scoreEvaluation(record, profile)))
  report(`score ${COUNT} evaluations of 15 rows`, scoring)

  const scores = records.map((record) => scoreEvaluation(record, profile))
  const finding = median(3, () =>
    records.map((record, i) => findFindings(record, profile, { score: scores[i]! })),
  )
  report('find their findings', finding)

  const findings = records.map((record, i) => findFindings(record, profile, { score: scores[i]! }))
  const summing = median(3, () =>
    records.map((record, i) => summariseEvaluation(record, profile, scores[i]!, findings[i]!)),
  )
  report('build their summaries', summing)
  report('all three', scoring + finding + summing)
}
