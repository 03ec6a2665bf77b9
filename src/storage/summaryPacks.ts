import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { textChecksum } from './checksum'
import type { AppDatabase, SummaryPackRow } from './database'
import { readSummaryText, writeSummaryText } from './summaryText'
import { writeTransaction } from './writeGuard'

/** All summaries as a list knew them when it had read as far as `seq`. */
export interface PackedSummaries {
  summaries: ReadonlyMap<string, EvaluationSummary>
  seq: number
  removedSeq: number
}

/** Summaries in one pack: reading so many back takes about one frame. */
const PACK_SIZE = 250

/** 1 was a list of summaries as JSON. */
const FORMAT = 2

const isReadable = ({ format, text, checksum }: SummaryPackRow): boolean =>
  format === FORMAT && textChecksum(text) === checksum

/**
 * The summaries as they were packed, or `undefined` when there are no packs, one is missing, damaged
 * or of another format: then the rows themselves are read. Each pack is a task of its own, so that the page goes on.
 */
export async function readPacks(db: AppDatabase): Promise<PackedSummaries | undefined> {
  const summaries = new Map<string, EvaluationSummary>()
  const take = (row: SummaryPackRow | undefined): SummaryPackRow | undefined => {
    if (!row || !isReadable(row)) return undefined
    for (const summary of readSummaryText(row.text)) summaries.set(summary.id, summary)
    return { ...row, text: '' }
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
    const text = writeSummaryText(all.slice(id * PACK_SIZE, (id + 1) * PACK_SIZE))
    rows.push({ id, of, seq, removedSeq, format: FORMAT, text, checksum: textChecksum(text) })
  }
  await writeTransaction(db, [db.summaryPacks], async () => {
    const known = await db.summaryPacks.get(0)
    // Another tab may have read further and packed already.
    if (known && known.seq > seq) return
    await db.summaryPacks.clear()
    await db.summaryPacks.bulkAdd(rows)
  })
}
