import { computed } from 'vue'
import { type LocationQuery, useRoute, useRouter } from 'vue-router'
import { SECOND_LEVELS } from '@/domain/indicator/levels'
import type { LibraryFilter } from '@/domain/library/searchLibrary'
import { SECTORS } from '@/domain/library/sector'

const wordOf = (query: LocationQuery, key: string): string =>
  [query[key]].flat().find((value) => typeof value === 'string') ?? ''

/** What an address asks for; what is not understood is as if it were not there. */
export function parseLibraryQuery(query: LocationQuery): LibraryFilter {
  const sector = SECTORS.find((each) => each === wordOf(query, 'sector'))
  const secondLevel = SECOND_LEVELS.find((each) => each === wordOf(query, 'kind'))
  return {
    text: wordOf(query, 'q'),
    ...(sector && { sector }),
    ...(secondLevel && { secondLevel }),
    ...(wordOf(query, 'quantified') === '1' && { isQuantified: true }),
  }
}

/** The filter of the library; it lives in the address. Typing replaces it, a choice is a step. */
export function useLibraryQuery() {
  const route = useRoute()
  const router = useRouter()
  const filter = computed(() => parseLibraryQuery(route.query))

  function change({ text, sector, secondLevel, isQuantified }: LibraryFilter) {
    const query = {
      q: text || undefined,
      sector,
      kind: secondLevel,
      quantified: isQuantified ? '1' : undefined,
    }
    void router[text === filter.value.text ? 'push' : 'replace']({ query })
  }

  return { filter, change }
}
