import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useLiveQuery } from '@/composables/useLiveQuery'
import { AppError } from '@/domain/appError'
import { applyEdits, ExistingRowError, MissingPlaceError } from '@/domain/evaluation/applyEdit'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { StatusStep } from '@/domain/evaluation/evaluationStatus'
import type { HistoryEntry } from '@/domain/evaluation/historyEntry'
import { copyPlain } from '@/domain/evaluation/plainData'
import { buildUndoStack } from '@/domain/evaluation/undoStack'
import { findFindings } from '@/domain/findings/findFindings'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { getEvaluation, listRelated } from '@/storage/evaluationRepository'
import { type HistoryCheck, listHistory } from '@/storage/historyChain'
import { verifyHistory } from '@/storage/verifyHistory'
import { injectAppStorage } from './appStorage'
import { useProfileStore } from './profileStore'

/** What `edit` may be told beside the edits. */
export interface EditOptions {
  reason?: string
  /** Revision that was on screen when the user began to type; absent: the present one. */
  baseRevision?: number
}

/**
 * The record with the edits on it that are still on their way. Left out is what no longer fits, and
 * what the record has already: a command is on disk before its answer comes.
 */
function withPending(
  record: EvaluationRecord,
  pending: readonly (readonly EvaluationEdit[])[],
): EvaluationRecord {
  return pending.reduce((current, edits) => {
    try {
      return applyEdits(current, edits).record
    } catch (error) {
      if (error instanceof MissingPlaceError || error instanceof ExistingRowError) return current
      throw error
    }
  }, record)
}

/**
 * The evaluation that is open: as stored, followed live, with this page's unsaved edits on top.
 *
 * Thin on purpose: rules live in `domain/`, queries and writing in `storage/`, messages in `views/`.
 */
export const useEvaluationStore = defineStore('evaluation', () => {
  const storage = injectAppStorage()
  const { db, queue, queueVersion } = storage
  const profileStore = useProfileStore()
  const id = ref<string>()

  const { data: loaded, error } = useLiveQuery(id, (openId) => async () => ({
    record: openId === undefined ? undefined : await getEvaluation(db, openId),
  }))
  const { data: history } = useLiveQuery(id, (openId) => {
    let entries: HistoryEntry[] = []
    return async () => {
      if (openId === undefined) return []
      const added = await listHistory(db, openId, entries.length)
      entries = [...entries, ...added]
      return entries
    }
  })

  /** The newest state known: from the live query, or from the answer to an own command. */
  const stored = shallowRef<EvaluationRecord>()
  watch(loaded, (result) => (stored.value = result?.record), { flush: 'sync' })
  watch(
    storage.lastResult,
    (result) => {
      const answer = result?.records.at(-1)
      const current = stored.value
      if (current?.id === answer?.id && (answer?.revision ?? 0) > (current?.revision ?? 0)) {
        stored.value = answer
      }
    },
    { flush: 'sync' },
  )

  const pendingEdits = computed(() =>
    queueVersion.value < 0
      ? []
      : queue.pending.flatMap((command) =>
          command.type === 'edit' && command.evaluationId === id.value ? [command.edits] : [],
        ),
  )
  const record = computed(() => stored.value && withPending(stored.value, pendingEdits.value))
  const isLoading = computed(
    () => id.value !== undefined && loaded.value === undefined && error.value === undefined,
  )
  const isMissing = computed(
    () => id.value !== undefined && loaded.value !== undefined && stored.value === undefined,
  )

  const profile = computed(
    () => record.value && profileStore.find(record.value.profileId, record.value.profileVersion),
  )
  const score = computed(
    () => record.value && profile.value && scoreEvaluation(record.value, profile.value),
  )

  /** What the related evaluations are looked up by, as one value that changes only when they do. */
  const relation = computed(() => {
    if (!record.value) return undefined
    const { id: ownId, form, implementingUnit, fiscalYear, projectKey } = record.value
    return JSON.stringify({ id: ownId, form, implementingUnit, fiscalYear, projectKey })
  })
  const { data: related } = useLiveQuery(
    relation,
    (key) => () =>
      key === undefined ? undefined : listRelated(db, JSON.parse(key) as EvaluationRecord),
  )
  const findings = computed(() =>
    record.value && profile.value
      ? findFindings(record.value, profile.value, {
          ...related.value,
          ...(score.value && { score: score.value }),
        })
      : [],
  )

  const targetTable = computed(() => related.value?.targetTable)

  const undoStack = computed(() => buildUndoStack(history.value ?? []))
  const isOpenForUndo = computed(() => {
    const status = record.value?.status
    return status !== undefined && status !== 'approved' && status !== 'locked'
  })
  const canUndo = computed(() => isOpenForUndo.value && undoStack.value.undoable.length > 0)
  const canRedo = computed(() => isOpenForUndo.value && undoStack.value.redoable.length > 0)

  function open(evaluationId?: string): void {
    id.value = evaluationId
  }

  function requireRecord(): EvaluationRecord {
    if (!record.value) throw new AppError('not-allowed')
    return record.value
  }

  /**
   * Makes a list of edits as one command. They show at once and are saved at once.
   *
   * @returns when they are on disk; while the disk is full they stay on screen and the promise open.
   * @throws AppError `edit-conflict` | `not-allowed` | `record-damaged` | `storage-frozen`: the edits
   *   are withdrawn, the record is as it was.
   * @throws TypeError when an edit is malformed: a programming error.
   */
  async function edit(edits: readonly EvaluationEdit[], options: EditOptions = {}): Promise<void> {
    const current = requireRecord()
    withPending(current, [edits])
    const { id: evaluationId, revision } = current
    const { reason, baseRevision = revision } = options
    await storage.send({
      type: 'edit',
      evaluationId,
      edits: copyPlain(edits) as EvaluationEdit[],
      baseRevision,
      ...(reason !== undefined && { reason }),
    })
  }

  /** Takes back the last command on this evaluation, whichever tab it came from. */
  async function undo(): Promise<void> {
    await storage.send({ type: 'undo', evaluationId: requireRecord().id })
  }

  /** Takes back the last undo. */
  async function redo(): Promise<void> {
    await storage.send({ type: 'redo', evaluationId: requireRecord().id })
  }

  /** 提交, 通过, 退回, 锁定, 解锁. @throws AppError `not-allowed` | `edit-conflict` */
  async function step(next: StatusStep, reason?: string): Promise<void> {
    const { id: evaluationId, revision } = requireRecord()
    const because = reason === undefined ? {} : { reason }
    const body = { type: 'step' as const, evaluationId, step: next, baseRevision: revision }
    await storage.send({ ...body, ...because })
  }

  /** Checks the chain of the history, as stored. */
  const checkHistory = (): Promise<HistoryCheck> => verifyHistory(db, requireRecord().id)

  return {
    id,
    open,
    record,
    profile,
    score,
    findings,
    targetTable,
    history: computed(() => history.value ?? []),
    canUndo,
    canRedo,
    isLoading,
    isMissing,
    error,
    edit,
    undo,
    redo,
    step,
    checkHistory,
  }
})
