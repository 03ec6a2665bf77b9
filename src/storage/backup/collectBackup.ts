import { AppError } from '@/domain/appError'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import type { EvaluationBranch } from '@/domain/merge/branch'
import { isAttachmentIntact } from '../attachments'
import { openEvaluation } from '../evaluationRow'
import { type AppDatabase, SCHEMA_VERSION } from '../database'
import { listProfileRows } from '../profileCommands'
import { ledgerIdOf } from '../rectificationCommands'
import { listSettings } from '../settings'
import { toAppError } from '../toAppError'
import type { BackupContent } from './backupContent'

/** What a backup says of itself. */
export interface BackupOrigin {
  appVersion: string
  /** ISO instant */
  createdAt: string
  createdBy: string
}

/**
 * Reads what a backup holds, in one transaction: a state that really was.
 *
 * @param evaluationIds only these, as a package for a colleague; absent: everything.
 * @throws AppError `record-damaged` when an evaluation or a file cannot be trusted.
 * @throws AppError `storage-failed` | `storage-frozen`
 */
export async function collectBackup(
  db: AppDatabase,
  origin: BackupOrigin,
  evaluationIds?: readonly string[],
): Promise<BackupContent> {
  try {
    return await collect(db, origin, evaluationIds)
  } catch (error) {
    throw toAppError(error)
  }
}

function collect(
  db: AppDatabase,
  origin: BackupOrigin,
  evaluationIds: readonly string[] | undefined,
): PromiseLike<BackupContent> {
  const { evaluations, history, profiles, settings, attachments, meta } = db
  const tables = [evaluations, history, profiles, settings, attachments, meta]
  return db.transaction('r', tables, async () => {
    const [rows, profileRows, seq, databaseId] = await Promise.all([
      evaluationIds ? evaluations.bulkGet([...evaluationIds]) : evaluations.toArray(),
      listProfileRows(db),
      meta.get('seq'),
      meta.get('databaseId'),
    ])
    const records = rows.flatMap((row) => (row === undefined ? [] : [openEvaluation(row)]))
    const ids = records.map(({ id }) => id)
    const histories = await readHistories(db, evaluationIds && [...ids, ...ids.map(ledgerIdOf)])
    const branches = records.map((record): EvaluationBranch => ({
      record,
      history: histories.get(record.id) ?? [],
    }))
    const used = new Set(records.map(({ profileId }) => profileId))
    const known = new Set(records.map(({ id }) => id))
    const kept = profileRows.filter(({ id }) => !evaluationIds || used.has(id))
    const wanted = new Set(
      records.flatMap((record) => record.supportingDocuments.map(({ sha256 }) => sha256)),
    )
    // A backup takes what undo can bring back as well: evidence taken off a list, or with its evaluation.
    const files = evaluationIds
      ? await attachments
          .where('sha256')
          .anyOf([...wanted])
          .toArray()
      : await attachments.toArray()
    if (!files.every(isAttachmentIntact)) throw new AppError('record-damaged')
    return {
      ...origin,
      kind: evaluationIds ? 'package' : 'full',
      schemaVersion: SCHEMA_VERSION,
      databaseId: String(databaseId?.value ?? ''),
      seq: Number(seq?.value ?? 0),
      evaluations: branches,
      removed: [...histories].flatMap(([id, entries]) => (known.has(id) ? [] : [entries])),
      profiles: kept.map(({ profile }) => profile),
      removedProfileIds: [...new Set(kept.filter((row) => row.isRemoved).map(({ id }) => id))],
      files: files.map(({ sha256, bytes, mediaType }) => ({ sha256, bytes, mediaType })),
      ...(!evaluationIds && { settings: await listSettings(db) }),
    }
  })
}

async function readHistories(
  db: AppDatabase,
  ids: readonly string[] | undefined,
): Promise<Map<string, HistoryEntry[]>> {
  const entries = ids
    ? (await Promise.all(ids.map((id) => entriesOf(db, id)))).flat()
    : await db.history.orderBy('[evaluationId+sequence]').toArray()
  const histories = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const history = histories.get(entry.evaluationId)
    if (history) history.push(entry)
    else histories.set(entry.evaluationId, [entry])
  }
  return histories
}

const entriesOf = (db: AppDatabase, id: string) =>
  db.history.where('[evaluationId+sequence]').between([id, 0], [id, Infinity]).toArray()
