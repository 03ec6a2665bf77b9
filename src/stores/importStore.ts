import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { ColumnMapping } from '@/documents/forms/findHeader'
import type { FormReading } from '@/documents/forms/formReading'
import type { EvaluationDraft, MonitoringMonth } from '@/domain/evaluation/evaluation'
import { requireEvaluation } from '@/storage/evaluationRepository'
import { newId } from '@/storage/newId'
import { injectAppStorage } from './appStorage'
import { useEvaluationListStore } from './evaluationListStore'
import { settleDrafts } from './draftSettlement'
import { findExisting, indexSummaries } from './findExisting'
import { makeAcceptance } from './importAcceptance'
import { type Decision, type ImportDraft, lacksMonth } from './importItem'
import { makeReadingQueue } from './readingQueue'
import { useSettingsStore } from './settingsStore'
import { compareWithDraft } from './updateFromDraft'
import { usualDecision } from './usualDecision'

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
  const known = computed(() => indexSummaries(list.summaries ?? []))

  async function draftOf(reading: FormReading): Promise<ImportDraft> {
    const existing = findExisting(known.value, reading.draft)
    const decision = await usualDecision(storage.db, reading, { existing })
    return { id: newId(), reading, decision, existing, isAccepted: false }
  }

  const queue = makeReadingQueue(() => mappings.value, draftOf)
  const { items, readAgain, changeDraft, changeDrafts } = queue

  const drafts = computed(() => items.value.flatMap((item) => item.drafts))
  const byId = computed(() => new Map(drafts.value.map((draft) => [draft.id, draft])))
  /** Drafts that an acceptance of all would write. */
  const ready = computed(() =>
    drafts.value.filter(
      ({ isAccepted, decision, reading }) =>
        !isAccepted &&
        decision.kind !== 'skip' &&
        !(decision.kind === 'update' && lacksMonth(reading.draft)),
    ),
  )
  const { acceptance, isWriting, accept, undoAcceptance } = makeAcceptance(
    storage,
    list,
    (ids, isAccepted) => changeDrafts(new Map(ids.map((id) => [id, { isAccepted }]))),
  )

  settleDrafts(storage.db, { drafts, byId, known }, changeDrafts)

  /** What the user wants of a draft; it holds, whatever else comes onto the list. */
  function decide(id: string, kind: Decision['kind']): void {
    const [evaluationId = ''] = byId.value.get(id)?.existing ?? []
    const decision = kind === 'update' ? { kind, evaluationId } : { kind }
    changeDraft(id, { decision, isDecided: true })
  }

  /** The month of a monitoring form that did not say it, as the user does. */
  async function setMonth(id: string, month: MonitoringMonth): Promise<void> {
    const found = byId.value.get(id)
    if (!found) return
    const { reading } = found
    const draft = { ...reading.draft, monitoringMonth: month }
    const doubts = reading.doubts.filter(({ path }) => path !== 'monitoringMonth')
    const next = { ...reading, draft, doubts }
    const decision = await usualDecision(storage.db, next, found)
    changeDraft(id, { reading: next, decision, isDecided: false })
  }

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
    isWriting,
    decide,
    mapColumns,
    setMonth,
    compare,
    accept,
    undoAcceptance,
  }
})
