import { computed, type ComputedRef } from 'vue'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { RectificationLine } from '@/components/rectification/rectificationLine'
import { queryWord, useFilterQuery } from '@/composables/useFilterQuery'
import {
  filterRectifications,
  type RectificationFilter,
} from '@/domain/rectification/filterRectifications'
import { RECTIFICATION_STATES } from '@/domain/rectification/rectification'

/** What an address asks for; what is not understood is as if it were not there. */
export function parseRectificationQuery(query: LocationQuery): RectificationFilter {
  return {
    text: queryWord(query, 'q'),
    state: RECTIFICATION_STATES.find((each) => each === queryWord(query, 'state')),
    unit: queryWord(query, 'unit') || undefined,
    isOverdue: queryWord(query, 'overdue') === '1',
  }
}

const writeRectificationQuery = (filter: RectificationFilter): LocationQueryRaw => ({
  q: filter.text || undefined,
  state: filter.state,
  unit: filter.unit,
  overdue: filter.isOverdue ? '1' : undefined,
})

/** The filter of the ledger over all evaluations; it lives in the address. */
export function useRectificationFilter(lines: ComputedRef<readonly RectificationLine[]>) {
  const query = useFilterQuery(parseRectificationQuery, writeRectificationQuery)
  return {
    ...query,
    matching: computed(() => filterRectifications(lines.value, query.filter.value)),
    units: computed(() =>
      [...new Set(lines.value.map(({ unit }) => unit))]
        .filter((unit) => unit !== '')
        .sort((a, b) => a.localeCompare(b, 'zh-CN')),
    ),
  }
}
