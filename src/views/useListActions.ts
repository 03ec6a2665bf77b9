import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { type BlankDraftIdentity, buildBlankDraft } from '@/domain/evaluation/blankDraft'
import { useEvaluationListStore } from '@/stores/evaluationListStore'

/** How long what was done can be taken back from the notice, in ms. */
const undoTime = 10_000

interface UndoableNotice {
  text: string
  undo: () => Promise<void>
}

interface ListActions {
  /** What was just done, while it can be taken back. */
  notice: Readonly<ShallowRef<UndoableNotice | undefined>>
  /** Why the last action did not happen. */
  failure: ShallowRef<unknown>
  isBusy: Readonly<Ref<boolean>>
  create: (identity: BlankDraftIdentity, profileId: string) => Promise<string | undefined>
  loadExample: () => Promise<void>
  copy: (
    ids: readonly string[],
    options: { fiscalYear: number; keepActuals: boolean },
  ) => Promise<string[]>
  remove: (ids: readonly string[]) => Promise<void>
  undo: () => Promise<void>
  dismiss: () => void
}

/** What is done to whole evaluations, each with its notice, its undo and its failure. */
export function useListActions(): ListActions {
  const store = useEvaluationListStore()
  const { t } = useI18n()
  const notice = shallowRef<UndoableNotice>()
  const failure = shallowRef<unknown>()
  const isBusy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  function dismiss() {
    clearTimeout(timer)
    notice.value = undefined
  }
  onScopeDispose(() => clearTimeout(timer))

  function announce(text: string, undo: () => Promise<void>) {
    dismiss()
    notice.value = { text, undo }
    timer = setTimeout(dismiss, undoTime)
  }

  /** One action at a time; what fails is shown and changes nothing else. */
  async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    failure.value = undefined
    try {
      return await action()
    } catch (error) {
      failure.value = error
      return undefined
    } finally {
      isBusy.value = false
    }
  }

  return {
    notice,
    failure,
    isBusy,
    dismiss,
    create: (identity, profileId) =>
      attempt(() => store.create(buildBlankDraft(identity), profileId)),
    async loadExample() {
      await attempt(async () => {
        const { exampleEvaluations } = await import('@/domain/example/exampleEvaluations')
        const ids = await store.createMany(exampleEvaluations)
        announce(t('list.exampleLoaded', { count: ids.length }), store.undoCreate)
      })
    },
    async copy(ids, options) {
      const copies = await attempt(() => store.copyMany(ids, options))
      if (!copies) return []
      announce(
        t('list.copied', { count: copies.length, year: options.fiscalYear }),
        store.undoCreate,
      )
      return copies
    },
    async remove(ids) {
      await attempt(async () => {
        await store.remove(ids)
        announce(t('list.removed', { count: ids.length }), store.undoRemove)
      })
    },
    async undo() {
      const undo = notice.value?.undo
      dismiss()
      if (undo) await attempt(undo)
    },
  }
}
