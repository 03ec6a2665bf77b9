import { useEventListener } from './useEventListener'

/** Runs `action` on Ctrl (or ⌘) and a letter, anywhere on the page, instead of what the browser does. */
export function useShortcut(letter: string, action: () => void): void {
  useEventListener(window, 'keydown', (event) => {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
    if (!isShortcut || event.key.toLowerCase() !== letter) return
    event.preventDefault()
    action()
  })
}
