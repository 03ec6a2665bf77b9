import { AppError } from '@/domain/appError'
import { sha256Hex } from './checksum'
import type { AppDatabase, AttachmentRow } from './database'

/**
 * Keeps files that are not here yet; the same content is kept once. Inside a transaction of the kernel.
 * @throws AppError `not-allowed` when a file is not what its name says.
 */
export async function addAttachments(
  db: AppDatabase,
  rows: readonly AttachmentRow[],
): Promise<void> {
  for (const row of rows) {
    if (sha256Hex(row.bytes) !== row.sha256) throw new AppError('not-allowed')
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
  if (!row || sha256Hex(row.bytes) !== sha256) throw new AppError('record-damaged')
  return row
}
