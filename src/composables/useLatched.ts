import { ref, type Ref, watch } from 'vue'

/** True from the first time `source` is: what a dialog needs is fetched when it is first opened. */
export function useLatched(source: () => boolean): Readonly<Ref<boolean>> {
  const latched = ref(source())
  watch(
    source,
    (isOpen) => {
      if (isOpen) latched.value = true
    },
    { flush: 'sync' },
  )
  return latched
}
