import { computed, type ComputedRef } from 'vue'
import { type LocationQuery, type LocationQueryRaw, useRoute, useRouter } from 'vue-router'
import type { EvaluationStatus } from '@/domain/evaluation/evaluationRecord'
import type { Severity } from '@/domain/findings/finding'
import type { Grade } from '@/domain/scoring/evaluationScore'
import type { SummaryColumn, SummaryOrder } from '@/domain/summary/sortSummaries'
import type { SummaryFilter } from '@/domain/summary/summaryFilter'

const grades: readonly (Grade | 'none')[] = ['excellent', 'good', 'fair', 'poor', 'none']
const statuses: readonly EvaluationStatus[] = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'locked',
]
const severities: readonly Severity[] = ['error', 'warning', 'hint']
const columns: readonly SummaryColumn[] = [
  'name',
  'unit',
  'year',
  'form',
  'progress',
  'declared',
  'computed',
  'reviewed',
  'difference',
  'grade',
  'findings',
  'status',
  'updated',
]

/** Newest work first. */
export const defaultOrder: SummaryOrder = { column: 'updated', isDescending: true }

const wordsOf = (query: LocationQuery, key: string): string[] =>
  [query[key] ?? []].flat().filter((value): value is string => value !== null && value !== '')

/** Of a list of words in the address, those that are known. */
function knownWords<T extends string>(query: LocationQuery, key: string, known: readonly T[]): T[] {
  const words = wordsOf(query, key)
  return known.filter((word) => words.includes(word))
}

/** What an address asks for; anything it says that is not understood is as if it were not there. */
export function parseListQuery(query: LocationQuery): {
  filter: SummaryFilter
  order: SummaryOrder
} {
  const [text] = wordsOf(query, 'q')
  const year = Number(wordsOf(query, 'year')[0] ?? Number.NaN)
  const sort = wordsOf(query, 'sort')[0] ?? ''
  const column = columns.find((name) => name === sort.replace(/^-/, ''))
  return {
    filter: {
      ...(text === undefined ? {} : { text }),
      ...(Number.isInteger(year) ? { fiscalYear: year } : {}),
      units: wordsOf(query, 'unit'),
      grades: knownWords(query, 'grade', grades),
      statuses: knownWords(query, 'status', statuses),
      severities: knownWords(query, 'severity', severities),
      ...(query['open'] === '1' ? { isUnfilled: true } : {}),
    },
    order: column ? { column, isDescending: sort.startsWith('-') } : defaultOrder,
  }
}

/** The inverse of `parseListQuery`, without what is empty or as usual. */
export function writeListQuery(filter: SummaryFilter, order: SummaryOrder): LocationQueryRaw {
  const list = (values: readonly string[] | undefined) =>
    values && values.length > 0 ? [...values] : undefined
  const isUsual =
    order.column === defaultOrder.column && order.isDescending === defaultOrder.isDescending
  return {
    q: filter.text === '' ? undefined : filter.text,
    year: filter.fiscalYear,
    unit: list(filter.units),
    grade: list(filter.grades),
    status: list(filter.statuses),
    severity: list(filter.severities),
    open: filter.isUnfilled ? '1' : undefined,
    sort: isUsual ? undefined : `${order.isDescending ? '-' : ''}${order.column}`,
  }
}

/** Filter and order of a list of evaluations. They live in the address, so that it reproduces the view. */
export function useListQuery(): {
  filter: ComputedRef<SummaryFilter>
  order: ComputedRef<SummaryOrder>
  /** Typing replaces the address; every other change is a step that Back takes back. */
  change: (filter: SummaryFilter, order?: SummaryOrder) => void
  sortBy: (column: SummaryColumn) => void
} {
  const route = useRoute()
  const router = useRouter()
  const parsed = computed(() => parseListQuery(route.query))
  const filter = computed(() => parsed.value.filter)
  const order = computed(() => parsed.value.order)

  function change(next: SummaryFilter, nextOrder = order.value) {
    const isTyping = next.text !== filter.value.text
    void router[isTyping ? 'replace' : 'push']({ query: writeListQuery(next, nextOrder) })
  }

  /** Scores and counts are looked at from the top, names from the beginning; again turns it round. */
  function sortBy(column: SummaryColumn) {
    const startsAscending = ['name', 'unit', 'form', 'status', 'progress'].includes(column)
    const isDescending =
      order.value.column === column ? !order.value.isDescending : !startsAscending
    change(filter.value, { column, isDescending })
  }

  return { filter, order, change, sortBy }
}
