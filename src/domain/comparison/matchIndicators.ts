import type { IndicatorDraft } from '../evaluation/evaluation'
import { comparableName } from '../indicator/indicatorName'
import { nameSimilarity } from './nameSimilarity'

/** The same row in two tables; one side is absent where the row was added or dropped. */
export interface IndicatorPair<Before extends IndicatorDraft, After extends IndicatorDraft> {
  before?: Before
  after?: After
  /** The names differ, but so little that it is the same indicator. */
  isRenamed: boolean
}

/** From here two names of one second level are one indicator renamed; with the same target, earlier. */
const SAME_NAME = 0.75
const SAME_NAME_AND_TARGET = 0.4

/**
 * Pairs the rows of two tables: first by name and second level, then by name alone, then by names
 * that resemble each other inside one second level. Names are compared without brackets, spaces and
 * punctuation; rows of the same name are paired in printed order.
 *
 * @returns pairs in the order of `after`; a dropped row stands behind the row it stood behind.
 *   Source: project decision (docs/adr/0012-matching-indicators.md).
 */
export function matchIndicators<Before extends IndicatorDraft, After extends IndicatorDraft>(
  before: readonly Before[],
  after: readonly After[],
): IndicatorPair<Before, After>[] {
  const matched = new Map<After, Before>()
  const open = new Set(before)
  const take = (row: After, found: Before | undefined) => {
    if (!found) return
    matched.set(row, found)
    open.delete(found)
  }
  const keys: ((row: IndicatorDraft) => string)[] = [
    (row) => `${row.secondLevel}|${comparableName(row.name)}`,
    (row) => comparableName(row.name),
  ]
  for (const keyOf of keys) {
    const byKey = groupBy(open, keyOf)
    for (const row of after) {
      if (!matched.has(row)) take(row, byKey.get(keyOf(row))?.shift())
    }
  }
  for (const row of after) if (!matched.has(row)) take(row, findRenamed(row, open))
  return inPrintedOrder(before, after, matched)
}

function groupBy<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

function findRenamed<Before extends IndicatorDraft>(
  row: IndicatorDraft,
  candidates: Iterable<Before>,
): Before | undefined {
  let best: { row: Before; similarity: number } | undefined
  for (const candidate of candidates) {
    if (candidate.secondLevel !== row.secondLevel) continue
    const similarity = nameSimilarity(comparableName(candidate.name), comparableName(row.name))
    const threshold = candidate.target.raw === row.target.raw ? SAME_NAME_AND_TARGET : SAME_NAME
    if (similarity >= threshold && similarity > (best?.similarity ?? 0)) {
      best = { row: candidate, similarity }
    }
  }
  return best?.row
}

function inPrintedOrder<Before extends IndicatorDraft, After extends IndicatorDraft>(
  before: readonly Before[],
  after: readonly After[],
  matched: ReadonlyMap<After, Before>,
): IndicatorPair<Before, After>[] {
  const kept = new Set(matched.values())
  const droppedBehind = new Map<Before | undefined, Before[]>()
  let predecessor: Before | undefined
  for (const row of before) {
    if (kept.has(row)) predecessor = row
    else droppedBehind.set(predecessor, [...(droppedBehind.get(predecessor) ?? []), row])
  }
  const dropped = (behind: Before | undefined) =>
    (droppedBehind.get(behind) ?? []).map((row) => ({ before: row, isRenamed: false }))

  return [
    ...dropped(undefined),
    ...after.flatMap((row): IndicatorPair<Before, After>[] => {
      const found = matched.get(row)
      if (!found) return [{ after: row, isRenamed: false }]
      const isRenamed = comparableName(found.name) !== comparableName(row.name)
      return [{ before: found, after: row, isRenamed }, ...dropped(found)]
    }),
  ]
}
