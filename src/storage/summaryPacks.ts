import type { SecondLevel } from '@/domain/indicator/levels'
import type { EvaluationSummary, IndicatorSummary } from '@/domain/summary/evaluationSummary'
import { textChecksum } from './checksum'
import type { AppDatabase, SummaryPackRow } from './database'
import { writeTransaction } from './writeGuard'

/** All summaries as a list knew them when it had read as far as `seq`. */
export interface PackedSummaries {
  summaries: ReadonlyMap<string, EvaluationSummary>
  seq: number
  removedSeq: number
}

/** Summaries in one pack: reading so many back takes about one frame. */
const PACK_SIZE = 250

const isIntact = ({ text, checksum }: SummaryPackRow): boolean => textChecksum(text) === checksum

/** A summary as JSON keeps it: a score that is absent is `null` in a tuple. */
type PackedSummary = Omit<EvaluationSummary, 'indicators'> & {
  indicators: [name: string, kind: SecondLevel, ...points: (number | null)[]][]
}

/** What is absent is `undefined` again, never 0. */
function unpack(text: string): EvaluationSummary[] {
  return (JSON.parse(text) as PackedSummary[]).map((summary) => ({
    ...summary,
    indicators: summary.indicators.map(
      ([name, kind, maxScore, computed, declared]): IndicatorSummary => [
        name,
        kind,
        maxScore ?? undefined,
        computed ?? undefined,
        declared ?? undefined,
      ],
    ),
  }))
}

/**
 * The summaries as they were packed, or `undefined` when there are no packs, one is missing or one is
 * damaged: then the rows themselves are read. Each pack is a task of its own, so that the page goes on.
 */
export async function readPacks(db: AppDatabase): Promise<PackedSummaries | undefined> {
  const summaries = new Map<string, EvaluationSummary>()
  const take = (row: SummaryPackRow | undefined): SummaryPackRow | undefined => {
    if (!row || !isIntact(row)) return undefined
    for (const summary of unpack(row.text)) summaries.set(summary.id, summary)
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
    const text = JSON.stringify(all.slice(id * PACK_SIZE, (id + 1) * PACK_SIZE))
    rows.push({ id, of, seq, removedSeq, text, checksum: textChecksum(text) })
  }
  await writeTransaction(db, [db.summaryPacks], async () => {
    const known = await db.summaryPacks.get(0)
    // Another tab may have read further and packed already.
    if (known && known.seq > seq) return
    await db.summaryPacks.clear()
    await db.summaryPacks.bulkAdd(rows)
  })
}
