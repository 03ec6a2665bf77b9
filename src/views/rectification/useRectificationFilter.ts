import { computed, type ComputedRef, shallowRef, watch } from 'vue'
import { type LocationQuery, useRoute, useRouter } from 'vue-router'
import type { RectificationLine } from '@/components/rectification/rectificationLine'
import {
  filterRectifications,
  type RectificationFilter,
} from '@/domain/rectification/filterRectifications'
import { RECTIFICATION_STATES } from '@/domain/rectification/rectification'

const wordOf = (query: LocationQuery, key: string): string =>
  [query[key]].flat().find((value) => typeof value === 'string') ?? ''

/** What an address asks for; what is not understood is as if it were not there. */
export function parseRectificationQuery(query: LocationQuery): RectificationFilter {
  const state = RECTIFICATION_STATES.find((each) => each === wordOf(query, 'state'))
  const unit = wordOf(query, 'unit')
  return {
    text: wordOf(query, 'q'),
    ...(state && { state }),
    ...(unit !== '' && { unit }),
    ...(wordOf(query, 'overdue') === '1' && { isOverdue: true }),
  }
}

/** The filter of the ledger over all evaluations; it lives in the address. */
export function useRectificationFilter(lines: ComputedRef<readonly RectificationLine[]>) {
  const route = useRoute()
  const router = useRouter()
  const filter = shallowRef(parseRectificationQuery(route.query))
  watch(
    () => route.query,
    (query) => (filter.value = parseRectificationQuery(query)),
  )

  function change(next: RectificationFilter) {
    const { text, state, unit, isOverdue } = next
    const query = { q: text || undefined, state, unit, overdue: isOverdue ? '1' : undefined }
    const isTyping = text !== filter.value.text
    // Before the address has followed, so that the next choice builds on this one.
    filter.value = next
    void router[isTyping ? 'replace' : 'push']({ query })
  }

  return {
    filter,
    change,
    matching: computed(() => filterRectifications(lines.value, filter.value)),
    units: computed(() =>
      [...new Set(lines.value.map(({ unit }) => unit))]
        .filter((unit) => unit !== '')
        .sort((a, b) => a.localeCompare(b, 'zh-CN')),
    ),
    isFiltered: computed(() => {
      const { text, state, unit, isOverdue } = filter.value
      return text !== '' || state !== undefined || unit !== undefined || isOverdue === true
    }),
  }
}
