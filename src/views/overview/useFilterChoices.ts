import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ActiveFilter, FilterChoice } from '@/components/overview/OverviewFilters.vue'
import type { OverviewQuery } from '@/composables/useOverviewQuery'
import type { EvaluationStatus } from '@/domain/evaluation/evaluationRecord'
import type { Grade } from '@/domain/scoring/evaluationScore'
import type { EvaluationSummary } from '@/domain/summary/evaluationSummary'
import { unitOf } from '@/domain/summary/unitOf'

const grades: readonly Grade[] = ['excellent', 'good', 'fair', 'poor']
const statuses: readonly EvaluationStatus[] = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'locked',
]

/** The selects above the overview, and the chips of the filters that are on, in words. */
export function useFilterChoices(
  all: () => readonly EvaluationSummary[],
  query: () => OverviewQuery,
  year: () => number | undefined,
): { choices: ComputedRef<FilterChoice[]>; active: ComputedRef<ActiveFilter[]> } {
  const { t } = useI18n()
  const any = computed(() => ({ value: '', label: t('overview.filters.any') }))

  const units = computed(() => {
    const names = new Set(all().flatMap((summary) => unitOf(summary) ?? []))
    const collator = new Intl.Collator('zh-CN', { numeric: true })
    return [...names].sort((a, b) => collator.compare(a, b))
  })

  function choice<Value extends string>(
    key: string,
    label: string,
    value: string,
    options: readonly Value[],
    word: (value: Value) => string,
    withAny = false,
  ): FilterChoice {
    const listed = options.map((option) => ({ value: option, label: word(option) }))
    return { key, label, value, options: withAny ? [any.value, ...listed] : listed }
  }

  const gradeWord = (grade: string): string =>
    grade === 'ungraded' ? t('overview.facts.noTotal') : t(`words.grade.${grade}`)

  const choices = computed(() => {
    const { rows, columns, score, sort, group, unit, grade, status } = query()
    return [
      choice('rows', t('overview.rows.label'), rows, ['evaluation', 'unit', 'year'], (kind) =>
        t(`overview.rows.${kind}`),
      ),
      ...(rows === 'evaluation'
        ? [
            choice('group', t('overview.group.label'), group ?? '', ['', 'unit', 'year'], (kind) =>
              t(`overview.group.${kind || 'none'}`),
            ),
          ]
        : []),
      choice(
        'columns',
        t('overview.columns.label'),
        columns,
        ['second-level', 'indicator'],
        (kind) => t(`overview.columns.${kind}`),
      ),
      choice(
        'score',
        t('overview.score.label'),
        score,
        ['declared', 'computed', 'reviewed'],
        (kind) => t(`words.score.${kind}`),
      ),
      choice('sort', t('overview.sort.label'), sort, ['lost-points', 'name', 'printed'], (kind) =>
        t(`overview.sort.${kind}`),
      ),
      choice('unit', t('words.unit'), unit ?? '', units.value, (name) => name, true),
      choice(
        'grade',
        t('overview.filters.gradeLabel'),
        grade ?? '',
        [...grades, 'ungraded'],
        gradeWord,
        true,
      ),
      choice(
        'status',
        t('overview.filters.statusLabel'),
        status ?? '',
        statuses,
        (name) => t(`words.status.${name}`),
        true,
      ),
    ]
  })

  const active = computed(() => {
    const { unit, grade, status, indicator, project } = query()
    const chip = (key: string, value: string | undefined): ActiveFilter[] =>
      value === undefined ? [] : [{ key, label: t(`overview.filters.${key}`, { value }) }]
    return [
      ...chip('year', year() === undefined ? undefined : String(year())),
      ...chip('unit', unit),
      ...chip('grade', grade && gradeWord(grade)),
      ...chip('status', status && t(`words.status.${status}`)),
      ...chip('indicator', indicator),
      ...chip(
        'project',
        project && (all().find(({ projectKey }) => projectKey === project)?.projectName ?? project),
      ),
    ]
  })

  return { choices, active }
}
