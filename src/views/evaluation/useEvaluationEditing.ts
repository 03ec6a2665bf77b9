import type { EvaluationEdit } from '@/domain/evaluation/evaluationEdit'
import { useEvaluationStore } from '@/stores/evaluationStore'
import { type EditOutcome, useEditOutcome } from './useEditOutcome'

export interface EvaluationEditing extends EditOutcome {
  /** A user began to type: what others store from now on is a conflict, not the ground of the edit. */
  begin: () => void
  /** For `input` of the page: the first letter in a field is such a beginning. */
  onInput: (event: Event) => void
  send: (edits: readonly EvaluationEdit[], reason?: string) => Promise<void>
  undo: () => Promise<void>
  redo: () => Promise<void>
}

interface SentEdits {
  edits: readonly EvaluationEdit[]
  reason: string | undefined
}

/** Forwards edits of the open evaluation and keeps what came back instead of a save. */
export function useEvaluationEditing(): EvaluationEditing {
  const store = useEvaluationStore()
  let baseRevision: number | undefined
  let typedIn: EventTarget | null = null

  function begin(): void {
    baseRevision = store.record?.revision
  }

  const { send, attempt, ...outcome } = useEditOutcome(async ({ edits, reason }: SentEdits) => {
    const begun = baseRevision
    baseRevision = undefined
    typedIn = null
    await store.edit([...edits], {
      ...(reason !== undefined && { reason }),
      ...(begun !== undefined && { baseRevision: begun }),
    })
  })

  return {
    ...outcome,
    begin,
    onInput: ({ target }) => {
      if (target === typedIn) return
      typedIn = target
      begin()
    },
    send: (edits, reason) => send({ edits, reason }),
    undo: () => attempt(store.undo),
    redo: () => attempt(store.redo),
  }
}
