import { AppError } from '@/domain/appError'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { isPlan } from '@/domain/evaluation/isPlan'
import { isObject } from '@/domain/evaluation/plainData'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import type { AppDatabase, SummaryRow } from './database'
import { isEvaluationIntact, isSummaryIntact, openEvaluation } from './evaluationRow'
import { readPacks } from './summaryPacks'

/**
 * One evaluation, or `undefined` when there is none. Safe inside a live query.
 * @throws AppError `record-damaged`
 */
export async function getEvaluation(
  db: AppDatabase,
  id: string,
): Promise<EvaluationRecord | undefined> {
  const row = await db.evaluations.get(id)
  return row === undefined ? undefined : openEvaluation(row)
}

/** Those that exist, in the order of the ids. @throws AppError `record-damaged` */
export async function listEvaluations(
  db: AppDatabase,
  ids: readonly string[],
): Promise<EvaluationRecord[]> {
  const rows = await db.evaluations.bulkGet([...ids])
  return rows.flatMap((row) => (row === undefined ? [] : [openEvaluation(row)]))
}

/** All summaries that can be trusted, by id, and how far the list has read. */
export interface SummaryList {
  summaries: ReadonlyMap<string, EvaluationSummary>
  /** Evaluations whose row is damaged: shown as such, never with its figures. */
  damagedIds: readonly string[]
  seq: number
  removedSeq: number
  /** Rows read one by one: the next start would be faster if they were packed (`writePacks`). */
  unpacked: number
}

const EMPTY_LIST: SummaryList = {
  summaries: new Map(),
  damagedIds: [],
  seq: -1,
  removedSeq: 0,
  unpacked: 0,
}

/** Summaries that are read at a time: decoding and checking so many takes about one frame. */
const BATCH = 250

/**
 * Reads the summaries that were written since `known`: after one edit that is one row, not ten
 * thousand. Without `known` it begins with the packs, where there are any. Safe inside a live query.
 */
export async function listSummaries(db: AppDatabase, known?: SummaryList): Promise<SummaryList> {
  if (known) return readOn(db, known)
  // Counting takes as long as unpacking; a row that comes in between is read with all the others.
  const [packed, count] = await Promise.all([readPacks(db), db.summaries.count()])
  if (packed) {
    const list = await readOn(db, { ...packed, damagedIds: [], unpacked: 0 })
    // Packs that know more or less than the rows are not theirs.
    const isWhole = list.summaries.size + list.damagedIds.length === count
    if (isWhole && packed.seq <= list.seq) return list
  }
  return readOn(db, EMPTY_LIST)
}

/** Rows from which packing pays. */
const WORTH_PACKING = 500

/**
 * Whether the next start would gain by `writePacks`. A list with a damaged row is not packed.
 *
 * @param packed `unpacked` of the list that this page has packed already.
 */
export const isWorthPacking = ({ unpacked, damagedIds }: SummaryList, packed = 0): boolean =>
  unpacked - packed >= WORTH_PACKING && damagedIds.length === 0

async function readOn(db: AppDatabase, known: SummaryList): Promise<SummaryList> {
  let { unpacked } = known
  const summaries = new Map(known.summaries)
  const damaged = new Set(known.damagedIds)
  const take = (rows: readonly SummaryRow[]) => {
    unpacked += rows.length
    for (const row of rows) {
      const isIntact = isSummaryIntact(row)
      if (isIntact) summaries.set(row.id, row.summary)
      // Of a row of which nothing is left not even the id is known: it is counted all the same.
      const id = isObject(row) ? row.id : ''
      if (!isIntact) summaries.delete(id)
      damaged[isIntact ? 'delete' : 'add'](id)
    }
  }
  // The counters are asked for before the rows: a row written in between is read twice, never missed.
  const [seq, removedSeq] = await Promise.all([
    db.meta.get('seq'),
    db.meta.get('removedSeq'),
    known.seq < 0
      ? readInBatches(db, take)
      : db.summaries.where('seq').above(known.seq).toArray(take),
  ])
  const removedAt = Number(removedSeq?.value ?? 0)
  if (removedAt > known.removedSeq) {
    const present = new Set(await db.summaries.toCollection().primaryKeys())
    for (const id of summaries.keys()) if (!present.has(id)) summaries.delete(id)
    for (const id of damaged) if (!present.has(id)) damaged.delete(id)
  }
  return {
    summaries,
    damagedIds: [...damaged],
    seq: Number(seq?.value ?? 0),
    removedSeq: removedAt,
    unpacked,
  }
}

