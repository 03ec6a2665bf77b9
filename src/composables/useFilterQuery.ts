import { computed, shallowRef, watch } from 'vue'
import { type LocationQuery, type LocationQueryRaw, useRoute, useRouter } from 'vue-router'

/** The first word that an address gives for a key, '' for none. */
export const queryWord = (query: LocationQuery, key: string): string =>
  [query[key]].flat().find((value) => typeof value === 'string') ?? ''

/**
 * A filter with a field for words that lives in the address. Typing replaces the address; a choice is a
 * step that Back takes back.
 *
 * @param parse what an address asks for
 * @param write its inverse, without what is empty
 */
export function useFilterQuery<Filter extends { text: string }>(
  parse: (query: LocationQuery) => Filter,
  write: (filter: Filter) => LocationQueryRaw,
) {
  const route = useRoute()
  const router = useRouter()
  const filter = shallowRef(parse(route.query))
  watch(
    () => route.query,
    (query) => (filter.value = parse(query)),
  )

  function change(next: Filter) {
    const isTyping = next.text !== filter.value.text
    // Before the address has followed, so that the next choice builds on this one.
    filter.value = next
    void router[isTyping ? 'replace' : 'push']({ query: write(next) })
  }

  return { filter, change, isFiltered: computed(() => Object.values(filter.value).some(Boolean)) }
}
