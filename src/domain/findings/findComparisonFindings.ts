import { type IndicatorChange, compareEvaluations } from '../comparison/compareEvaluations'
import type { Evaluation } from '../evaluation/evaluation'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { findingOnRow, findingOnTable } from './makeFinding'

/**
 * Group 8, against the 绩效目标表: an indicator of it is missing, another was added, a target was
 * made easier or turned round. Sub-rows follow their row.
 */
export function findComparisonFindings(
  { evaluation, rows }: FindingSubject,
  targetTable: Evaluation | undefined,
): Finding[] {
  if (!targetTable || targetTable.id === evaluation.id) return []
  const rowOf = new Map(rows.map((row) => [row.indicator.id, row]))
  return compareEvaluations(targetTable, evaluation).indicators.flatMap((change) =>
    judgeChange(change, rowOf),
  )
}

function judgeChange(change: IndicatorChange, rowOf: ReadonlyMap<string, SubjectRow>): Finding[] {
  if (change.kind === 'dropped') {
    const { name, target, isSubRow } = change.before
    if (isSubRow) return []
    return [
      findingOnTable(
        'target-dropped',
        `目标表中的“${name}”（${target.raw}）在本表中没有，请补充或说明调整依据`,
        { name, target: target.raw },
      ),
    ]
  }
  const row = rowOf.get(change.after.id ?? '')
  if (!row || row.indicator.isSubRow) return []
  const { raw } = row.indicator.target
  if (change.kind === 'added') {
    return [
      findingOnRow('target-added', row, `目标表中没有这项指标（${raw}），请说明调整依据`, {
        target: raw,
      }),
    ]
  }
  const before = change.before.target.raw
  if (change.target === 'softened') {
    return [
      findingOnRow(
        'target-softened',
        row,
        `指标值比目标表放宽：目标表为 ${before}，本表为 ${raw}，请恢复或说明调整依据`,
        { before, after: raw },
      ),
    ]
  }
  if (change.target === 'turned') {
    return [
      findingOnRow(
        'direction-differs',
        row,
        `指标值为 ${raw}，目标表为 ${before}，方向相反，请统一`,
        { target: raw, otherTarget: before, otherProject: '目标表' },
      ),
    ]
  }
  return []
}
