import type { FormReading } from '@/documents/forms/formReading'
import { buildUpdateEdits } from '@/domain/comparison/buildUpdateEdits'
import {
  compareEvaluations,
  type EvaluationComparison,
} from '@/domain/comparison/compareEvaluations'
import type { EvaluationDraft } from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import {
  compareMonth,
  importMonthEdits,
  type MonthComparison,
} from '@/domain/monitoring/importMonth'
import { isMonth } from '@/domain/monitoring/monitoringMonth'
import { requireEvaluation } from '@/storage/evaluationRepository'
import { newId } from '@/storage/newId'
import type { AppStorage } from './appStorage'

/** How a stored evaluation and a draft differ. */
export function compareWithDraft(
  record: EvaluationRecord,
  draft: EvaluationDraft,
): EvaluationComparison | MonthComparison {
  const month = draft.monitoringMonth
  return draft.form === 'monitoring' && isMonth(month)
    ? compareMonth(record, draft, month)
    : compareEvaluations(record, draft)
}

/** Edits of an update: a monitoring form changes its month and nothing else. */
function updateEdits(record: EvaluationRecord, draft: EvaluationDraft): EvaluationEdit[] {
  if (draft.form !== 'monitoring') return buildUpdateEdits(compareEvaluations(record, draft), newId)
  const month = draft.monitoringMonth
  return isMonth(month) ? importMonthEdits(record, draft, month, newId) : []
}

/** An update that was written, with the revision it left. */
export interface DraftUpdate {
  evaluationId: string
  revision: number | undefined
}

/**
 * Writes what a draft changes in a stored evaluation, as one command.
 * @returns `undefined` where it changes nothing. @throws AppError as storing does
 */
export async function updateFromDraft(
  storage: AppStorage,
  evaluationId: string,
  { draft, place }: FormReading,
): Promise<DraftUpdate | undefined> {
  const record = await requireEvaluation(storage.db, evaluationId)
  const edits = updateEdits(record, draft)
  if (edits.length === 0) return undefined
  const { records } = await storage.send({
    type: 'edit',
    evaluationId,
    edits,
    baseRevision: record.revision,
    reason: place,
  })
  return { evaluationId, revision: records[0]?.revision }
}

/** Takes an update back, unless the evaluation was edited since then: that is not ours to take. */
export async function undoUpdate(
  storage: AppStorage,
  { evaluationId, revision }: DraftUpdate,
): Promise<void> {
  const record = await requireEvaluation(storage.db, evaluationId)
  if (record.revision === revision) await storage.send({ type: 'undo', evaluationId })
}
