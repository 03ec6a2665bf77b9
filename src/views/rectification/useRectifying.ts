import { computed, type ComputedRef, shallowRef, type ShallowRef } from 'vue'
import { AppError, type EditConflict } from '@/domain/appError'
import type { Rectification } from '@/domain/rectification/rectification'
import type { RectificationEdit } from '@/domain/rectification/rectificationLedger'
import { newRowId } from '@/stores/rowId'
import { useRectificationStore } from '@/stores/rectificationStore'

interface Stopped {
  evaluationId: string
  edits: readonly RectificationEdit[]
  conflict: EditConflict
}

export interface Rectifying {
  failure: Readonly<ShallowRef<unknown>>
  /** A cell that another window changed in the meantime. */
  conflict: ComputedRef<EditConflict | undefined>
  change: (evaluationId: string, edits: readonly RectificationEdit[]) => Promise<void>
  add: (
    evaluationId: string,
    items: readonly Omit<Rectification, 'id' | 'state'>[],
  ) => Promise<void>
  resolve: (keepsMine: boolean) => Promise<void>
  undo: () => Promise<void>
  redo: () => Promise<void>
  undoState: ComputedRef<{ canUndo: boolean; canRedo: boolean }>
}

/**
 * Forwards changes of 整改台账 and keeps what came back instead of a save.
 * @param ownId the evaluation whose ledger undo is about; absent: the one changed last on this page.
 */
export function useRectifying(ownId: () => string | undefined): Rectifying {
  const store = useRectificationStore()
  const failure = shallowRef<unknown>()
  const stopped = shallowRef<Stopped>()
  const lastId = shallowRef<string>()
  const undoId = computed(() => ownId() ?? lastId.value)

  async function attempt(action: () => Promise<void>): Promise<unknown> {
    failure.value = undefined
    try {
      await action()
      return undefined
    } catch (error) {
      failure.value = error
      return error
    }
  }

  async function change(evaluationId: string, edits: readonly RectificationEdit[]): Promise<void> {
    lastId.value = evaluationId
    const error = await attempt(() => store.rectify(evaluationId, edits))
    if (error instanceof AppError && error.conflict) {
      failure.value = undefined
      stopped.value = { evaluationId, edits, conflict: error.conflict }
    }
  }

  const onLedger = (action: (id: string) => Promise<void>) => async () => {
    const id = undoId.value
    if (id !== undefined) await attempt(() => action(id))
  }

  return {
    failure,
    conflict: computed(() => stopped.value?.conflict),
    change,
    add: (evaluationId, items) =>
      change(
        evaluationId,
        items.map((item) => {
          const id = newRowId()
          return { path: [id], value: { ...item, id, state: 'open' } }
        }),
      ),
    resolve: async (keepsMine) => {
      const waiting = stopped.value
      stopped.value = undefined
      if (keepsMine && waiting) await change(waiting.evaluationId, waiting.edits)
    },
    undo: onLedger(store.undo),
    redo: onLedger(store.redo),
    undoState: computed(() =>
      undoId.value === undefined
        ? { canUndo: false, canRedo: false }
        : store.undoStateOf(undoId.value),
    ),
  }
}
