import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ColumnMapping } from '@/documents/forms/findHeader'
import type { DocumentReading, FormReading } from '@/documents/forms/formReading'
import { buildUpdateEdits } from '@/domain/comparison/buildUpdateEdits'
import { compareEvaluations } from '@/domain/comparison/compareEvaluations'
import type { EvaluationDraft, MonitoringMonth } from '@/domain/evaluation/evaluation'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { canEdit } from '@/domain/evaluation/evaluationStatus'
import { compareMonth, importMonthEdits } from '@/domain/monitoring/importMonth'
import { isMonth } from '@/domain/monitoring/monitoringMonth'
import { monthOf } from '@/domain/monitoring/monthlyMonitoring'
import { requireEvaluation } from '@/storage/evaluationRepository'
import { newId } from '@/storage/newId'
import { DocumentReader } from '@/workers/documentReader'
import { readingFailed } from '@/workers/failedReading'
import { injectAppStorage } from './appStorage'
import { useEvaluationListStore } from './evaluationListStore'
import { findExisting } from './findExisting'
import { useSettingsStore } from './settingsStore'

/** What becomes of a draft when it is accepted. */
export type Decision = { kind: 'new' } | { kind: 'update'; evaluationId: string } | { kind: 'skip' }

/** A draft on the list, with what the user decided about it. */
export interface ImportDraft {
  id: string
  reading: FormReading
  decision: Decision
  /** Evaluations of the same project and year that are already stored. */
  existing: string[]
  isAccepted: boolean
}

/** A file, or the clipboard, on its way in. */
export interface ImportItem {
  id: string
  name: string
  source: File | { html: string; text: string }
  state: 'waiting' | 'reading' | 'read' | 'cancelled'
  /** 0–1 */
  progress: number
  /** What the document says; its drafts, as the user changed them, are in `drafts`. */
  document?: DocumentReading
  drafts: ImportDraft[]
}

/** What an acceptance did, while it can be taken back. */
export interface Acceptance {
  created: number
  updated: number
  rows: number
  doubts: number
}

/** Whether a monitoring form does not say its month: it cannot be filed under one. */
export const lacksMonth = ({ form, monitoringMonth }: EvaluationDraft): boolean =>
  form === 'monitoring' && !isMonth(monitoringMonth)

const mappingsKey = 'import.columnMappings'
const progressEveryMs = 150
/** A folder of a thousand files, put on the list at once, would hold the page. */
const addedAtATime = 200

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

function isMapping(value: unknown): value is ColumnMapping {
  return typeof value === 'object' && value !== null && 'signature' in value && 'fields' in value
}

