import { AppError } from '@/domain/appError'
import type { KeyValueStore } from '../browserStorage'
import { checksumOf } from '../checksum'
import { type CommandJournal, makeCommandJournal } from '../commandJournal'
import { type AppDatabase, declareDatabase } from '../database'
import { newDatabaseName, readPointer, writePointer } from '../databasePointer'
import { sealEvaluation, sealSummary } from '../evaluationRow'
import { headOf, headRow } from '../historyHeads'
import { newId } from '../newId'
import { getProfile, sealProfile } from '../profileCommands'
import { requireRecordShape } from '../recordSchema'
import { writeSentinel } from '../sentinel'
import { summariseRecord } from '../summariseRecord'
import { toAppError } from '../toAppError'
import { writeTransaction } from '../writeGuard'
import type { BackupContent } from './backupContent'
import { collectBackup } from './collectBackup'
import { countsOf } from './writeBackup'

/** Evaluations in one transaction. */
const CHUNK = 200

export interface RestoreOptions {
  browserStorage: KeyValueStore
  /** 0–1 */
  onProgress?: (done: number) => void
  signal?: AbortSignal
}

/**
 * Restores a full backup into a new database and, once every byte of it has been read back and found
 * equal, turns the pointer to it. The database in use before stays as it was, under its own name; until
 * the pointer turns, nothing has changed. What a rescue holds beside its content is carried out
 * at the next start. The page has to be loaded anew afterwards.
 *
 * @returns name of the new database.
 * @throws AppError `backup-not-readable` for a package, or when it does not read back equal.
 * @throws AppError `storage-full` | `storage-failed`: the old database stays in use.
 * @throws DOMException `AbortError` when cancelled.
 */
export async function restoreBackup(
  content: BackupContent,
  { browserStorage, onProgress, signal }: RestoreOptions,
): Promise<string> {
  if (content.kind !== 'full') throw new AppError('backup-not-readable')
  const name = newDatabaseName()
  const db = declareDatabase(name)
  try {
    await db.open()
    await fillDatabase(db, content, { onProgress, signal })
    const databaseId = newId()
    await requireEqual(db, content)
    await activate(db, databaseId, content.seq)
    db.close({ disableAutoOpen: true })
    journalUnsaved(content, makeCommandJournal(browserStorage, name))
    writeSentinel(browserStorage, name, { databaseId, seq: content.seq })
    turnPointer(browserStorage, name)
    return name
  } catch (error) {
    // Half a restore is nobody's data: it never comes into use, even where it cannot be deleted.
    await db.delete({ disableAutoOpen: true }).catch(() => undefined)
    signal?.throwIfAborted()
    throw toAppError(error)
  }
}

/**
 * Puts what a rescue found not to be on disk into the journal of the new database: the next start
 * carries it out, or says what it refuses. A command that had come through after all stands in the
 * histories and is passed over; one that the journal cannot hold stays in the file.
 */
function journalUnsaved(
  { unsaved = [], evaluations, removed }: BackupContent,
  journal: CommandJournal,
): void {
  const histories = [...evaluations.map(({ history }) => history), ...removed]
  const known = new Set(histories.flat().map(({ commandId }) => commandId))
  for (const command of unsaved) if (!known.has(command.commandId)) journal.add(command)
}

/** @throws AppError `storage-full` when the pointer still names the old database. */
function turnPointer(browserStorage: KeyValueStore, name: string): void {
  const installId = readPointer(browserStorage)?.installId ?? newId()
  writePointer(browserStorage, { installId, name })
  const turned = readPointer(browserStorage)
  // Without a pointer the database that came into use last is found by itself.
  if (turned && turned.name !== name) throw new AppError('storage-full')
}

async function fillDatabase(
  db: AppDatabase,
  content: BackupContent,
  {
    onProgress,
    signal,
  }: { onProgress: RestoreOptions['onProgress']; signal: RestoreOptions['signal'] },
): Promise<void> {
  const { evaluations, removed, profiles, files, settings = {} } = content
  const removedIds = new Set(content.removedProfileIds)
  const tables = [db.profiles, db.settings, db.attachments, db.history, db.meta]
  await writeTransaction(db, tables, async () => {
    await db.profiles.bulkAdd(
      profiles.map((profile) =>
        sealProfile({
          id: profile.id,
          version: profile.version,
          profile,
          ...(removedIds.has(profile.id) && { isRemoved: true as const }),
        }),
      ),
    )
    await db.settings.bulkPut(Object.entries(settings).map(([key, value]) => ({ key, value })))
    await db.attachments.bulkAdd([...files])
    await db.history.bulkAdd(removed.flat())
    await db.meta.bulkPut(
      removed.map((entries) => headRow(entries[0]?.evaluationId ?? '', headOf(entries))),
    )
  })
  for (let start = 0; start < evaluations.length; start += CHUNK) {
    signal?.throwIfAborted()
    await addEvaluations(db, evaluations.slice(start, start + CHUNK), content.seq)
    onProgress?.(Math.min(1, (start + CHUNK) / evaluations.length))
  }
}

function addEvaluations(
  db: AppDatabase,
  evaluations: BackupContent['evaluations'],
  seq: number,
): PromiseLike<void> {
  const tables = [db.evaluations, db.summaries, db.history, db.profiles]
  return writeTransaction(db, tables, async () => {
    for (const { record, history } of evaluations) {
      requireRecordShape(record)
      const last = history.at(-1)
      const head = { historyLength: history.length, historyHead: last?.hash ?? '' }
      const profile = await getProfile(db, record.profileId, record.profileVersion)
      await Promise.all([
        db.evaluations.add(sealEvaluation({ id: record.id, record, ...head })),
        db.summaries.add(sealSummary(summariseRecord(record, profile), seq)),
        db.history.bulkAdd([...history]),
      ])
    }
  })
}

/** Reads everything back and compares it with the backup. */
async function requireEqual(db: AppDatabase, content: BackupContent): Promise<void> {
  const { appVersion, createdAt, createdBy } = content
  const written = await collectBackup(db, { appVersion, createdAt, createdBy })
  const same =
    checksumOf(countsOf(written)) === checksumOf(countsOf(content)) &&
    digest(written) === digest(content)
  if (!same) throw new AppError('backup-not-readable')
}

/** Hash of what was restored, whatever order it came in. Files are checked by their own names. */
const digest = ({ evaluations, removed, profiles, files }: BackupContent): string =>
  checksumOf(
    [
      ...evaluations.map(checksumOf),
      ...removed.map(checksumOf),
      ...profiles.map(checksumOf),
      ...files.map(({ sha256 }) => sha256),
    ].sort(),
  )

function activate(db: AppDatabase, databaseId: string, seq: number): PromiseLike<unknown> {
  return writeTransaction(db, [db.meta], () =>
    db.meta.bulkPut([
      { key: 'databaseId', value: databaseId },
      { key: 'activatedAt', value: new Date().toISOString() },
      { key: 'seq', value: seq },
      { key: 'removedSeq', value: 0 },
    ]),
  )
}
