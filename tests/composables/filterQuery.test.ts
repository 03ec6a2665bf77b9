import { describe, expect, test } from 'vitest'
import { createSSRApp } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { queryWord, useFilterQuery } from '@/composables/useFilterQuery'

interface Filter {
  text: string
  kind?: string | undefined
}

async function openAt(address: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: {} }],
  })
  await router.push(address)
  const app = createSSRApp({}).use(router)
  const query = app.runWithContext(() =>
    useFilterQuery<Filter>(
      (asked) => ({
        text: queryWord(asked, 'q'),
        kind: queryWord(asked, 'kind') || undefined,
      }),
      ({ text, kind }) => ({ q: text || undefined, kind }),
    ),
  )
  const arrival = () =>
    new Promise<void>((resolve) => {
      router.afterEach((to, from, failure) => {
        if (!failure) resolve()
      })
    })
  return { router, query, arrival }
}

describe('useFilterQuery', () => {
  test.each([
    ['/', { text: '' }, false],
    ['/?q=满意', { text: '满意' }, true],
    ['/?kind=quality', { text: '', kind: 'quality' }, true],
    ['/?q=a&q=b', { text: 'a' }, true],
    ['/?q', { text: '' }, false],
  ])('reads %s', async (address, filter, isFiltered) => {
    const { query } = await openAt(address)
    expect(query.filter.value).toEqual(filter)
    expect(query.isFiltered.value).toBe(isFiltered)
  })

  test('keeps what was typed when a choice follows before the address has', async () => {
    const { router, query, arrival } = await openAt('/')
    const arrived = arrival()
    query.change({ ...query.filter.value, text: '满意' })
    query.change({ ...query.filter.value, kind: 'quality' })
    await arrived
    expect(router.currentRoute.value.query).toEqual({ q: '满意', kind: 'quality' })
  })

  test('takes a choice back with one step, what was typed not by itself', async () => {
    const { router, query, arrival } = await openAt('/')
    for (const next of [{ text: '满' }, { text: '满意' }, { text: '满意', kind: 'quality' }]) {
      const arrived = arrival()
      query.change(next)
      await arrived
    }
    const back = arrival()
    router.back()
    await back
    expect(query.filter.value).toEqual({ text: '满意' })
  })
})
