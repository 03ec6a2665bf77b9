import type { FormReading } from '@/documents/forms/formReading'
import { canEdit } from '@/domain/evaluation/evaluationStatus'
import { isMonth } from '@/domain/monitoring/monitoringMonth'
import { monthOf } from '@/domain/monitoring/monthlyMonitoring'
import type { AppDatabase } from '@/storage/database'
import { requireEvaluation } from '@/storage/evaluationRepository'
import type { Decision, ImportDraft } from './importItem'

/**
 * What becomes of a draft unless the user says otherwise: a new evaluation; nothing where it is empty,
 * repeats another table of the list, or is stored already. A monitoring form goes into its month,
 * unless figures of that month are there already.
 *
 * @throws AppError `record-damaged`
 */
export async function usualDecision(
  db: AppDatabase,
  { draft, repeats }: FormReading,
  { existing, repeatOf }: Pick<ImportDraft, 'existing' | 'repeatOf'>,
): Promise<Decision> {
  const isRepeat = repeats !== undefined || repeatOf !== undefined
  if (isRepeat || draft.indicators.length === 0) return { kind: 'skip' }
  const [evaluationId] = existing
  if (evaluationId === undefined) return { kind: 'new' }
  const month = draft.monitoringMonth
  if (draft.form !== 'monitoring' || !isMonth(month)) return { kind: 'skip' }
  const record = await requireEvaluation(db, evaluationId)
  const isFree = monthOf(record, month) === undefined && canEdit(record.status, ['monitoring'])
  return isFree ? { kind: 'update', evaluationId } : { kind: 'skip' }
}
