import { computed, type ComputedRef, shallowRef } from 'vue'
import type { RectificationLine } from '@/components/rectification/rectificationLine'
import type { Rectification } from '@/domain/rectification/rectification'
import type { RectificationEdit } from '@/domain/rectification/rectificationLedger'
import { newRowId } from '@/stores/rowId'
import { useRectificationStore } from '@/stores/rectificationStore'
import { type EditOutcome, useEditOutcome } from '../evaluation/useEditOutcome'

export interface Rectifying extends EditOutcome {
  change: (evaluationId: string, edits: readonly RectificationEdit[]) => Promise<void>
  add: (
    evaluationId: string,
    items: readonly Omit<Rectification, 'id' | 'state'>[],
  ) => Promise<void>
  undo: () => Promise<void>
  redo: () => Promise<void>
  /** Whether the last thing that happened to a ledger is that this row was moved out. */
  isLastRemoval: (line: RectificationLine) => boolean
  /** Undoes the last change of this ledger. */
  undoOf: (evaluationId: string) => Promise<void>
  undoState: ComputedRef<{ canUndo: boolean; canRedo: boolean }>
}

interface SentEdits {
  evaluationId: string
  edits: readonly RectificationEdit[]
}

/**
 * Forwards changes of 整改台账 and keeps what came back instead of a save.
 * @param ownId the evaluation whose ledger undo is about; absent: the one changed last on this page.
 */
export function useRectifying(ownId: () => string | undefined): Rectifying {
  const store = useRectificationStore()
  const lastId = shallowRef<string>()
  const undoId = computed(() => ownId() ?? lastId.value)

  const { send, attempt, ...outcome } = useEditOutcome(
    async ({ evaluationId, edits }: SentEdits) => {
      lastId.value = evaluationId
      await store.rectify(evaluationId, edits)
    },
  )

  const change: Rectifying['change'] = (evaluationId, edits) => send({ evaluationId, edits })

  const onLedger = (action: (id: string) => Promise<void>) => async () => {
    const id = undoId.value
    if (id !== undefined) await attempt(() => action(id))
  }

  return {
    ...outcome,
    change,
    add: (evaluationId, items) =>
      change(
        evaluationId,
        items.map((item) => {
          const id = newRowId()
          return { path: [id], value: { ...item, id, state: 'open' } }
        }),
      ),
    undo: onLedger(store.undo),
    redo: onLedger(store.redo),
    isLastRemoval: ({ evaluationId, item }) => {
      const last = store.historyOf(evaluationId).at(-1)
      return last?.path.length === 1 && last.path[0] === item.id && last.after === undefined
    },
    undoOf: (evaluationId) => attempt(() => store.undo(evaluationId)),
    undoState: computed(() =>
      undoId.value === undefined
        ? { canUndo: false, canRedo: false }
        : store.undoStateOf(undoId.value),
    ),
  }
}
