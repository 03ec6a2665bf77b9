import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useLiveQuery } from '@/composables/useLiveQuery'
import { buildEvaluation, type EvaluationSource } from '@/domain/evaluation/buildEvaluation'
import type { Evaluation, EvaluationDraft } from '@/domain/evaluation/evaluation'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { findProjectKey } from '@/domain/evaluation/projectKey'
import {
  listEvaluations,
  listSummaries,
  requireEvaluation,
  type SummaryList,
} from '@/storage/evaluationRepository'
import { newId } from '@/storage/newId'
import { injectAppStorage } from './appStorage'
import { packWhenIdle } from './packWhenIdle'
import { useProfileStore } from './profileStore'

/** A draft with what is known beside it. */
export interface NewEvaluation {
  draft: EvaluationDraft
  /** Absent: 财预〔2020〕10号. */
  profileId?: string
  source?: EvaluationSource
}

const DEFAULT_PROFILE_ID = 'national-2020'

const toNew = (item: EvaluationDraft | NewEvaluation): NewEvaluation =>
  'draft' in item ? item : { draft: item }

/** All evaluations as summaries, and what is done to whole evaluations. */
export const useEvaluationListStore = defineStore('evaluationList', () => {
  const { db, queue, send } = injectAppStorage()
  const profileStore = useProfileStore()

  const { data: list, error } = useLiveQuery(undefined, () => {
    let known: SummaryList | undefined
    return async () => {
      known = await listSummaries(db, known)
      return known
    }
  })
  packWhenIdle(db, list)
  const summaries = computed(() => list.value && [...list.value.summaries.values()])
  const damagedIds = computed(() => list.value?.damagedIds ?? [])
  const isLoading = computed(() => list.value === undefined && error.value === undefined)

  /** The last creation and the last removal of this page, while they can be taken back. */
  const lastCreation = shallowRef<{ commandId: string; ids: string[] }>()
  const lastRemoval = shallowRef<{ commandId: string; ids: string[] }>()

  function build(items: readonly NewEvaluation[]) {
    const known: Pick<Evaluation, 'projectKey' | 'projectName'>[] = [...(summaries.value ?? [])]
    return items.map(({ draft, profileId = DEFAULT_PROFILE_ID, source }) => {
      const version = profileStore.find(profileId)?.version ?? 1
      const evaluation = buildEvaluation(draft, { id: profileId, version }, newId)
      evaluation.projectKey = findProjectKey(evaluation, known, evaluation.id)
      known.push(evaluation)
      return source ? { evaluation, source } : { evaluation }
    })
  }

  /** Adds drafts as evaluations, all or none. @returns their ids, in order. */
  async function createMany(
    items: readonly (EvaluationDraft | NewEvaluation)[],
  ): Promise<string[]> {
    const evaluations = build(items.map(toNew))
    const ids = evaluations.map(({ evaluation }) => evaluation.id)
    const { commandId } = await send({ type: 'create', evaluations })
    lastCreation.value = { commandId, ids }
    return ids
  }

  async function create(draft: EvaluationDraft, profileId?: string): Promise<string> {
    const [id = ''] = await createMany([profileId === undefined ? draft : { draft, profileId }])
    return id
  }

  /**
   * The documents themselves, for exports and copies, with every edit that is on its way to the disk.
   * @throws AppError `record-damaged`
   */
  async function load(ids: readonly string[]): Promise<EvaluationRecord[]> {
    await queue.settled()
    return listEvaluations(db, ids)
  }

  interface CopyOptions {
    fiscalYear: number | undefined
    keepActuals: boolean
  }

  /**
   * 复制到下年, all or none; `undoCreate` takes them back together.
   *
   * @returns ids of the copies. @throws AppError `record-damaged`
   */
  async function copyMany(ids: readonly string[], options: CopyOptions): Promise<string[]> {
    // What reads a 指标值 is loaded with the first copy only.
    const { buildCopy } = await import('@/domain/evaluation/buildCopy')
    const sources = await load(ids)
    return createMany(
      sources.map((source) => ({
        draft: buildCopy(source, { ...options, projectKey: source.projectKey ?? source.id }),
        profileId: source.profileId,
      })),
    )
  }

  async function copy(id: string, options: CopyOptions): Promise<string> {
    const [copyId = ''] = await copyMany([id], options)
    return copyId
  }

  /** @throws AppError `not-allowed` when one of them is filed: none is removed then. */
  async function remove(ids: readonly string[]): Promise<void> {
    const { commandId } = await send({ type: 'remove', evaluationIds: [...ids] })
    lastRemoval.value = { commandId, ids: [...ids] }
  }

  /** Brings the last removal back, with history. */
  async function undoRemove(): Promise<void> {
    if (!lastRemoval.value) return
    const { commandId, ids } = lastRemoval.value
    await send({ type: 'restore', evaluationIds: ids, undoOf: commandId })
    lastRemoval.value = undefined
  }

  /** Takes a creation back as a whole, the last one unless said; that can itself be taken back. */
  async function undoCreate(creation = lastCreation.value): Promise<void> {
    if (!creation) return
    const { commandId: undoOf, ids } = creation
    const { commandId } = await send({ type: 'remove', evaluationIds: ids, undoOf })
    lastRemoval.value = { commandId, ids }
    if (lastCreation.value === creation) lastCreation.value = undefined
  }

  /**
   * Scores evaluations by another profile from now on; each keeps an entry in its history.
   *
   * @throws AppError `not-allowed` for one that is filed; those before it are changed.
   */
  async function applyProfile(
    ids: readonly string[],
    { id: profileId, version }: { id: string; version: number },
  ): Promise<void> {
    for (const evaluationId of ids) {
      const { revision } = await requireEvaluation(db, evaluationId)
      await send({
        type: 'edit',
        evaluationId,
        edits: [
          { type: 'set', path: ['profileId'], value: profileId },
          { type: 'set', path: ['profileVersion'], value: version },
        ],
        baseRevision: revision,
      })
    }
  }

  return {
    summaries,
    damagedIds,
    lastCreation,
    isLoading,
    error,
    create,
    createMany,
    copy,
    copyMany,
    remove,
    undoRemove,
    undoCreate,
    canUndoRemove: computed(() => lastRemoval.value !== undefined),
    canUndoCreate: computed(() => lastCreation.value !== undefined),
    load,
    applyProfile,
  }
})
