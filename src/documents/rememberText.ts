/**
 * The same function, remembering what it said of a text: a form repeats its labels on every row and
 * every sheet. Forgets all when `limit` texts are known, so that it never grows with the document.
 */
export function rememberText<T>(read: (text: string) => T, limit = 4000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T
    const value = read(text)
    if (known.size >= limit) known.clear()
    known.set(text, value)
    return value
  }
}
