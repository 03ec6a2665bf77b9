import { computed, type ComputedRef } from 'vue'
import { type LocationQuery, type LocationQueryValue, useRoute, useRouter } from 'vue-router'
import type {
  HeatmapColumnKind,
  HeatmapGrouping,
  HeatmapRowKind,
} from '@/charts/heatmap/heatmapMatrix'
import type { AverageMethod } from '@/domain/aggregate/averageScore'
import type { ScoreKind } from '@/domain/summary/mainScore'

export type HeatmapSort = 'lost-points' | 'name' | 'printed'

/** What the overview shows; the address carries all of it, so that a link reproduces the view. */
export interface OverviewQuery {
  rows: HeatmapRowKind
  columns: HeatmapColumnKind
  score: ScoreKind
  sort: HeatmapSort
  method: AverageMethod
  unit?: string
  grade?: string
  status?: string
  indicator?: string
  project?: string
  group?: HeatmapGrouping
  /** Keys of the rows that stay on top. */
  pin: string[]
  /** Heatmap as a table. */
  table: boolean
}

const oneOf = <T extends string>(
  raw: LocationQueryValue | LocationQueryValue[] | undefined,
  allowed: readonly T[],
): T => allowed.find((value) => value === raw) ?? (allowed[0] as T)

const text = (raw: LocationQueryValue | LocationQueryValue[] | undefined): string | undefined =>
  typeof raw === 'string' && raw !== '' ? raw : undefined

/** More pinned rows than this would leave no room for the others. */
export const mostPins = 8

/** Reads an address; anything unknown falls back to the first choice. */
export function parseOverviewQuery(query: LocationQuery): OverviewQuery {
  const unit = text(query['unit'])
  const grade = text(query['grade'])
  const status = text(query['status'])
  const indicator = text(query['indicator'])
  const project = text(query['project'])
  const group = (['unit', 'year'] as const).find((name) => name === query['group'])
  return {
    rows: oneOf(query['rows'], ['evaluation', 'unit', 'year']),
    columns: oneOf(query['columns'], ['second-level', 'indicator']),
    score: oneOf(query['score'], ['declared', 'computed', 'reviewed']),
    sort: oneOf(query['sort'], ['lost-points', 'name', 'printed']),
    method: oneOf(query['method'], ['mean', 'budget-weighted', 'median']),
    table: query['table'] === '1',
    pin: [...new Set([query['pin'] ?? []].flat().flatMap((key) => text(key) ?? []))].slice(
      0,
      mostPins,
    ),
    ...(unit === undefined ? {} : { unit }),
    ...(grade === undefined ? {} : { grade }),
    ...(status === undefined ? {} : { status }),
    ...(indicator === undefined ? {} : { indicator }),
    ...(project === undefined ? {} : { project }),
    ...(group === undefined ? {} : { group }),
  }
}

/** Changes to the address, all in one step; `year` is the 年度 of the top bar. */
export type ChangeOverview = (
  next: { [Key in keyof OverviewQuery]?: OverviewQuery[Key] | undefined } & {
    year?: number | undefined
  },
  options?: { isStep: boolean },
) => void

/**
 * The overview's filters as they stand in the address.
 *
 * `change` replaces the entry for a change of look and pushes one for a step down or up, so that
 * Back undoes steps, not clicks on switches. `undefined` removes a filter.
 */
export function useOverviewQuery(): {
  query: ComputedRef<OverviewQuery>
  change: ChangeOverview
} {
  const route = useRoute()
  const router = useRouter()
  const query = computed(() => parseOverviewQuery(route.query))

  return {
    query,
    change(next, options = { isStep: false }) {
      const { table, ...others } = next
      const target = {
        query: {
          ...route.query,
          ...others,
          ...('table' in next ? { table: table ? '1' : undefined } : {}),
        },
      }
      void (options.isStep ? router.push(target) : router.replace(target))
    },
  }
}
