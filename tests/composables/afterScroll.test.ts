import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { useAfterScroll } from '@/components/evaluationList/useAfterScroll'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function start() {
  const wanted = shallowRef({ of: 'all', start: 0 })
  const scope = effectScope()
  const drawn = scope.run(() => useAfterScroll(wanted, (now, before) => now.of === before.of))!
  return { wanted, drawn, stop: () => scope.stop() }
}

test('what is scrolled to is drawn in the task after, as far as it has come by then', async () => {
  const { wanted, drawn } = start()
  wanted.value = { of: 'all', start: 10 }
  await nextTick()
  expect(drawn.value.start).toBe(0)
  wanted.value = { of: 'all', start: 20 }
  await nextTick()
  await vi.advanceTimersToNextTimerAsync()
  expect(drawn.value.start).toBe(20)
  expect(vi.getTimerCount()).toBe(0)
})

test('other rows are drawn at once, and a draw that waited is off', async () => {
  const { wanted, drawn } = start()
  wanted.value = { of: 'all', start: 10 }
  await nextTick()
  wanted.value = { of: 'filtered', start: 0 }
  await nextTick()
  expect(drawn.value).toEqual({ of: 'filtered', start: 0 })
  expect(vi.getTimerCount()).toBe(0)
})

test('nothing is drawn once the list is gone', async () => {
  const { wanted, drawn, stop } = start()
  wanted.value = { of: 'all', start: 10 }
  await nextTick()
  stop()
  await vi.runAllTimersAsync()
  expect(drawn.value.start).toBe(0)
})