/** Files on their way in: read one after the other, kept until accepted. Nothing is written before. */
export const useImportStore = defineStore('import', () => {
  const storage = injectAppStorage()
  const list = useEvaluationListStore()
  const settings = useSettingsStore()
  const reader = new DocumentReader()

  const items = shallowRef<ImportItem[]>([])
  /** Of the files that were chosen last, some were left out: there were too many. */
  const wasCut = shallowRef(false)
  const acceptance = shallowRef<Acceptance>()
  const controllers = new Map<string, AbortController>()
  /** Updates of the last acceptance, with the revision that each left. */
  const updates: { evaluationId: string; revision: number | undefined }[] = []
  let isRunning = false

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
  const mappings = computed(() => {
    const stored = settings.recall(mappingsKey)
    return Array.isArray(stored) ? stored.filter(isMapping) : []
  })

  function change(id: string, next: Partial<ImportItem>): void {
    items.value = items.value.map((item) => (item.id === id ? { ...item, ...next } : item))
  }

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

  async function readItem(item: ImportItem): Promise<void> {
    const controller = new AbortController()
    controllers.set(item.id, controller)
    // Most files are read before a bar could be seen; drawing each step would slow them down.
    let shownAt = Date.now()
    const show = (progress: number) => {
      shownAt = Date.now()
      change(item.id, { state: 'reading', progress })
    }
    const showing = setTimeout(show, progressEveryMs, 0)
    try {
      const document = await reader.read(item.source, {
        mappings: mappings.value,
        signal: controller.signal,
        onProgress: (progress) => {
          if (Date.now() - shownAt >= progressEveryMs) show(progress)
        },
      })
      const drafts = await Promise.all(document.readings.map(draftOf))
      controller.signal.throwIfAborted()
      change(item.id, { state: 'read', progress: 1, document, drafts })
    } catch (error) {
      if (controller.signal.aborted) change(item.id, { state: 'cancelled' })
      else {
        // A fault of ours stays loud, beside what the user is told.
        reportError(error)
        change(item.id, { state: 'read', progress: 1, document: readingFailed(item.name) })
      }
    } finally {
      clearTimeout(showing)
      controllers.delete(item.id)
    }
  }

  /** One file after the other; what is wrong with one stands beside its name and stops no other. */
  async function readNext(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (;;) {
      const item = items.value.find(({ state }) => state === 'waiting')
      if (!item) break
      await readItem(item)
    }
    isRunning = false
  }

  /**
   * Puts sources on the list, a stretch in a task of its own, and reads them.
   * @param sources files by their path as the user knows it, or what was pasted.
   * @param isCut there were more files than are taken at once.
   */
  async function add(
    sources: readonly Pick<ImportItem, 'name' | 'source'>[],
    isCut = false,
  ): Promise<void> {
    wasCut.value = isCut
    for (let at = 0; at < sources.length; at += addedAtATime) {
      await nextTask()
      const added = sources.slice(at, at + addedAtATime).map(({ name, source }): ImportItem => ({
        id: newId(),
        name,
        source,
        state: 'waiting',
        progress: 0,
        drafts: [],
      }))
      items.value = [...items.value, ...added]
    }
    await readNext()
  }

  function cancel(id: string): void {
    controllers.get(id)?.abort()
    change(id, { state: 'cancelled' })
  }

  /** Takes back all files that are not read yet. */
  function cancelAll(): void {
    for (const { id, state } of items.value) {
      if (state === 'waiting' || state === 'reading') cancel(id)
    }
  }

  function remove(id: string): void {
    controllers.get(id)?.abort()
    items.value = items.value.filter((item) => item.id !== id)
  }

  function readAgain(id: string): Promise<void> {
    change(id, { state: 'waiting', progress: 0, drafts: [] })
    return readNext()
  }

  /** Remembers what the columns of an unknown table mean, and reads its file again. */
  async function mapColumns(id: string, mapping: ColumnMapping): Promise<void> {
    const others = mappings.value.filter(({ signature }) => signature !== mapping.signature)
    await settings.remember(mappingsKey, [...others, mapping])
    await readAgain(id)
  }

  function changeDraft(id: string, next: Partial<ImportDraft>): void {
    items.value = items.value.map((item) =>
      item.drafts.some((draft) => draft.id === id)
        ? {
            ...item,
            drafts: item.drafts.map((draft) => (draft.id === id ? { ...draft, ...next } : draft)),
          }
        : item,
    )
  }

  /** How a stored evaluation and a draft differ. @throws AppError `record-damaged` */
  async function compare(evaluationId: string, draft: EvaluationDraft) {
    const record = await requireEvaluation(storage.db, evaluationId)
    const month = draft.monitoringMonth
    const comparison =
      draft.form === 'monitoring' && isMonth(month)
        ? compareMonth(record, draft, month)
        : compareEvaluations(record, draft)
    return { record, comparison }
  }

  /** Edits of an update: a monitoring form changes its month and nothing else. */
  function updateEdits(record: EvaluationRecord, draft: EvaluationDraft): EvaluationEdit[] {
    if (draft.form !== 'monitoring') {
      return buildUpdateEdits(compareEvaluations(record, draft), newId)
    }
    const month = draft.monitoringMonth
    return isMonth(month) ? importMonthEdits(record, draft, month, newId) : []
  }

  async function update(evaluationId: string, { draft, place }: FormReading): Promise<void> {
    const record = await requireEvaluation(storage.db, evaluationId)
    const edits = updateEdits(record, draft)
    if (edits.length === 0) return
    const { records } = await storage.send({
      type: 'edit',
      evaluationId,
      edits,
      baseRevision: record.revision,
      reason: place,
    })
    updates.push({ evaluationId, revision: records[0]?.revision })
  }

  /** Marks what was written, so that one undo takes exactly that back. */
  function settle(done: readonly ImportDraft[], created: number): void {
    if (done.length === 0) return
    for (const { id } of done) changeDraft(id, { isAccepted: true })
    acceptance.value = {
      created,
      updated: updates.length,
      rows: done.reduce((rows, { reading }) => rows + reading.draft.indicators.length, 0),
      doubts: done.reduce((doubts, { reading }) => doubts + reading.doubts.length, 0),
    }
  }

  /**
   * Writes drafts as decided: new ones all at once, as one command; updates one command each.
   * @throws AppError as storing does; then none of the new ones is written, and updates before the
   *   failing one are kept as accepted, so that they can be taken back.
   */
  async function accept(chosen: readonly ImportDraft[]): Promise<void> {
    const fresh = chosen.filter(({ decision }) => decision.kind === 'new')
    if (fresh.length > 0)
      await list.createMany(
        fresh.map(({ reading: { draft, place } }) => ({
          draft,
          source: { fileName: place.split(' · ')[0] ?? place, place },
        })),
      )
    updates.length = 0
    const done = [...fresh]
    try {
      for (const draft of chosen) {
        if (draft.decision.kind !== 'update') continue
        await update(draft.decision.evaluationId, draft.reading)
        done.push(draft)
      }
    } finally {
      settle(done, fresh.length)
    }
  }

  /** Takes the last acceptance back as a whole. */
  async function undoAcceptance(): Promise<void> {
    const done = acceptance.value
    if (!done) return
    if (done.created > 0) await list.undoCreate()
    for (const { evaluationId, revision } of updates) {
      // What was edited since then is not ours to take back.
      const record = await requireEvaluation(storage.db, evaluationId)
      if (record.revision === revision) await storage.send({ type: 'undo', evaluationId })
    }
    updates.length = 0
    acceptance.value = undefined
    for (const { id, isAccepted } of drafts.value)
      if (isAccepted) changeDraft(id, { isAccepted: false })
  }

  return {
    items,
    drafts,
    ready,
    wasCut,
    acceptance,
    add,
    cancel,
    cancelAll,
    remove,
    readAgain,
    mapColumns,
    changeDraft,
    setMonth,
    compare,
    accept,
    undoAcceptance,
  }
})
