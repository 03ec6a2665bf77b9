import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import type { ColumnMapping } from '@/documents/forms/findHeader'
import type { FormReading } from '@/documents/forms/formReading'
import type { EvaluationDraft, MonitoringMonth } from '@/domain/evaluation/evaluation'
import { requireEvaluation } from '@/storage/evaluationRepository'
import { newId } from '@/storage/newId'
import { injectAppStorage } from './appStorage'
import { useEvaluationListStore } from './evaluationListStore'
import { findExisting, indexSummaries } from './findExisting'
import { findRepeats } from './findRepeats'
import { makeAcceptance } from './importAcceptance'
import { type Decision, type ImportDraft, lacksMonth, type Repeat } from './importItem'
import { makeReadingQueue } from './readingQueue'
import { useSettingsStore } from './settingsStore'
import { compareWithDraft } from './updateFromDraft'
import { usualDecision } from './usualDecision'

const mappingsKey = 'import.columnMappings'

function isMapping(value: unknown): value is ColumnMapping {
  return typeof value === 'object' && value !== null && 'signature' in value && 'fields' in value
}

const isSameRepeat = (one: Repeat | undefined, other: Repeat | undefined): boolean =>
  one?.place === other?.place && one?.kind === other?.kind

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
  const { items, readAgain, changeDraft } = queue

  const drafts = computed(() => items.value.flatMap((item) => item.drafts))
  const draftWith = (id: string) => drafts.value.find((each) => each.id === id)
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

  /**
   * Looks what a draft repeats, on the list and among what is stored, now that either changed; where
   * that is news and the user has decided nothing, the usual decision is taken anew.
   */
  async function settle(draft: ImportDraft, found: ReadonlyMap<string, Repeat>): Promise<void> {
    const existing = findExisting(known.value, draft.reading.draft)
    const repeat = found.get(draft.id)
    // A month goes into the evaluation of its project once that is stored.
    const repeatOf = repeat?.kind === 'other-month' && existing.length > 0 ? undefined : repeat
    const isKnown = existing.join() === draft.existing.join()
    if (isKnown && isSameRepeat(repeatOf, draft.repeatOf)) return
    const { decision: chosen, isDecided } = draft
    const isGone = chosen.kind === 'update' && !existing.includes(chosen.evaluationId)
    const surroundings = { existing, ...(repeatOf && { repeatOf }) }
    const decision =
      isDecided && !isGone ? chosen : await usualDecision(storage.db, draft.reading, surroundings)
    // What changed meanwhile is settled in its own turn.
    if (draftWith(draft.id) === draft) changeDraft(draft.id, { existing, repeatOf, decision })
  }

  watch([drafts, known], () => {
    const found = findRepeats(items.value)
    for (const draft of drafts.value) if (!draft.isAccepted) void settle(draft, found)
  })

  /** What the user wants of a draft; it holds, whatever else comes onto the list. */
  function decide(id: string, kind: Decision['kind']): void {
    const [evaluationId = ''] = draftWith(id)?.existing ?? []
    const decision = kind === 'update' ? { kind, evaluationId } : { kind }
    changeDraft(id, { decision, isDecided: true })
  }

  /** The month of a monitoring form that did not say it, as the user does. */
  async function setMonth(id: string, month: MonitoringMonth): Promise<void> {
    const found = draftWith(id)
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
    decide,
    mapColumns,
    setMonth,
    compare,
    accept,
    undoAcceptance,
  }
})
