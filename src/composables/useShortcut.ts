import { onScopeDispose } from 'vue'

/** Runs `action` on Ctrl (or ⌘) and a letter, anywhere on the page, instead of what the browser does. */
export function useShortcut(letter: string, action: () => void): void {
  const onKeydown = (event: KeyboardEvent) => {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
    if (!isShortcut || event.key.toLowerCase() !== letter) return
    event.preventDefault()
    action()
  }
  window.addEventListener('keydown', onKeydown)
  onScopeDispose(() => window.removeEventListener('keydown', onKeydown))
}
