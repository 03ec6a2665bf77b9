import { onScopeDispose, shallowRef, toRaw, type ShallowRef } from 'vue'
import { downloadFile } from '@/composables/downloadFile'
import { type ExportChoice, type ExportState, formatOf } from '@/components/export/exportChoice'
import { archiveName, documentName } from '@/documents/writers/documentName'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useProvenanceStore } from '@/stores/provenanceStore'
import { useRectificationStore } from '@/stores/rectificationStore'
import { useProfileStore } from '@/stores/profileStore'
import { startWriting, type Writing } from '@/workers/startWriting'

export interface Export {
  state: Readonly<ShallowRef<ExportState>>
  start: (ids: readonly string[], choice: ExportChoice) => Promise<void>
  cancel: () => void
  reset: () => void
}

/** Records that are read in one task. */
const READ_AT_ONCE = 10

/** Reads evaluations, has them written off the main thread and hands the file to the browser. */
export function useExport(): Export {
  const listStore = useEvaluationListStore()
  const profileStore = useProfileStore()
  const { load: loadRectifications } = useRectificationStore()
  const { load: loadProvenance } = useProvenanceStore()
  const state = shallowRef<ExportState>({ phase: 'choosing' })
  let writing: Writing | undefined
  /** Grows with every start and cancel: an answer that belongs to an earlier one is dropped. */
  let turn = 0

  function profilesOf(evaluations: readonly EvaluationRecord[]): ScoringProfile[] {
    const found = evaluations.flatMap(
      ({ profileId, profileVersion }) =>
        profileStore.find(profileId, profileVersion) ?? profileStore.find(profileId) ?? [],
    )
    return [...new Set(found)].map((profile) => toRaw(profile))
  }

  /**
   * The records behind the ids, some at a time: each is checked as it is read, and five hundred at once
   * would hold the page up for half a second.
   */
  async function load(ids: readonly string[], own: number): Promise<EvaluationRecord[]> {
    const records: EvaluationRecord[] = []
    for (let from = 0; from < ids.length && own === turn; from += READ_AT_ONCE) {
      records.push(...(await listStore.load(ids.slice(from, from + READ_AT_ONCE))))
    }
    return records
  }

  async function start(ids: readonly string[], choice: ExportChoice): Promise<void> {
    turn += 1
    const own = turn
    state.value = { phase: 'loading' }
    try {
      const evaluations = await load(ids, own)
      if (own !== turn) return
      const format = formatOf(choice)
      const { isArchive, month } = choice
      const options = {
        ...(month !== undefined && { month }),
        ...(format === 'report.docx' && {
          rectifications: await loadRectifications(ids),
          provenance: await loadProvenance(ids),
        }),
      }
      if (own !== turn) return
      state.value = { phase: 'writing', done: 0, total: isArchive ? evaluations.length : 1 }
      const profiles = profilesOf(evaluations)
      const job = { evaluations, profiles, format, isArchive, options }
      writing = startWriting(job, (done, total) => {
        if (own === turn) state.value = { phase: 'writing', done, total }
      })
      const bytes = await writing.bytes
      if (own !== turn) return
      const nameOf = isArchive ? archiveName : documentName
      const name = nameOf(evaluations, format, month)
      downloadFile(name, new Blob([bytes.slice()]))
      state.value = { phase: 'done', fileName: name, missing: ids.length - evaluations.length }
    } catch (error) {
      if (own === turn) state.value = { phase: 'failed', error }
    }
  }

  function cancel() {
    turn += 1
    writing?.cancel()
    writing = undefined
    state.value = { phase: 'cancelled' }
  }

  onScopeDispose(() => {
    turn += 1
    writing?.cancel()
  })

  return {
    state,
    start,
    cancel,
    reset: () => {
      state.value = { phase: 'choosing' }
    },
  }
}
