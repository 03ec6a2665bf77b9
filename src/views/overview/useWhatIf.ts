import { computed, type ComputedRef, shallowRef, type ShallowRef, watch } from 'vue'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useProfileStore } from '@/stores/profileStore'

export interface WhatIfSubject {
  evaluation: EvaluationRecord
  profile: ScoringProfile
  /** 规则分 totals of the others shown, 分. */
  otherTotals: number[]
}

/** The evaluation that is tried out beside the overview: loaded on demand, never written. */
export function useWhatIf(shown: () => readonly EvaluationSummary[]): {
  subject: ComputedRef<WhatIfSubject | undefined>
  chosenId: ShallowRef<string | undefined>
} {
  const list = useEvaluationListStore()
  const profiles = useProfileStore()
  const chosenId = shallowRef<string>()
  const record = shallowRef<EvaluationRecord>()

  watch(chosenId, async (id) => {
    record.value = undefined
    if (id === undefined) return
    const [loaded] = await list.load([id])
    if (chosenId.value === id) record.value = loaded
  })

  const subject = computed(() => {
    const evaluation = record.value
    const profile = evaluation && profiles.find(evaluation.profileId, evaluation.profileVersion)
    if (!evaluation || !profile) return undefined
    const otherTotals = shown().flatMap(({ id, scores }) =>
      id === evaluation.id || scores.computed.total === undefined ? [] : [scores.computed.total],
    )
    return { evaluation, profile, otherTotals }
  })

  return { subject, chosenId }
}
