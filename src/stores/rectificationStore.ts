import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useLiveQuery } from '@/composables/useLiveQuery'
import { buildUndoStack } from '@/domain/evaluation/undoStack'
import {
  editLedger,
  readLedger,
  type RectificationEdit,
  type RectificationLedger,
} from '@/domain/rectification/rectificationLedger'
import { copyPlain } from '@/domain/evaluation/plainData'
import { evaluationIdOf, listLedgers, type StoredLedger } from '@/storage/rectificationCommands'
import { injectAppStorage } from './appStorage'

/** 整改台账 of all evaluations, followed live, with this page's unsaved changes on top. */
export const useRectificationStore = defineStore('rectification', () => {
  const { db, queue, queueVersion, lastResult, send } = injectAppStorage()

  const { data: loaded, error } = useLiveQuery(undefined, () => () => listLedgers(db))
  /** The newest state known: from the live query, or from the answer to an own command. */
  const stored = shallowRef<ReadonlyMap<string, StoredLedger>>()
  watch(loaded, (ledgers) => (stored.value = ledgers), { flush: 'sync' })
  watch(
    lastResult,
    (result) => {
      const history = result?.ledgerHistory ?? []
      const [first] = history
      if (!first || !stored.value) return
      const id = evaluationIdOf(first.evaluationId)
      if (history.length <= historyOf(id).length) return
      stored.value = new Map([...stored.value, [id, { items: readLedger(history), history }]])
    },
    { flush: 'sync' },
  )
  const isLoading = computed(() => stored.value === undefined && error.value === undefined)

  /** By the id of the evaluation. */
  const ledgers = computed((): ReadonlyMap<string, RectificationLedger> => {
    const shown = new Map([...(stored.value ?? [])].map(([id, { items }]) => [id, items]))
    const pending = queueVersion.value < 0 ? [] : queue.pending
    for (const command of pending) {
      if (command.type !== 'rectify') continue
      const items = shown.get(command.evaluationId) ?? []
      shown.set(command.evaluationId, withEdits(items, command.edits))
    }
    return shown
  })

  const historyOf = (evaluationId: string) => stored.value?.get(evaluationId)?.history ?? []

  /**
   * Makes a list of changes of one ledger as one command.
   *
   * @throws AppError `edit-conflict` | `not-allowed` | `storage-frozen`: nothing was changed.
   */
  async function rectify(
    evaluationId: string,
    edits: readonly RectificationEdit[],
    reason?: string,
  ): Promise<void> {
    await send({
      type: 'rectify',
      evaluationId,
      edits: copyPlain(edits) as RectificationEdit[],
      baseLength: historyOf(evaluationId).length,
      ...(reason !== undefined && { reason }),
    })
  }

  /** Takes back the last change of a ledger. @throws AppError `edit-conflict` */
  async function undo(evaluationId: string): Promise<void> {
    await send({ type: 'undo-rectify', evaluationId })
  }

  async function redo(evaluationId: string): Promise<void> {
    await send({ type: 'redo-rectify', evaluationId })
  }

  /** What can be undone and redone of a ledger. */
  function undoStateOf(evaluationId: string): { canUndo: boolean; canRedo: boolean } {
    const { undoable, redoable } = buildUndoStack(historyOf(evaluationId))
    return { canUndo: undoable.length > 0, canRedo: redoable.length > 0 }
  }

  /** Ledgers as they are on disk, for documents. */
  async function load(
    evaluationIds: readonly string[],
  ): Promise<Record<string, RectificationLedger>> {
    await queue.settled()
    const all = await listLedgers(db)
    return Object.fromEntries(
      evaluationIds.flatMap((id) => {
        const items = all.get(id)?.items ?? []
        return items.length === 0 ? [] : [[id, items]]
      }),
    )
  }

  return { ledgers, isLoading, error, historyOf, rectify, undo, redo, undoStateOf, load }
})

/** A change whose item is gone is left out; the kernel refuses it. */
function withEdits(
  ledger: RectificationLedger,
  edits: readonly RectificationEdit[],
): RectificationLedger {
  return edits.reduce((current, edit) => editLedger(current, edit) ?? current, ledger)
}
