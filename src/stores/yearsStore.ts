import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useLiveQuery } from '@/composables/useLiveQuery'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import type { ScoredYear } from '@/domain/years/buildYearsTable'
import type { ProjectLink } from '@/domain/years/linkProjects'
import { pickYearTables } from '@/domain/years/pickYearTables'
import { listProject, requireEvaluation } from '@/storage/evaluationRepository'
import { injectAppStorage } from './appStorage'
import { useProfileStore } from './profileStore'

/** 各年对比: the tables of one project over the years, followed live. */
export const useYearsStore = defineStore('years', () => {
  const { db, send } = injectAppStorage()
  const profileStore = useProfileStore()
  const projectKey = ref<string>()
  /** Ids of tables that are to stand for their years, the last chosen first. */
  const wanted = shallowRef<readonly string[]>([])
  /** The last linking of this page: what stood there before, and the revision that it left. */
  const lastLink = shallowRef<{ id: string; before: string | undefined; revision: number }>()

  const { data: tables, error } = useLiveQuery(
    projectKey,
    (key) => () => (key === undefined ? [] : listProject(db, key)),
  )
  const isLoading = computed(() => tables.value === undefined && error.value === undefined)
  const years = computed(() => pickYearTables(tables.value ?? [], wanted.value))

  function scoreOf(evaluation: EvaluationRecord): ScoredYear['score'] {
    const profile = profileStore.find(evaluation.profileId, evaluation.profileVersion)
    return profile && scoreEvaluation(evaluation, profile)
  }
  const scored = computed((): ScoredYear[] =>
    years.value.map(({ fiscalYear, chosen }) => ({
      fiscalYear,
      evaluation: chosen,
      score: scoreOf(chosen),
    })),
  )

  /** @param ownId the table that stands for its own year. */
  function open(key: string | undefined, ownId?: string): void {
    projectKey.value = key
    wanted.value = ownId === undefined ? [] : [ownId]
  }

  /** Lets a table stand for its year. */
  function choose(id: string): void {
    wanted.value = [id, ...wanted.value.filter((other) => other !== id)]
  }

  const write = (evaluationId: string, key: string | undefined, baseRevision: number) => {
    const edits = [{ type: 'set' as const, path: ['projectKey'], value: key }]
    return send({ type: 'edit', evaluationId, edits, baseRevision })
  }

  /** Makes two evaluations one project. @throws AppError `not-allowed` | `edit-conflict` */
  async function link({ evaluationId, projectKey: key }: ProjectLink): Promise<void> {
    const { revision, projectKey: before } = await requireEvaluation(db, evaluationId)
    const { records } = await write(evaluationId, key, revision)
    lastLink.value = { id: evaluationId, before, revision: records[0]?.revision ?? revision }
  }

  /** Takes an evaluation out of the project: from now on it is one of its own. */
  const unlink = (evaluationId: string) => link({ evaluationId, projectKey: evaluationId })

  /** Takes the last linking of this page back, and nothing else. @throws AppError `edit-conflict` */
  async function undoLink(): Promise<void> {
    const last = lastLink.value
    lastLink.value = undefined
    if (last) await write(last.id, last.before, last.revision)
  }

  return {
    open,
    choose,
    tables,
    years,
    scored,
    isLoading,
    error,
    link,
    unlink,
    undoLink,
    canUndoLink: computed(() => lastLink.value !== undefined),
  }
})
