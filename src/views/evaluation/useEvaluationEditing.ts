import { computed, type ComputedRef, type ShallowRef, shallowRef } from 'vue'
import { AppError, type EditConflict } from '@/domain/appError'
import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { useEvaluationStore } from '@/stores/evaluationStore'

interface StoppedEdit {
  edits: readonly EvaluationEdit[]
  reason: string | undefined
  conflict: EditConflict
}

export interface EvaluationEditing {
  /** Why the last edit did not happen; conflicts stand apart. */
  failure: Readonly<ShallowRef<unknown>>
  conflict: ComputedRef<EditConflict | undefined>
  /** A user began to type: what others store from now on is a conflict, not the ground of the edit. */
  begin: () => void
  /** For `input` of the page: the first letter in a field is such a beginning. */
  onInput: (event: Event) => void
  send: (edits: readonly EvaluationEdit[], reason?: string) => Promise<void>
  resolveConflict: (keepsMine: boolean) => Promise<void>
  undo: () => Promise<void>
  redo: () => Promise<void>
  dismiss: () => void
}

/** Forwards edits of the open evaluation and keeps what came back instead of a save. */
export function useEvaluationEditing(): EvaluationEditing {
  const store = useEvaluationStore()
  const failure = shallowRef<unknown>()
  const stopped = shallowRef<StoppedEdit>()
  let baseRevision: number | undefined
  let typedIn: EventTarget | null = null

  function begin(): void {
    baseRevision = store.record?.revision
  }

  async function attempt(action: () => Promise<void>): Promise<void> {
    failure.value = undefined
    try {
      await action()
    } catch (error) {
      failure.value = error
    }
  }

  async function send(edits: readonly EvaluationEdit[], reason?: string): Promise<void> {
    const begun = baseRevision
    baseRevision = undefined
    typedIn = null
    failure.value = undefined
    try {
      await store.edit([...edits], {
        ...(reason !== undefined && { reason }),
        ...(begun !== undefined && { baseRevision: begun }),
      })
    } catch (error) {
      if (error instanceof AppError && error.conflict) {
        stopped.value = { edits, reason, conflict: error.conflict }
      } else {
        failure.value = error
      }
    }
  }

  async function resolveConflict(keepsMine: boolean): Promise<void> {
    const waiting = stopped.value
    stopped.value = undefined
    if (keepsMine && waiting) await send(waiting.edits, waiting.reason)
  }

  return {
    failure,
    conflict: computed(() => stopped.value?.conflict),
    begin,
    onInput: ({ target }) => {
      if (target === typedIn) return
      typedIn = target
      begin()
    },
    send,
    resolveConflict,
    undo: () => attempt(store.undo),
    redo: () => attempt(store.redo),
    dismiss: () => {
      failure.value = undefined
    },
  }
}
