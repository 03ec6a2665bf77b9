import type { DocumentReading, FormReading } from '../documents/forms/formReading'
import type { Grid } from '../documents/grid'

/**
 * Cells, rows and links handed over at a time. A message is taken up in one task of the page: a whole
 * sheet of 50,000 rows would hold it for more than half a second, a slice for a few milliseconds.
 */
const sliceLength = 1_500

/** A stretch of a reading, to be added by `addSlice` in the order in which it was cut. */
export interface ReadingSlice {
  /** Grids and readings that begin here, their lists still blank. */
  grids: Grid[]
  readings: FormReading[]
  /** Elements for the lists of all grids and readings so far; `list` as `longListsOf` counts. */
  elements: { list: number; items: unknown[] }[]
}

/** The lists of a reading that grow with the document. */
function longListsOf({ grids, readings }: DocumentReading): unknown[][] {
  return [
    ...grids.map(({ cells }) => cells),
    ...readings.flatMap(({ draft, links, rowLinks, doubts }) => [
      draft.indicators,
      links,
      rowLinks,
      doubts,
    ]),
  ]
}

const sizeOf = (reading: DocumentReading) =>
  longListsOf(reading).reduce((sum, { length }) => sum + length, 0) +
  reading.grids.length +
  reading.readings.length

function withoutLists({ draft, ...rest }: FormReading): FormReading {
  return { ...rest, draft: { ...draft, indicators: [] }, links: [], rowLinks: [], doubts: [] }
}

function* stretchesOf<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += sliceLength) yield items.slice(at, at + sliceLength)
}

function* cut(reading: DocumentReading): Generator<ReadingSlice> {
  for (const grids of stretchesOf(reading.grids)) {
    yield { grids: grids.map((grid) => ({ ...grid, cells: [] })), readings: [], elements: [] }
  }
  for (const readings of stretchesOf(reading.readings)) {
    yield { grids: [], readings: readings.map(withoutLists), elements: [] }
  }
  let elements: ReadingSlice['elements'] = []
  let room = sliceLength
  for (const [list, items] of longListsOf(reading).entries()) {
    for (let at = 0; at < items.length;) {
      const part = items.slice(at, at + room)
      elements.push({ list, items: part })
      at += part.length
      room -= part.length
      if (room > 0) continue
      yield { grids: [], readings: [], elements }
      elements = []
      room = sliceLength
    }
  }
  if (elements.length > 0) yield { grids: [], readings: [], elements }
}

/**
 * Cuts a reading for its way to the page: the reading without what makes it long, and the slices that
 * bring that. A reading of ordinary length is sent whole, without slices.
 */
export function cutReading(reading: DocumentReading): {
  outline: DocumentReading
  slices: Generator<ReadingSlice> | undefined
} {
  if (sizeOf(reading) <= sliceLength) return { outline: reading, slices: undefined }
  return { outline: { ...reading, grids: [], readings: [] }, slices: cut(reading) }
}

/** Adds the next slice to an outline, which is changed. */
export function addSlice(reading: DocumentReading, slice: ReadingSlice): void {
  reading.grids.push(...slice.grids)
  reading.readings.push(...slice.readings)
  const lists = slice.elements.length === 0 ? [] : longListsOf(reading)
  for (const { list, items } of slice.elements) lists[list]?.push(...items)
}
