import { useMediaQuery } from './useMediaQuery'
import { usePrinting } from './usePrinting'
import { computed, type ComputedRef, type MaybeRefOrGetter, toValue, watchEffect } from 'vue'

export type ThemeChoice = 'system' | 'light' | 'dark'

/**
 * Keeps the page's `dark` class equal to the choice, or to the system's while the choice is `system`.
 * Paper is light whatever the choice. The same class is set before the first paint by the script in index.html.
 */
export function useTheme(choice: MaybeRefOrGetter<ThemeChoice>): { isDark: ComputedRef<boolean> } {
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)')
  const isDark = computed(() => {
    const chosen = toValue(choice)
    return chosen === 'system' ? isSystemDark.value : chosen === 'dark'
  })
  const isPrinting = usePrinting()
  // At once: what the charts draw for paper is drawn before the browser lays the page out.
  watchEffect(
    () => {
      document.documentElement.classList.toggle('dark', isDark.value && !isPrinting.value)
    },
    { flush: 'sync' },
  )
  return { isDark }
}
