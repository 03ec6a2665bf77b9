import { computed, type ComputedRef, type ShallowRef, shallowRef } from 'vue'
import { AppError, type EditConflict } from '@/domain/appError'

export interface EditOutcome {
  /** Why the last edit did not happen; conflicts stand apart. */
  failure: Readonly<ShallowRef<unknown>>
  /** A value that another window changed in the meantime. */
  conflict: ComputedRef<EditConflict | undefined>
  resolveConflict: (keepsMine: boolean) => Promise<void>
  dismiss: () => void
}

/**
 * Keeps what came back instead of a save; an edit that met a conflict waits for the decision.
 * @param save stores one edit; it is asked again with the same when the user keeps their own.
 */
export function useEditOutcome<Edit>(save: (edit: Edit) => Promise<void>): EditOutcome & {
  send: (edit: Edit) => Promise<void>
  /** For what can fail but meets no conflict of its own: undo and redo. */
  attempt: (action: () => Promise<void>) => Promise<void>
} {
  const failure = shallowRef<unknown>()
  const stopped = shallowRef<{ edit: Edit; conflict: EditConflict }>()

  async function attempt(action: () => Promise<void>): Promise<void> {
    failure.value = undefined
    try {
      await action()
    } catch (error) {
      failure.value = error
    }
  }

  const send = (edit: Edit) =>
    attempt(async () => {
      try {
        await save(edit)
      } catch (error) {
        if (!(error instanceof AppError && error.conflict)) throw error
        stopped.value = { edit, conflict: error.conflict }
      }
    })

  return {
    failure,
    conflict: computed(() => stopped.value?.conflict),
    resolveConflict: async (keepsMine) => {
      const waiting = stopped.value
      stopped.value = undefined
      if (keepsMine && waiting) await send(waiting.edit)
    },
    dismiss: () => {
      failure.value = undefined
    },
    send,
    attempt,
  }
}
