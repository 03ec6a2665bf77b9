import { ref, type Ref, type ShallowRef } from 'vue'

/**
 * A panel under a button: Escape closes it and gives the focus back, leaving it closes it.
 *
 * @param root holds the button and the panel; the panel needs `tabindex="-1"`, so that a click on its
 *   ground does not leave it.
 */
export function useMenuPanel(
  root: Readonly<ShallowRef<HTMLElement | null>>,
  button: Readonly<ShallowRef<HTMLElement | null>>,
): {
  isOpen: Ref<boolean>
  close: () => void
  onFocusOut: (event: FocusEvent) => void
} {
  const isOpen = ref(false)

  function close() {
    isOpen.value = false
    button.value?.focus()
  }

  function onFocusOut({ relatedTarget }: FocusEvent) {
    const isInside = relatedTarget instanceof Node && root.value?.contains(relatedTarget)
    if (!isInside) isOpen.value = false
  }

  return { isOpen, close, onFocusOut }
}