/**
 * Hands over all summaries batch by batch. All batches are asked for at once, so that the browser
 * reads on while the page decodes and checks, and no single task holds up the page.
 */
async function readInBatches(
  db: AppDatabase,
  take: (rows: readonly SummaryRow[]) => void,
): Promise<void> {
  await db.transaction('r', db.summaries, async () => {
    const ids = await db.summaries.toCollection().primaryKeys()
    const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, batch) =>
      db.summaries
        .where(':id')
        .between(ids[batch * BATCH], ids[Math.min((batch + 1) * BATCH, ids.length) - 1], true, true)
        .toArray(take),
    )
    await Promise.all(batches)
  })
}

/** What the findings of one evaluation are compared with. */
export interface RelatedEvaluations {
  /** Of the same unit and year. */
  others: Evaluation[]
  /** The target table of the same project and year. */
  targetTable?: Evaluation
}

/** Documents of one unit and year that are read for comparison; a unit has dozens of projects. */
const MAX_OTHERS = 300

/** Reads what an evaluation is compared with; a damaged neighbour is left out. Safe inside a live query. */
export async function listRelated(
  db: AppDatabase,
  of: Pick<Evaluation, 'id' | 'form' | 'implementingUnit' | 'fiscalYear' | 'projectKey'>,
): Promise<RelatedEvaluations> {
  const { id, form, implementingUnit, fiscalYear, projectKey } = of
  const [unitIds, projectIds] = await Promise.all([
    implementingUnit === undefined || fiscalYear === undefined
      ? []
      : db.summaries
          .where('[summary.implementingUnit+summary.fiscalYear]')
          .equals([implementingUnit, fiscalYear])
          .limit(MAX_OTHERS)
          .primaryKeys(),
    projectKey === undefined
      ? []
      : db.summaries.where('summary.projectKey').equals(projectKey).primaryKeys(),
  ])
  const isOther = (other: string) => other !== id
  const others = await listIntactEvaluations(db, unitIds.filter(isOther))
  if (isPlan(form)) return { others }
  const ofProject = await listIntactEvaluations(db, projectIds.filter(isOther))
  const targetTable = ofProject.find(
    (other) => isPlan(other.form) && other.fiscalYear === fiscalYear,
  )
  return targetTable ? { others, targetTable } : { others }
}

/** Those that exist and are intact, in the order of the ids. Safe inside a live query. */
export async function listIntactEvaluations(
  db: AppDatabase,
  ids: readonly string[],
): Promise<EvaluationRecord[]> {
  const rows = await db.evaluations.bulkGet([...ids])
  return rows.flatMap((row) => (row && isEvaluationIntact(row) ? [row.record] : []))
}

/** @throws AppError `record-damaged` when the evaluation is not there. */
export async function requireEvaluation(db: AppDatabase, id: string): Promise<EvaluationRecord> {
  const record = await getEvaluation(db, id)
  if (!record) throw new AppError('record-damaged')
  return record
}

/** All evaluations of one project that are intact. Safe inside a live query. */
export async function listProject(
  db: AppDatabase,
  projectKey: string,
): Promise<EvaluationRecord[]> {
  const ids = await db.summaries.where('summary.projectKey').equals(projectKey).primaryKeys()
  return listIntactEvaluations(db, ids)
}
