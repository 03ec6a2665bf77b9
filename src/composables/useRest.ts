import { useEventListener } from './useEventListener'

/** So long after the last key, click, choice or turn of the wheel the user is taken to rest. */
const REST_MS = 2_000

const SIGNS = ['keydown', 'pointerdown', 'wheel', 'input', 'change'] as const

/** Safari has no idle callback; a task of its own lets typing and painting go first as well. */
const nextIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve())
    else setTimeout(resolve)
  })

/**
 * For work that can wait. An idle moment between two turns of the wheel is too short for it: what it
 * reads and throws away would hold up the next.
 *
 * @returns resolves when the user rests and the browser has nothing to do.
 */
export function useRest(): () => Promise<void> {
  let lastSign = -REST_MS
  for (const sign of SIGNS) useEventListener(window, sign, () => (lastSign = performance.now()))

  return async function whenResting() {
    for (;;) {
      const left = lastSign + REST_MS - performance.now()
      if (left <= 0) break
      await new Promise((resolve) => setTimeout(resolve, left))
    }
    await nextIdle()
  }
}
