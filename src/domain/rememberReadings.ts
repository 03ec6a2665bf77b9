/**
 * The same function, remembering what it gave for the texts it met: a form repeats a few units and
 * names thousands of times. `read` must depend on its argument alone and return nothing that is
 * changed later. When full it forgets everything, so that foreign files cannot fill the memory.
 *
 * @param read never gives `undefined`; `null` says that there is nothing to read.
 */
export function rememberReadings<Reading>(
  read: (text: string) => Exclude<Reading, undefined>,
  limit = 1000,
): (text: string) => Exclude<Reading, undefined> {
  const known = new Map<string, Exclude<Reading, undefined>>()
  return (text) => {
    const remembered = known.get(text)
    if (remembered !== undefined) return remembered
    if (known.size >= limit) known.clear()
    const reading = read(text)
    known.set(text, reading)
    return reading
  }
}
