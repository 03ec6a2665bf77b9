/** Enter alone or with Shift; with Ctrl, Alt or Meta it is a command of the table. */
export const isPlainEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey
