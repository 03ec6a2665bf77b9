import { onScopeDispose, readonly, type Ref, shallowRef } from 'vue'

/** True from before the browser lays the page out for paper until it is back on screen. */
export function usePrinting(): Readonly<Ref<boolean>> {
  const isPrinting = shallowRef(false)
  const onBefore = () => {
    isPrinting.value = true
  }
  const onAfter = () => {
    isPrinting.value = false
  }
  window.addEventListener('beforeprint', onBefore)
  window.addEventListener('afterprint', onAfter)
  onScopeDispose(() => {
    window.removeEventListener('beforeprint', onBefore)
    window.removeEventListener('afterprint', onAfter)
  })
  return readonly(isPrinting)
}
