import { shallowRef } from 'vue'
import type { AppStorage } from './appStorage'
import type { useEvaluationListStore } from './evaluationListStore'
import type { ImportDraft } from './importItem'
import { type DraftUpdate, undoUpdate, updateFromDraft } from './updateFromDraft'

/** What an acceptance did, while it can be taken back. */
export interface Acceptance {
  created: number
  updated: number
  rows: number
  doubts: number
}

/**
 * Writes accepted drafts, and takes the last acceptance back.
 * @param mark notes on the list which drafts are accepted.
 */
export function makeAcceptance(
  storage: AppStorage,
  list: ReturnType<typeof useEvaluationListStore>,
  mark: (draftIds: readonly string[], isAccepted: boolean) => void,
) {
  const acceptance = shallowRef<Acceptance>()
  const isWriting = shallowRef(false)
  /** Updates of the last acceptance. */
  let updates: DraftUpdate[] = []
  let acceptedIds: string[] = []
  /** What it created: other evaluations may be created before it is taken back. */
  let creation: (typeof list)['lastCreation']

  /** Marks what was written, so that one undo takes exactly that back. */
  function settle(done: readonly ImportDraft[], created: number): void {
    if (done.length === 0) return
    acceptedIds = done.map(({ id }) => id)
    mark(acceptedIds, true)
    acceptance.value = {
      created,
      updated: updates.length,
      rows: done.reduce((rows, { reading }) => rows + reading.draft.indicators.length, 0),
      doubts: done.reduce((doubts, { reading }) => doubts + reading.doubts.length, 0),
    }
  }

  /** One at a time: a button pressed twice neither writes twice nor takes back twice. */
  async function alone(action: () => Promise<void>): Promise<void> {
    if (isWriting.value) return
    isWriting.value = true
    try {
      await action()
    } finally {
      isWriting.value = false
    }
  }

  /**
   * Writes drafts as decided: new ones all at once, as one command; updates one command each.
   * @throws AppError as storing does; then none of the new ones is written, and updates before the
   *   failing one are kept as accepted, so that they can be taken back.
   */
  const accept = (chosen: readonly ImportDraft[]): Promise<void> => alone(() => write(chosen))

  async function write(chosen: readonly ImportDraft[]): Promise<void> {
    const fresh = chosen.filter(({ decision }) => decision.kind === 'new')
    if (fresh.length > 0)
      await list.createMany(
        fresh.map(({ reading: { draft, place } }) => ({
          draft,
          source: { fileName: place.split(' · ')[0] ?? place, place },
        })),
      )
    creation = fresh.length > 0 ? list.lastCreation : undefined
    updates = []
    const done = [...fresh]
    try {
      for (const draft of chosen) {
        if (draft.decision.kind !== 'update') continue
        const update = await updateFromDraft(storage, draft.decision.evaluationId, draft.reading)
        if (update) updates.push(update)
        done.push(draft)
      }
    } finally {
      settle(done, fresh.length)
    }
  }

  /** Takes the last acceptance back as a whole. */
  const undoAcceptance = (): Promise<void> => alone(takeBack)

  async function takeBack(): Promise<void> {
    const done = acceptance.value
    if (!done) return
    if (creation) await list.undoCreate(creation)
    for (const update of updates) await undoUpdate(storage, update)
    updates = []
    creation = undefined
    acceptance.value = undefined
    mark(acceptedIds, false)
  }

  return { acceptance, isWriting, accept, undoAcceptance }
}
