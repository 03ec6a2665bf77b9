import type { AttainmentBand } from '@/domain/evaluation/evaluation'
import type { Severity } from '@/domain/findings/finding'
import type { ScoringIssue } from '@/domain/scoring/evaluationScore'
import type { Target } from '@/domain/target/target'
import type { ColumnId } from './tableColumns'

/**
 * One row as the table shows it: the text of every cell under its column, and what stands beside.
 * Flat and made of primitives, so that a row whose figures did not change is not drawn again.
 */
export interface IndicatorRow extends Record<ColumnId, string> {
  id: string
  /** 三级指标, for labels; the position where it has no name yet. */
  label: string
  /** Rows the cell spans; 0: covered by a cell above. */
  firstLevelSpan: number
  secondLevelSpan: number
  scoreSpan: number
  firstLevelMaxScore: string
  firstLevelScore: string
  firstLevelExpected: string
  firstLevelDifference: string
  secondLevelMaxScore: string
  secondLevelScore: string
  secondLevelExpected: string
  secondLevelDifference: string
  isSubRow: boolean
  targetKind: Target['kind']
  /** How the 指标值 was understood, in words. */
  targetMeaning: string
  isTargetInferred: boolean
  /** Unit an actual value without one takes; '' where there is none. */
  actualUnit: string
  band: AttainmentBand | undefined
  /** 规则分; '' when unscored. */
  computed: string
  issue: ScoringIssue | undefined
  /** Where 得分 stands against 规则分; undefined when equal, or when there is nothing to compare. */
  comparison: 'above' | 'below' | undefined
  /** Whether the 得分 was stated, and does not only repeat the rule's. */
  isDeclared: boolean
  severity: Severity | undefined
  findingCount: number
}

/** Rows that the cell of a column spans in this row; 0: covered by a cell above. */
export function cellSpan(row: IndicatorRow, column: ColumnId): number {
  if (column === 'firstLevel') return row.firstLevelSpan
  if (column === 'secondLevel') return row.secondLevelSpan
  return column === 'maxScore' || column === 'score' ? row.scoreSpan : 1
}
