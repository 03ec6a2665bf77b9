import { computed, type ComputedRef, shallowRef, watch } from 'vue'

export interface TypedText {
  /** What the field shows: what is being typed, else what is stored. */
  shown: ComputedRef<string>
  onInput: (event: Event) => void
  /** What the field shows is handed on; it stays until what is stored has changed. */
  handOn: () => string
  /** What was typed is given up. */
  forget: () => void
}

/**
 * Keeps what is being typed in a field, whatever the page draws anew meanwhile: a field that only
 * shows what is stored is set back to it with every repaint.
 */
export function useTypedText(stored: () => string): TypedText {
  const typed = shallowRef<string>()
  let isHandedOn = false

  function forget(): void {
    typed.value = undefined
    isHandedOn = false
  }
  watch(stored, () => {
    if (isHandedOn) forget()
  })

  const shown = computed(() => typed.value ?? stored())
  return {
    shown,
    onInput: (event) => {
      typed.value = (event.target as HTMLInputElement | HTMLTextAreaElement).value
      isHandedOn = false
    },
    handOn: () => {
      isHandedOn = true
      return shown.value
    },
    forget,
  }
}
