import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { exampleEvaluations } from '@/domain/example/exampleEvaluations'
import { buildIndicatorLibrary, type LibrarySource } from '@/domain/library/indicatorLibrary'
import { listIntactEvaluations } from '@/storage/evaluationRepository'
import { injectAppStorage } from './appStorage'
import { useEvaluationListStore } from './evaluationListStore'

/** Evaluations read at a time; between two batches the page can draw and be left. */
const BATCH = 50

interface ReadTable {
  revision: number
  source: LibrarySource
}

/** 指标库: what the example data and the user's own evaluations hold. */
export const useLibraryStore = defineStore('library', () => {
  const { db } = injectAppStorage()
  const list = useEvaluationListStore()
  const tables = shallowRef<ReadonlyMap<string, ReadTable>>(new Map())
  /** Evaluations read so far, while some are being read. */
  const progress = shallowRef<{ done: number; of: number }>()
  const hasRead = shallowRef(false)
  let reading: Promise<void> | undefined

  const entries = computed(() => {
    const own = [...tables.value.values()].map(({ source }) => source)
    return buildIndicatorLibrary([...own, ...exampleEvaluations])
  })

  async function read(signal: AbortSignal): Promise<void> {
    const summaries = list.summaries ?? []
    const known = new Map(
      summaries.flatMap(({ id }) => {
        const table = tables.value.get(id)
        return table ? [[id, table] as const] : []
      }),
    )
    const stale = summaries.filter(({ id, revision }) => known.get(id)?.revision !== revision)
    for (let start = 0; start < stale.length && !signal.aborted; start += BATCH) {
      progress.value = { done: start, of: stale.length }
      const ids = stale.slice(start, start + BATCH).map(({ id }) => id)
      for (const record of await listIntactEvaluations(db, ids)) {
        known.set(record.id, { revision: record.revision, source: sourceOf(record) })
      }
    }
    tables.value = known
  }

  /** Reads what was changed since the last time. What was read before `signal` is kept. */
  async function refresh(signal: AbortSignal): Promise<void> {
    await reading
    reading = read(signal)
    try {
      await reading
      hasRead.value = true
    } finally {
      reading = undefined
      progress.value = undefined
    }
  }

  return { entries, progress, hasRead, refresh }
})

/** Only what the library shows: the documents themselves are not kept in memory. */
const sourceOf = ({
  id,
  projectName,
  implementingUnit,
  competentDepartment,
  fiscalYear,
  indicators,
}: LibrarySource): LibrarySource => ({
  projectName,
  indicators,
  ...(id !== undefined && { id }),
  ...(implementingUnit !== undefined && { implementingUnit }),
  ...(competentDepartment !== undefined && { competentDepartment }),
  ...(fiscalYear !== undefined && { fiscalYear }),
})
