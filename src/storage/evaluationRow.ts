import { AppError } from '@/domain/appError'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { checksumOf } from './checksum'
import type { EvaluationRow, SummaryRow } from './database'

/** Row with its checksum, ready to be written. */
export function sealEvaluation(content: Omit<EvaluationRow, 'checksum'>): EvaluationRow {
  return { ...content, checksum: checksumOf(content) }
}

export function isEvaluationIntact({ checksum, ...content }: EvaluationRow): boolean {
  return checksumOf(content) === checksum
}

/**
 * The record of a row.
 * @throws AppError `record-damaged` when the row is not what was written: it must not be shown as valid.
 */
export function openEvaluation(row: EvaluationRow): EvaluationRecord {
  if (!isEvaluationIntact(row)) throw new AppError('record-damaged')
  return row.record
}

/**
 * FNV-1a over the JSON of a summary, in the order in which its fields were written. Finds flipped
 * bytes in ten thousand rows within the time of a list that opens; the documents have SHA-256.
 */
export function summaryChecksum(summary: EvaluationSummary): number {
  const text = JSON.stringify(summary)
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

export const sealSummary = (summary: EvaluationSummary, seq: number): SummaryRow => ({
  id: summary.id,
  seq,
  summary,
  checksum: summaryChecksum(summary),
})

export const isSummaryIntact = ({ summary, checksum }: SummaryRow): boolean =>
  summaryChecksum(summary) === checksum
