import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { queryWord, useFilterQuery } from '@/composables/useFilterQuery'
import { SECOND_LEVELS } from '@/domain/indicator/levels'
import type { LibraryFilter } from '@/domain/library/searchLibrary'
import { SECTORS } from '@/domain/library/sector'

/** What an address asks for; what is not understood is as if it were not there. */
export function parseLibraryQuery(query: LocationQuery): LibraryFilter {
  return {
    text: queryWord(query, 'q'),
    sector: SECTORS.find((each) => each === queryWord(query, 'sector')),
    secondLevel: SECOND_LEVELS.find((each) => each === queryWord(query, 'kind')),
    isQuantified: queryWord(query, 'quantified') === '1',
  }
}

const writeLibraryQuery = (filter: LibraryFilter): LocationQueryRaw => ({
  q: filter.text || undefined,
  sector: filter.sector,
  kind: filter.secondLevel,
  quantified: filter.isQuantified ? '1' : undefined,
})

/** The filter of the library; it lives in the address. */
export const useLibraryQuery = () => useFilterQuery(parseLibraryQuery, writeLibraryQuery)
