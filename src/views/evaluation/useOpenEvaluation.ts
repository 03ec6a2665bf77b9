import { type MaybeRefOrGetter, onScopeDispose, toValue, watchEffect } from 'vue'
import { useEvaluationStore } from '@/stores/evaluationStore'

/** Keeps one evaluation open in the store for as long as the page shows it. */
export function useOpenEvaluation(id: MaybeRefOrGetter<string | undefined>) {
  const store = useEvaluationStore()
  watchEffect(() => {
    store.open(toValue(id))
  })
  onScopeDispose(() => {
    store.open(undefined)
  })
  return store
}
