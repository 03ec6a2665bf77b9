import { type Ref, watch } from 'vue'
import type { AppDatabase } from '@/storage/database'
import { findExisting, type KnownEvaluations } from './findExisting'
import type { ImportDraft, Repeat } from './importItem'
import { makeRepeatIndex } from './repeatIndex'
import { usualDecision } from './usualDecision'

const isSameRepeat = (one: Repeat | undefined, other: Repeat | undefined): boolean =>
  one?.place === other?.place && one?.kind === other?.kind

interface ImportSurroundings {
  drafts: Readonly<Ref<readonly ImportDraft[]>>
  byId: Readonly<Ref<ReadonlyMap<string, ImportDraft>>>
  known: Readonly<Ref<KnownEvaluations>>
}

/**
 * Keeps said of each draft what it repeats, on the list and among what is stored, whenever either
 * changes; where that is news and the user has decided nothing, the usual decision is taken anew.
 * What of the list did not change is not looked at again.
 *
 * @param change writes what is found, all of it as one change of the list.
 */
export function settleDrafts(
  db: AppDatabase,
  { drafts, byId, known }: ImportSurroundings,
  change: (changes: ReadonlyMap<string, Partial<ImportDraft>>) => void,
): void {
  const index = makeRepeatIndex()

  /** What is to be said of a draft from now on; `undefined` where nothing changes. */
  async function settle(draft: ImportDraft): Promise<Partial<ImportDraft> | undefined> {
    const existing = findExisting(known.value, draft.reading.draft)
    const repeat = index.repeatOf(draft.id)
    // A month goes into the evaluation of its project once that is stored.
    const repeatOf = repeat?.kind === 'other-month' && existing.length > 0 ? undefined : repeat
    const isKnown = existing.join() === draft.existing.join()
    if (isKnown && isSameRepeat(repeatOf, draft.repeatOf)) return undefined
    const { decision: chosen, isDecided } = draft
    const isGone = chosen.kind === 'update' && !existing.includes(chosen.evaluationId)
    const surroundings = { existing, ...(repeatOf && { repeatOf }) }
    const decision =
      isDecided && !isGone ? chosen : await usualDecision(db, draft.reading, surroundings)
    return { existing, repeatOf, decision }
  }

  /** @throws AppError `record-damaged` of one draft, when all others are settled */
  async function settleAll(looked: readonly ImportDraft[]): Promise<void> {
    const open = looked.filter(({ isAccepted }) => !isAccepted)
    const outcomes = await Promise.allSettled(open.map(settle))
    const changes = new Map<string, Partial<ImportDraft>>()
    const changedMeanwhile: ImportDraft[] = []
    for (const [at, draft] of open.entries()) {
      const outcome = outcomes[at]
      const now = byId.value.get(draft.id)
      if (now && now !== draft) changedMeanwhile.push(now)
      else if (now && outcome?.status === 'fulfilled' && outcome.value)
        changes.set(draft.id, outcome.value)
    }
    change(changes)
    if (changedMeanwhile.length > 0) await settleAll(changedMeanwhile)
    const failed = outcomes.find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
  }

  // With nothing on the list, what is stored is not indexed at each edit.
  const knownOf = () => (drafts.value.length > 0 ? known.value : undefined)
  watch([drafts, knownOf], ([now, knownNow], [, knownBefore]) => {
    const looked = index.update(now)
    void settleAll(knownNow === knownBefore ? looked : now)
  })
}
