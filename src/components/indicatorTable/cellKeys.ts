/** Enter alone or with Shift; with Ctrl, Alt or Meta it is a command of the table. */
export const isPlainEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey

/**
 * Whether the text of the cell goes back to what is stored: Esc, and Ctrl+Z on a text that was
 * refused. Refusing it was the user's last step, though nothing was stored.
 */
export function takesBack(event: KeyboardEvent, isTyping: boolean, isRefused: boolean): boolean {
  if (event.key === 'Escape') return isTyping || isRefused
  const isUndo =
    (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
  return isUndo && isRefused && !isTyping
}
