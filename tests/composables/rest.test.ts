// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { useRest } from '@/composables/useRest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Whether work may go on, as far as time has passed. */
async function start() {
  const scope = effectScope()
  const whenResting = scope.run(useRest)!
  await vi.advanceTimersByTimeAsync(10_000)
  return () => {
    const asked = { isFree: false, stop: () => scope.stop() }
    void whenResting().then(() => (asked.isFree = true))
    return asked
  }
}

test('what can wait goes on at once when nobody does anything', async () => {
  const asked = (await start())()
  await vi.advanceTimersByTimeAsync(50)
  expect(asked.isFree).toBe(true)
})

test.for(['keydown', 'pointerdown', 'wheel', 'change'])('it waits after %s', async (sign) => {
  const ask = await start()
  window.dispatchEvent(new Event(sign))
  const asked = ask()
  await vi.advanceTimersByTimeAsync(1_500)
  window.dispatchEvent(new Event(sign))
  await vi.advanceTimersByTimeAsync(1_500)
  expect(asked.isFree).toBe(false)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked.isFree).toBe(true)
})
