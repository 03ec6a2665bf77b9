import type { RowInsertion } from './branch'

/** Ids of rows, in order. */
type Order = readonly string[]

export interface OrderSides {
  base: Order
  mine: Order
  theirs: Order
}

const isSameOrder = (a: Order, b: Order): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])

/** Earlier insertions first; those of one command as they came. */
function compareInsertions(
  insertions: ReadonlyMap<string, RowInsertion>,
): (a: string, b: string) => number {
  return (a, b) => {
    const first = insertions.get(a)
    const second = insertions.get(b)
    return (
      (first?.at ?? '').localeCompare(second?.at ?? '') ||
      (first?.sequence ?? 0) - (second?.sequence ?? 0) ||
      (a < b ? -1 : 1)
    )
  }
}

/** Row that an inserted row stands in front of, among those that are `placed`. */
function findAnchor(
  id: string,
  placed: ReadonlySet<string>,
  base: Order,
  insertions: ReadonlyMap<string, RowInsertion>,
): string | undefined {
  const seen = new Set([id])
  const successor = (row: string): string | undefined => {
    const inBase = base.indexOf(row)
    return inBase < 0 ? insertions.get(row)?.next : base[inBase + 1]
  }
  let next = successor(id)
  while (next !== undefined && !placed.has(next)) {
    if (seen.has(next)) return undefined
    seen.add(next)
    next = successor(next)
  }
  return next
}

/** Puts `extras` among the rows of `spine`, each in front of the row it was inserted before. */
function arrange(
  spine: Order,
  extras: Order,
  base: Order,
  insertions: ReadonlyMap<string, RowInsertion>,
): string[] {
  const placed = new Set([...spine, ...extras])
  const before = new Map<string | undefined, string[]>()
  for (const id of [...extras].sort(compareInsertions(insertions))) {
    const anchor = findAnchor(id, placed, base, insertions)
    before.set(anchor, [...(before.get(anchor) ?? []), id])
  }
  const withInserted = (id: string | undefined): string[] => {
    const inserted = before.get(id) ?? []
    before.delete(id)
    return [...inserted.flatMap(withInserted), ...(id === undefined ? [] : [id])]
  }
  return [...spine, undefined].flatMap(withInserted)
}

/**
 * Order of the rows of a merged table.
 *
 * Rows that were inserted on either side stand in front of the row they were inserted before, the
 * earlier insertion first: the result is the same whichever of two packages came first. The rows that
 * both sides started from keep their order; where one side moved them, its order holds; where both
 * did, somebody chooses.
 *
 * @param present ids that the merged table holds, in any order.
 * @param decide called when both sides moved rows.
 */
export function orderRows(
  { base, mine, theirs }: OrderSides,
  present: ReadonlySet<string>,
  insertions: ReadonlyMap<string, RowInsertion>,
  decide: () => 'mine' | 'theirs',
): string[] {
  const shared = new Set(base.filter((id) => mine.includes(id) && theirs.includes(id)))
  const [before, here, there] = [base, mine, theirs].map((side) =>
    side.filter((id) => shared.has(id)),
  ) as [string[], string[], string[]]
  const isMoved = !isSameOrder(before, here) && !isSameOrder(before, there)
  const isMine =
    isMoved && !isSameOrder(here, there) ? decide() === 'mine' : isSameOrder(before, there)
  const side = isMine ? mine : theirs
  const spine = side.filter((id) => base.includes(id) && present.has(id))
  const inSpine = new Set(spine)
  const extras = [...present].filter((id) => !inSpine.has(id))
  return arrange(spine, extras, base, insertions)
}
