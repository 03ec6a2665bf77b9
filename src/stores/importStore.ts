import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { ColumnMapping } from '@/documents/forms/findHeader'
import type { FormReading } from '@/documents/forms/formReading'
import type { EvaluationDraft, MonitoringMonth } from '@/domain/evaluation/evaluation'
import { canEdit } from '@/domain/evaluation/evaluationStatus'
import { isMonth } from '@/domain/monitoring/monitoringMonth'
import { monthOf } from '@/domain/monitoring/monthlyMonitoring'
import { requireEvaluation } from '@/storage/evaluationRepository'
import { newId } from '@/storage/newId'
import { injectAppStorage } from './appStorage'
import { useEvaluationListStore } from './evaluationListStore'
import { findExisting } from './findExisting'
import { makeAcceptance } from './importAcceptance'
import { type Decision, type ImportDraft, lacksMonth } from './importItem'
import { makeReadingQueue } from './readingQueue'
import { useSettingsStore } from './settingsStore'
import { compareWithDraft } from './updateFromDraft'

const mappingsKey = 'import.columnMappings'

function isMapping(value: unknown): value is ColumnMapping {
  return typeof value === 'object' && value !== null && 'signature' in value && 'fields' in value
}

/** Files on their way in: read one after the other, kept until accepted. Nothing is written before. */
export const useImportStore = defineStore('import', () => {
  const storage = injectAppStorage()
  const list = useEvaluationListStore()
  const settings = useSettingsStore()
  const mappings = computed(() => {
    const stored = settings.recall(mappingsKey)
    return Array.isArray(stored) ? stored.filter(isMapping) : []
  })

  async function draftOf(reading: FormReading): Promise<ImportDraft> {
    const existing = findExisting(list.summaries ?? [], reading.draft)
    const decision = await usualDecision(reading, existing)
    return { id: newId(), reading, decision, existing, isAccepted: false }
  }

  /** A monitoring form goes into its month, unless figures of that month are there already. */
  async function usualDecision(
    { draft, repeats }: FormReading,
    existing: readonly string[],
  ): Promise<Decision> {
    if (repeats !== undefined || draft.indicators.length === 0) return { kind: 'skip' }
    const [evaluationId] = existing
    if (evaluationId === undefined) return { kind: 'new' }
    const month = draft.monitoringMonth
    if (draft.form !== 'monitoring' || !isMonth(month)) return { kind: 'skip' }
    const record = await requireEvaluation(storage.db, evaluationId)
    const isFree = monthOf(record, month) === undefined && canEdit(record.status, ['monitoring'])
    return isFree ? { kind: 'update', evaluationId } : { kind: 'skip' }
  }

  /** The month of a monitoring form that did not say it, as the user does. */
  async function setMonth(id: string, month: MonitoringMonth): Promise<void> {
    const found = drafts.value.find((each) => each.id === id)
    if (!found) return
    const { reading } = found
    const draft = { ...reading.draft, monitoringMonth: month }
    const doubts = reading.doubts.filter(({ path }) => path !== 'monitoringMonth')
    const next = { ...reading, draft, doubts }
    const decision = await usualDecision(next, found.existing)
    changeDraft(id, { reading: next, decision })
  }

  const queue = makeReadingQueue(() => mappings.value, draftOf)
  const { items, readAgain, changeDraft } = queue

  const drafts = computed(() => items.value.flatMap((item) => item.drafts))
  /** Drafts that an acceptance of all would write. */
  const ready = computed(() =>
    drafts.value.filter(
      ({ isAccepted, decision, reading }) =>
        !isAccepted &&
        decision.kind !== 'skip' &&
        !(decision.kind === 'update' && lacksMonth(reading.draft)),
    ),
  )
  const { acceptance, accept, undoAcceptance } = makeAcceptance(
    storage,
    list,
    (ids, isAccepted) => {
      for (const id of ids) changeDraft(id, { isAccepted })
    },
  )

  /** Remembers what the columns of an unknown table mean, and reads its file again. */
  async function mapColumns(id: string, mapping: ColumnMapping): Promise<void> {
    const others = mappings.value.filter(({ signature }) => signature !== mapping.signature)
    await settings.remember(mappingsKey, [...others, mapping])
    await readAgain(id)
  }

  /** How a stored evaluation and a draft differ. @throws AppError `record-damaged` */
  async function compare(evaluationId: string, draft: EvaluationDraft) {
    const record = await requireEvaluation(storage.db, evaluationId)
    return { record, comparison: compareWithDraft(record, draft) }
  }

  return {
    ...queue,
    drafts,
    ready,
    acceptance,
    mapColumns,
    setMonth,
    compare,
    accept,
    undoAcceptance,
  }
})
