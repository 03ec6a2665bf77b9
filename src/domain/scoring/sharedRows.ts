import type { Indicator } from '../evaluation/evaluation'

export interface SharedRows {
  /** The row that carries the score this row takes part in; `undefined` for a row of its own. */
  rootOf(indicator: Indicator): Indicator | undefined
  /** Rows that take part in the score of this one. */
  partnersOf(indicator: Indicator): readonly Indicator[]
}

const NO_ROWS: readonly Indicator[] = []
const NO_SHARED_ROWS: SharedRows = { rootOf: () => undefined, partnersOf: () => NO_ROWS }

/**
 * Rows over which one score is printed (`sharesScoreWith`, an id or an index). A reference to no row,
 * to itself or round in a circle is ignored: the row then stands for itself.
 */
export function findSharedRows(indicators: readonly Indicator[]): SharedRows {
  if (indicators.every((indicator) => indicator.sharesScoreWith === undefined))
    return NO_SHARED_ROWS
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const next = ({ sharesScoreWith }: Indicator): Indicator | undefined =>
    typeof sharesScoreWith === 'number'
      ? indicators[sharesScoreWith]
      : sharesScoreWith === undefined
        ? undefined
        : byId.get(sharesScoreWith)

  const roots = new Map<Indicator, Indicator>()
  const partners = new Map<Indicator, Indicator[]>()
  for (const indicator of indicators) {
    const root = endOf(indicator, next)
    if (root === undefined || root === indicator) continue
    roots.set(indicator, root)
    partners.set(root, [...(partners.get(root) ?? []), indicator])
  }
  return {
    rootOf: (indicator) => roots.get(indicator),
    partnersOf: (indicator) => partners.get(indicator) ?? NO_ROWS,
  }
}

function endOf(
  start: Indicator,
  next: (indicator: Indicator) => Indicator | undefined,
): Indicator | undefined {
  const passed = new Set<Indicator>()
  let current = start
  for (let following = next(current); following; following = next(current)) {
    if (passed.has(following) || following === start) return undefined
    passed.add(following)
    current = following
  }
  return current
}
