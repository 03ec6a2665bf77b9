import { AppError } from '@/domain/appError'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { isObject } from '@/domain/evaluation/plainData'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { checksumOf, textChecksum } from './checksum'
import type { EvaluationRow, SummaryRow } from './database'

/** Row with its checksum, ready to be written. */
export function sealEvaluation(content: Omit<EvaluationRow, 'checksum'>): EvaluationRow {
  return { ...content, checksum: checksumOf(content) }
}

/** A flipped byte can leave anything in place of a row, even nothing. */
export function isEvaluationIntact(row: EvaluationRow): boolean {
  if (!isObject(row)) return false
  const { checksum, ...content } = row
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

/** Of the JSON of a summary, in the order in which its fields were written. */
export const summaryChecksum = (summary: EvaluationSummary): number =>
  textChecksum(JSON.stringify(summary))

export const sealSummary = (summary: EvaluationSummary, seq: number): SummaryRow => ({
  id: summary.id,
  seq,
  summary,
  checksum: summaryChecksum(summary),
})

export const isSummaryIntact = (row: SummaryRow): boolean =>
  isObject(row) && isObject(row.summary) && summaryChecksum(row.summary) === row.checksum
