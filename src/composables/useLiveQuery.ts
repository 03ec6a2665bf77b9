import { liveQuery } from 'dexie'
import {
  type MaybeRefOrGetter,
  onScopeDispose,
  type ShallowRef,
  shallowRef,
  toValue,
  watch,
} from 'vue'

export interface LiveQuery<T> {
  /** `undefined` until the first result for the current parameter has arrived. */
  readonly data: Readonly<ShallowRef<T | undefined>>
  /** What the last run threw. `data` keeps the result before it. */
  readonly error: Readonly<ShallowRef<unknown>>
}

/**
 * Keeps `data` equal to the result of a Dexie query, whichever tab changes it.
 *
 * Results are shallow: rows are plain objects, so they can be handed back to storage unchanged. The
 * subscription ends with the surrounding effect scope (component, store or test).
 *
 * @param parameter what the query depends on; when it changes, the query begins anew.
 * @param start called once for each parameter; the query it returns runs at every change of what it
 *   has read, and must await Dexie calls only. Between runs it may remember what it knows.
 */
export function useLiveQuery<P, T>(
  parameter: MaybeRefOrGetter<P>,
  start: (parameter: P) => () => T | Promise<T>,
): LiveQuery<T> {
  const data = shallowRef<T>()
  const error = shallowRef<unknown>()
  let unsubscribe = (): void => undefined

  watch(
    () => toValue(parameter),
    (current) => {
      unsubscribe()
      data.value = undefined
      error.value = undefined
      const subscription = liveQuery(start(current)).subscribe({
        next: (result) => {
          data.value = result
          error.value = undefined
        },
        error: (reason) => {
          error.value = reason
        },
      })
      unsubscribe = () => subscription.unsubscribe()
    },
    { immediate: true },
  )
  onScopeDispose(() => unsubscribe())

  return { data, error }
}
