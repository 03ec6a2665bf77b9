import { sum } from '../decimal'
import type { EvaluationStatus } from '../evaluation/evaluationRecord'
import type { Grade } from '../scoring/evaluationScore'
import type { EvaluationSummary } from './evaluationSummary'
import { mainScore } from './mainScore'
import { countBySeverity } from './summaryFilter'
import { unitOf } from './unitOf'

/** A column of the list that can be sorted by. */
export type SummaryColumn =
  | 'name'
  | 'unit'
  | 'year'
  | 'form'
  | 'progress'
  | 'declared'
  | 'computed'
  | 'reviewed'
  | 'difference'
  | 'grade'
  | 'findings'
  | 'status'
  | 'updated'

export interface SummaryOrder {
  column: SummaryColumn
  isDescending: boolean
}

const gradeOrder: Record<Grade, number> = { excellent: 4, good: 3, fair: 2, poor: 1 }
const statusOrder: Record<EvaluationStatus, number> = {
  draft: 1,
  returned: 2,
  submitted: 3,
  approved: 4,
  locked: 5,
}
const severityWeight = { error: 1_000_000, warning: 1000, hint: 1 }

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** 规则分 − 自评分, in 分; `undefined` while one of them is missing. */
export function scoreDifference({ scores }: EvaluationSummary): number | undefined {
  const { computed, declared } = scores
  if (computed.total === undefined || declared.total === undefined) return undefined
  return sum([computed.total, -declared.total])
}

const sortKeys: Record<SummaryColumn, (summary: EvaluationSummary) => string | number | undefined> =
  {
    name: (summary) => summary.projectName,
    unit: unitOf,
    year: (summary) => summary.fiscalYear,
    form: (summary) => summary.form,
    progress: ({ filled, of }) => (of === 0 ? undefined : filled / of),
    declared: ({ scores }) => scores.declared.total,
    computed: ({ scores }) => scores.computed.total,
    reviewed: ({ scores }) => scores.reviewed.total,
    difference: scoreDifference,
    grade: (summary) => {
      const { grade } = mainScore(summary)
      return grade && gradeOrder[grade]
    },
    findings: ({ findings }) => {
      const counts = countBySeverity(findings)
      return (
        counts.error * severityWeight.error +
        counts.warning * severityWeight.warning +
        counts.hint * severityWeight.hint
      )
    },
    status: ({ status }) => statusOrder[status],
    updated: ({ updatedAt }) => updatedAt,
  }

/**
 * A sorted copy. What is missing stands last in either direction: it is not the lowest value.
 * Equal rows keep the order they came in.
 */
export function sortSummaries(
  summaries: readonly EvaluationSummary[],
  { column, isDescending }: SummaryOrder,
): EvaluationSummary[] {
  const keyOf = sortKeys[column]
  const sign = isDescending ? -1 : 1
  const compare = column === 'name' || column === 'unit' ? compareNames : compareKeys
  return summaries
    .map((summary) => ({ summary, key: keyOf(summary) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) {
        return Number(a.key === undefined) - Number(b.key === undefined)
      }
      return sign * compare(a.key, b.key)
    })
    .map(({ summary }) => summary)
}

function compareKeys(a: string | number, b: string | number): number {
  return a < b ? -1 : Number(a > b)
}

/** By pinyin, and «第2期» before «第10期». */
function compareNames(a: string | number, b: string | number): number {
  return collator.compare(String(a), String(b))
}
