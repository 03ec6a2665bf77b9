import { onScopeDispose, readonly, type Ref, shallowRef } from 'vue'

/** Follows a media query of the window until the surrounding scope ends. */
export function useMediaQuery(query: string): Readonly<Ref<boolean>> {
  const list = window.matchMedia(query)
  const matches = shallowRef(list.matches)
  const onChange = (event: MediaQueryListEvent) => {
    matches.value = event.matches
  }
  list.addEventListener('change', onChange)
  onScopeDispose(() => {
    list.removeEventListener('change', onChange)
  })
  return readonly(matches)
}
