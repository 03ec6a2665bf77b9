import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { placesChecksum, textChecksum } from './checksum'
import type { AppDatabase, SummaryPackRow } from './database'
import { readSummaryRuns, type SummaryRuns, writeSummaryRuns } from './summaryRuns'
import { writeTransaction } from './writeGuard'

/** All summaries as a list knew them when it had read as far as `seq`. */
export interface PackedSummaries {
  summaries: ReadonlyMap<string, EvaluationSummary>
  seq: number
  removedSeq: number
}

/** Summaries in one pack: reading so many back takes about one frame. */
const PACK_SIZE = 250

/** 1 was a list of summaries as JSON, 2 words and numbers as JSON. */
const FORMAT = 3

const checksumOf = ({ values, places }: Pick<SummaryPackRow, 'values' | 'places'>): number =>
  placesChecksum(places, textChecksum(values))

/** What is damaged may have lost its type too. */
const isReadable = (row: SummaryPackRow): boolean =>
  row.format === FORMAT &&
  typeof row.values === 'string' &&
  (row.places instanceof Uint16Array || row.places instanceof Uint32Array) &&
  row.checksum === checksumOf(row)

/**
 * The summaries as they were packed, or `undefined` when there are no packs, one is missing, damaged
 * or of another format: then the rows themselves are read. Each pack is a task of its own, so that the page goes on.
 */
export async function readPacks(db: AppDatabase): Promise<PackedSummaries | undefined> {
  const summaries = new Map<string, EvaluationSummary>()
  const take = (row: SummaryPackRow | undefined): SummaryPackRow | undefined => {
    if (!row || !isReadable(row)) return undefined
    const values = JSON.parse(row.values) as SummaryRuns['values']
    const unpacked = readSummaryRuns({ values, places: row.places })
    for (const summary of unpacked) summaries.set(summary.id, summary)
    return row
  }
  const rows = await db.transaction('r', db.summaryPacks, async () => {
    const ids = await db.summaryPacks.toCollection().primaryKeys()
    return Promise.all(ids.map((id) => db.summaryPacks.get(id).then(take)))
  })
  const [first] = rows
  if (!first) return undefined
  const { seq, removedSeq, of } = first
  const belongs = rows.every((row) => row?.seq === seq && row.of === of)
  return belongs && rows.length === of ? { summaries, seq, removedSeq } : undefined
}

/**
 * Packs the summaries of a list anew, so that the next start reads forty rows instead of ten thousand.
 * Packs are derived of derived data: nothing is lost without them, and what was written after `seq` is
 * always read from its row.
 *
 * @param pause called between packs, so that packing holds up no page.
 */
export async function writePacks(
  db: AppDatabase,
  { summaries, seq, removedSeq }: PackedSummaries,
  pause: () => Promise<unknown>,
): Promise<void> {
  const all = [...summaries.values()]
  const of = Math.ceil(all.length / PACK_SIZE)
  const rows: SummaryPackRow[] = []
  for (let id = 0; id < of; id += 1) {
    await pause()
    const packed = writeSummaryRuns(all.slice(id * PACK_SIZE, (id + 1) * PACK_SIZE))
    const content = { values: JSON.stringify(packed.values), places: packed.places }
    const checksum = checksumOf(content)
    rows.push({ id, of, seq, removedSeq, format: FORMAT, ...content, checksum })
  }
  await writeTransaction(db, [db.summaryPacks], async () => {
    const known = await db.summaryPacks.get(0)
    // Another tab may have read further and packed already.
    if (known && known.seq > seq) return
    await db.summaryPacks.clear()
    await db.summaryPacks.bulkAdd(rows)
  })
}
