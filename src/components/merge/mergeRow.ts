import type { MergeKind } from '@/domain/merge/planMerge'

/** One evaluation of a package in the reader's words. */
export interface MergeRow {
  id: string
  name: string
  /** "2024 年 · 区大数据中心" */
  detail: string
  kind: MergeKind
  /** What merging does, or why it cannot be merged. */
  explanation: string
  /** Fields taken from the other side without asking. */
  taken: number
  differences: MergeDifference[]
  /** Two whole evaluations to choose from, not single fields. */
  isWhole: boolean
  isOffered: boolean
  isIncluded: boolean
  isDecided: boolean
  whole: 'mine' | 'theirs' | undefined
  reason: string
}

/** One field on both sides. */
export interface MergeDifference {
  key: string
  subject: string
  base: string
  mine: string
  mineBy: string
  theirs: string
  theirsBy: string
  /** `undefined`: not chosen yet. */
  kept: 'mine' | 'theirs' | undefined
}
