/** One modifier of a property list: its code and where its operand lies ([MS-DOC] 2.6). */
export interface DocProperty {
  code: number
  operand: Uint8Array
}

const TABLE_DEFINITION = 0xd608
const FIXED_SIZES = [1, 1, 2, 4, 2, 2, 0, 3]

/** The modifiers of a property list; a list that is cut off ends early. */
export function* docProperties(list: Uint8Array): Generator<DocProperty> {
  let at = 0
  while (at + 2 <= list.length) {
    const code = (list[at] ?? 0) | ((list[at + 1] ?? 0) << 8)
    at += 2
    const kind = code >> 13
    let size = FIXED_SIZES[kind] ?? 1
    if (code === TABLE_DEFINITION) {
      size = ((list[at] ?? 0) | ((list[at + 1] ?? 0) << 8)) - 1
      at += 2
    } else if (kind === 6) {
      size = list[at] ?? 0
      at += 1
    }
    if (size < 0) return
    yield { code, operand: list.subarray(at, at + size) }
    at += size
  }
}

/** Properties of one run of bytes in the document stream. */
export interface DocRun {
  from: number
  to: number
  list: Uint8Array
}

const PAGE_BYTES = 512

/**
 * Formatted runs of paragraphs or characters, by their place in the document stream, sorted
 * ([MS-DOC] 2.8.5 and 2.8.6: a table of 512-byte pages).
 */
export function readDocRuns(
  stream: Uint8Array,
  pages: Uint8Array,
  kind: 'paragraph' | 'character',
): DocRun[] {
  const view = new DataView(pages.buffer, pages.byteOffset, pages.byteLength)
  const count = Math.max(0, Math.floor((pages.length - 4) / 8))
  const runs: DocRun[] = []
  for (let index = 0; index < count; index++) {
    const number = view.getUint32((count + 1 + index) * 4, true) & 0x3fffff
    const page = stream.subarray(number * PAGE_BYTES, (number + 1) * PAGE_BYTES)
    if (page.length === PAGE_BYTES) runs.push(...readPage(page, kind))
  }
  return runs.sort((a, b) => a.from - b.from)
}

function readPage(page: Uint8Array, kind: 'paragraph' | 'character'): DocRun[] {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength)
  const count = page[PAGE_BYTES - 1] ?? 0
  const entryBytes = kind === 'paragraph' ? 13 : 1
  const runs: DocRun[] = []
  for (let index = 0; index < count; index++) {
    const entry = (count + 1) * 4 + index * entryBytes
    if (entry >= PAGE_BYTES) break
    const at = (page[entry] ?? 0) * 2
    const from = view.getUint32(index * 4, true)
    const to = view.getUint32((index + 1) * 4, true)
    runs.push({ from, to, list: at === 0 ? page.subarray(0, 0) : listAt(page, at, kind) })
  }
  return runs
}

function listAt(page: Uint8Array, at: number, kind: 'paragraph' | 'character'): Uint8Array {
  const size = page[at] ?? 0
  if (kind === 'character') return page.subarray(at + 1, at + 1 + size)
  // A paragraph's list begins with the number of its style, two bytes.
  if (size !== 0) return page.subarray(at + 3, at + 2 * size)
  return page.subarray(at + 4, at + 2 + 2 * (page[at + 1] ?? 0))
}

/** The run that holds a byte of the document stream. */
export function findDocRun(runs: readonly DocRun[], at: number): DocRun | undefined {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run) return undefined
    if (at < run.from) high = middle - 1
    else if (at >= run.to) low = middle + 1
    else return run
  }
  return undefined
}
