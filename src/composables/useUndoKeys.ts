import { useEventListener } from './useEventListener'

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) for the page; a field that is being written in keeps its own. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  useEventListener(window, 'keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'z' && !event.shiftKey) undo()
    else redo()
  })
}

/** Blanks of the form are fields all the time; they stop the key themselves while they hold letters. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || !target.matches('input, textarea, select')) return false
  return target.closest('.editor.navigate, .form-field') === null
}
