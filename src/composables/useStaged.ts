import { onScopeDispose, type ShallowRef, shallowRef, watch } from 'vue'

/**
 * Hands a value on to several readers one after the other, each in a task of its own after the next
 * paint, so that what is worked out from it never blocks the page for long.
 *
 * A newer value starts the round anew; readers keep the former one until it is their turn.
 */
export function useStaged<T>(
  source: () => T,
  initial: T,
  count: number,
): readonly Readonly<ShallowRef<T>>[] {
  const stages = Array.from({ length: count }, () => shallowRef(initial))
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function cancel(): void {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  function handOn(value: T, stage: number): void {
    const next = stages[stage]
    if (!next) return
    next.value = value
    timer = setTimeout(() => {
      handOn(value, stage + 1)
    })
  }

  watch(
    source,
    (value) => {
      cancel()
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => {
          handOn(value, 0)
        })
      })
    },
    { immediate: true },
  )
  onScopeDispose(cancel)

  return stages
}
