import { storeToRefs } from 'pinia'
import { computed, type ComputedRef } from 'vue'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { AcceptedFinding } from '@/domain/evaluation/evaluationRecord'
import type { Finding } from '@/domain/findings/finding'
import { findingKey } from '@/domain/findings/findingKey'
import { useEvaluationStore } from '@/stores/evaluationStore'
import { useSettingsStore } from '@/stores/settingsStore'

export interface Findings {
  /** Findings nobody has accepted for these figures. */
  standing: ComputedRef<Finding[]>
  accept: (finding: Finding, reason: string) => void
  withdraw: (key: string) => void
}

/** Findings of the open evaluation, and their acceptance with a reason. */
export function useFindings(
  send: (edits: EvaluationEdit[], reason?: string) => Promise<void>,
): Findings {
  const { record, findings } = storeToRefs(useEvaluationStore())
  const { actor } = storeToRefs(useSettingsStore())

  const accepted = computed(() => record.value?.acceptedFindings ?? [])
  const standing = computed(() => {
    const keys = new Set(accepted.value.map(({ key }) => key))
    return findings.value.filter((finding) => !keys.has(findingKey(finding)))
  })

  const store = (value: readonly AcceptedFinding[], reason?: string) =>
    void send([{ type: 'set', path: ['acceptedFindings'], value }], reason)

  return {
    standing,
    accept: (finding, reason) => {
      const at = new Date().toISOString()
      const entry = { key: findingKey(finding), reason, by: { name: '', ...actor.value }, at }
      store([...accepted.value, entry], reason)
    },
    withdraw: (key) => store(accepted.value.filter((entry) => entry.key !== key)),
  }
}
