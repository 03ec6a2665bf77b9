import { AppError } from '@/domain/appError'
import { isObject } from '@/domain/evaluation/plainData'
import { sha256Hex } from './checksum'
import type { AppDatabase, AttachmentRow } from './database'

/** A flipped byte can leave anything in place of a row, even nothing. */
export const isAttachmentIntact = (row: AttachmentRow): boolean =>
  isObject(row) && row.bytes instanceof Uint8Array && sha256Hex(row.bytes) === row.sha256

/**
 * Keeps files that are not here yet; the same content is kept once. Inside a transaction of the kernel.
 * @throws AppError `not-allowed` when a file is not what its name says.
 */
export async function addAttachments(
  db: AppDatabase,
  rows: readonly AttachmentRow[],
): Promise<void> {
  for (const row of rows) {
    if (!isAttachmentIntact(row)) throw new AppError('not-allowed')
    if ((await db.attachments.where('sha256').equals(row.sha256).count()) > 0) continue
    await db.attachments.add(row)
  }
}

/**
 * A file of evidence.
 * @throws AppError `record-damaged` when it is gone, or is not what was stored.
 */
export async function readAttachment(db: AppDatabase, sha256: string): Promise<AttachmentRow> {
  const row = await db.attachments.get(sha256)
  if (!row || row.sha256 !== sha256 || !isAttachmentIntact(row)) {
    throw new AppError('record-damaged')
  }
  return row
}
