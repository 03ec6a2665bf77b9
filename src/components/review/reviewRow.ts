import type { EditPath } from '@/domain/evaluation/evaluationEdit'

/** One scored row beside its three scores. */
export interface ReviewRow {
  /** Path of its reviewed score. */
  path: EditPath
  name: string
  level: string
  target: string
  actual: string
  maxScore: number | undefined
  computed: string
  declared: string
  reviewed: number | undefined
  reason: string
  /** Computed and declared differ. */
  isDiffering: boolean
  analysis: string
}
