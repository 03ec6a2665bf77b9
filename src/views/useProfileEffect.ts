import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { EffectRow } from '@/components/profile/effectRow'
import { sum } from '@/domain/decimal'
import type { EvaluationRecord } from '@/domain/evaluation/evaluationRecord'
import type { ScoringProfile } from '@/domain/profile/scoringProfile'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { useEvaluationListStore } from '@/stores/evaluationListStore'
import { useProfileStore } from '@/stores/profileStore'

/** Evaluations read and scored at a time; between two portions the page can paint. */
const portion = 200

/** Scores evaluations by another profile and compares, without writing anything. */
export function useProfileEffect(): {
  rows: ShallowRef<EffectRow[] | undefined>
  /** [done, total] while it computes. */
  progress: ShallowRef<readonly [number, number] | undefined>
  compute: (ids: readonly string[], profile: ScoringProfile) => Promise<void>
} {
  const listStore = useEvaluationListStore()
  const profileStore = useProfileStore()
  const { t } = useI18n()
  const rows = shallowRef<EffectRow[]>()
  const progress = shallowRef<readonly [number, number]>()

  function compare(record: EvaluationRecord, profile: ScoringProfile): EffectRow {
    const current = profileStore.find(record.profileId, record.profileVersion)
    const now = current && scoreEvaluation(record, current)
    const then = scoreEvaluation(record, profile)
    const [before, after] = [now?.computedTotal, then.computedTotal]
    const change = before === undefined || after === undefined ? 0 : sum([after, -before])
    const isUsed = record.profileId === profile.id && current?.version === profile.version
    const isFiled = record.status !== 'draft' && record.status !== 'returned'
    return {
      id: record.id,
      name: record.projectName,
      fiscalYear: record.fiscalYear,
      profileName: current?.name ?? record.profileId,
      before,
      after,
      change: change === 0 ? '' : `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(2)}`,
      gradeBefore: now?.grades.computed,
      gradeAfter: then.grades.computed,
      obstacle: isUsed
        ? t('profile.effect.isUsed')
        : isFiled
          ? t('profile.effect.filed', { status: t(`words.status.${record.status}`) })
          : '',
    }
  }

  async function compute(ids: readonly string[], profile: ScoringProfile) {
    const computed: EffectRow[] = []
    try {
      for (let start = 0; start < ids.length; start += portion) {
        progress.value = [start, ids.length]
        const records = await listStore.load(ids.slice(start, start + portion))
        computed.push(...records.map((record) => compare(record, profile)))
      }
      // What would change stands first; the rest keeps its order.
      rows.value = computed.sort((a, b) => Number(b.change !== '') - Number(a.change !== ''))
    } finally {
      progress.value = undefined
    }
  }

  return { rows, progress, compute }
}
