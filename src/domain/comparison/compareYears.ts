import type { Evaluation, Indicator } from '../evaluation/evaluation'
import { compareTargets, type TargetChange } from './compareTargets'
import { matchIndicators } from './matchIndicators'

/** One indicator over the years; a year in which the table does not have it is `undefined`. */
export interface YearsRow {
  /** Name in the newest year that has it. */
  name: string
  /** One entry a year, in the order of `evaluations`. */
  indicators: (Indicator | undefined)[]
  /** What became of the 指标值 since the year before; `undefined` where either year lacks it. */
  targets: (TargetChange | undefined)[]
}

/** The tables of one project side by side. */
export interface YearsComparison {
  /** Oldest first; a table without a year stands first. */
  evaluations: Evaluation[]
  rows: YearsRow[]
}

/**
 * Sets the tables of one project (same `projectKey`) side by side. A row is followed through each
 * renaming; one that was dropped and taken up again is the same row.
 */
export function compareYears(tables: readonly Evaluation[]): YearsComparison {
  const evaluations = [...tables].sort((one, other) => yearOf(one) - yearOf(other))
  let rows: (Indicator | undefined)[][] = []
  evaluations.forEach((evaluation, year) => {
    const newest = new Map<Indicator, (Indicator | undefined)[]>()
    for (const row of rows) {
      const last = row.findLast((indicator) => indicator !== undefined)
      if (last) newest.set(last, row)
    }
    rows = matchIndicators([...newest.keys()], evaluation.indicators).map(({ before, after }) => {
      const earlier = before && newest.get(before)
      return [...(earlier ?? Array.from({ length: year }, () => undefined)), after]
    })
  })
  return { evaluations, rows: rows.map(describeRow) }
}

const yearOf = ({ fiscalYear }: Evaluation): number => fiscalYear ?? 0

function describeRow(indicators: (Indicator | undefined)[]): YearsRow {
  return {
    name: indicators.findLast((indicator) => indicator !== undefined)?.name ?? '',
    indicators,
    targets: indicators.map((indicator, year) => {
      const earlier = year === 0 ? undefined : indicators[year - 1]
      return indicator && earlier ? compareTargets(earlier.target, indicator.target) : undefined
    }),
  }
}
