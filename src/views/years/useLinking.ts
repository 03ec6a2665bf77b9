import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { LinkItem } from '@/components/years/LinkPanel.vue'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import { canEdit } from '@/domain/evaluation/evaluationStatus'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { unitOf } from '@/domain/summary/unitOf'
import { findLinkCandidates, linkProjects } from '@/domain/years/linkProjects'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useYearsStore } from '@/stores/yearsStore'

/** Links other evaluations to the open one, and takes them out again. */
export function useLinking(own: () => EvaluationRecord | undefined) {
  const { t } = useI18n()
  const list = useEvaluationListStore()
  const store = useYearsStore()
  const text = ref('')
  const failure = shallowRef<unknown>()
  /** What was done last, while it can be taken back. */
  const done = ref('')

  const others = computed(() => (store.tables ?? []).filter(({ id }) => id !== own()?.id))
  const find = (id: string) => list.summaries?.find((summary) => summary.id === id)
  const linkOf = (other: EvaluationSummary) => {
    const record = own()
    return record && linkProjects(record, other, others.value.length === 0)
  }

  const itemOf = (
    evaluation: Pick<
      EvaluationSummary,
      'id' | 'projectName' | 'implementingUnit' | 'competentDepartment' | 'fiscalYear'
    >,
    isOpen: boolean,
  ): LinkItem => ({
    id: evaluation.id,
    name: evaluation.projectName || t('years.unnamed'),
    unit: unitOf(evaluation) ?? '',
    year: evaluation.fiscalYear === undefined ? t('years.undated') : String(evaluation.fiscalYear),
    isOpen,
  })

  const candidates = computed(() => {
    const record = own()
    return record
      ? findLinkCandidates(record, list.summaries ?? [], text.value).map((other) =>
          itemOf(other, linkOf(other) !== undefined),
        )
      : []
  })
  const members = computed(() =>
    others.value.map((other) =>
      itemOf(other, canEdit(other.status, ['projectKey']) && other.projectKey !== other.id),
    ),
  )

  async function attempt(action: () => Promise<void>, message: string): Promise<void> {
    failure.value = undefined
    done.value = ''
    try {
      await action()
      done.value = message
    } catch (error) {
      failure.value = error
    }
  }

  async function link(id: string): Promise<void> {
    const other = find(id)
    const edit = other && linkOf(other)
    if (edit) await attempt(() => store.link(edit), t('years.linked', { name: other.projectName }))
  }

  const unlink = (id: string) =>
    attempt(() => store.unlink(id), t('years.unlinked', { name: find(id)?.projectName ?? '' }))

  return {
    candidates,
    members,
    failure,
    done,
    search: (next: string) => (text.value = next),
    link,
    unlink,
    undo: () => attempt(store.undoLink, ''),
    dismiss: () => (done.value = ''),
    dismissFailure: () => (failure.value = undefined),
  }
}
