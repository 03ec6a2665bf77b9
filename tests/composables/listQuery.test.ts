import { describe, expect, test } from 'vitest'
import { createRouter, createMemoryHistory, type LocationQueryRaw } from 'vue-router'
import { defaultOrder, parseListQuery, writeListQuery } from '@/composables/useListQuery'

const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/', component: {} }],
})
const throughAddress = (query: LocationQueryRaw) =>
  router.resolve(router.resolve({ path: '/', query }).fullPath).query

describe('the address of the list', () => {
  test('filter and order come back from the address they were written to', () => {
    const filter = {
      text: '物业 & 运维',
      fiscalYear: 2024,
      units: ['区财政局', 'a=b'],
      grades: ['good', 'none'] as const,
      statuses: ['submitted'] as const,
      severities: ['error'] as const,
      isUnfilled: true,
    }
    const order = { column: 'declared', isDescending: true } as const
    expect(parseListQuery(throughAddress(writeListQuery(filter, order)))).toEqual({ filter, order })
  })

  test('a list as it usually is has no query', () => {
    expect(throughAddress(writeListQuery({ text: '', units: [] }, defaultOrder))).toEqual({})
  })

  test('what an address says and nobody understands is left out', () => {
    const { filter, order } = parseListQuery(
      throughAddress({ year: '二〇二四', grade: ['A', 'poor'], sort: '-constructor', unit: '' }),
    )
    expect(filter.fiscalYear).toBeUndefined()
    expect(filter.grades).toEqual(['poor'])
    expect(filter.units).toEqual([])
    expect(order).toEqual(defaultOrder)
  })
})
