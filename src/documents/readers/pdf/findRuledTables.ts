import type { Ruling } from './rulingTracer'

/** A table as its lines draw it: edges of columns and rows, and which cells the lines separate. */
export interface RuledTable {
  /** Column edges from left to right and row edges from top to bottom, in points. */
  xs: number[]
  ys: number[]
  cells: { row: number; column: number; rowSpan: number; columnSpan: number }[]
}

/** Lines nearer than this (points) are one line; gaps smaller than this are no gap. */
const NEAR = 2.5
const GAP = 4
const MOST_EDGES = 1_000

/** Lines on the same height put together: pieces of a dashed or doubled line become one. */
function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at || a.from - b.from)
  const merged: Ruling[] = []
  let group: Ruling[] = []
  const flush = () => {
    group.sort((a, b) => a.from - b.from)
    let open: Ruling | undefined
    for (const ruling of group) {
      if (open && ruling.from <= open.to + GAP) open.to = Math.max(open.to, ruling.to)
      else merged.push((open = { ...ruling }))
    }
    group = []
  }
  for (const ruling of sorted) {
    if (group[0] && ruling.at - group[0].at > NEAR) flush()
    group.push(ruling)
  }
  flush()
  return merged
}

const touches = (line: Ruling, other: Ruling) =>
  other.at >= line.from - GAP &&
  other.at <= line.to + GAP &&
  line.at >= other.from - GAP &&
  line.at <= other.to + GAP

/** Groups of lines that hang together by crossing. */
function connect(horizontals: readonly Ruling[], verticals: readonly Ruling[]) {
  const rest = new Set(verticals)
  const open = new Set(horizontals)
  const groups: { horizontals: Ruling[]; verticals: Ruling[] }[] = []
  for (const seed of horizontals) {
    if (!open.delete(seed)) continue
    const group = { horizontals: [seed], verticals: [] as Ruling[] }
    const queue: Ruling[] = [seed]
    for (let line = queue.pop(); line; line = queue.pop()) {
      const isHorizontal = line.direction === 'horizontal'
      for (const other of isHorizontal ? rest : open) {
        if (!touches(line, other)) continue
        ;(isHorizontal ? rest : open).delete(other)
        ;(isHorizontal ? group.verticals : group.horizontals).push(other)
        queue.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

function edgesOf(positions: readonly number[]): number[] {
  const edges: number[] = []
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = edges.at(-1)
    if (last === undefined || position - last > NEAR) edges.push(position)
  }
  return edges
}

/** Whether one of the lines on an edge covers the point between two other edges. */
function isDrawn(lines: readonly Ruling[], at: number, from: number, to: number): boolean {
  const middle = (from + to) / 2
  return lines.some(
    (line) => Math.abs(line.at - at) <= NEAR && line.from <= middle && line.to >= middle,
  )
}

/** Fields with no line between them are one cell, as long as together they are a rectangle. */
function findCells(
  { xs, ys }: { xs: number[]; ys: number[] },
  lines: { horizontals: readonly Ruling[]; verticals: readonly Ruling[] },
): RuledTable['cells'] {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const owner = Array.from({ length: rows * columns }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (owner[root] !== root) root = owner[root] ?? root
    owner[index] = root
    return root
  }
  const join = (a: number, b: number) => {
    const [first, second] = [rootOf(a), rootOf(b)]
    owner[Math.max(first, second)] = Math.min(first, second)
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [left = 0, right = 0] = xs.slice(column, column + 2)
      const [top = 0, bottom = 0] = ys.slice(row, row + 2)
      const index = row * columns + column
      if (column + 1 < columns && !isDrawn(lines.verticals, right, top, bottom))
        join(index, index + 1)
      if (row + 1 < rows && !isDrawn(lines.horizontals, bottom, left, right))
        join(index, index + columns)
    }
  const fields = new Map<number, number[]>()
  owner.forEach((_, index) => {
    const root = rootOf(index)
    fields.set(root, [...(fields.get(root) ?? []), index])
  })
  return [...fields.values()].flatMap((indexes) => {
    const rowsOf = indexes.map((index) => Math.floor(index / columns))
    const columnsOf = indexes.map((index) => index % columns)
    const row = Math.min(...rowsOf)
    const column = Math.min(...columnsOf)
    const rowSpan = Math.max(...rowsOf) - row + 1
    const columnSpan = Math.max(...columnsOf) - column + 1
    if (rowSpan * columnSpan === indexes.length) return [{ row, column, rowSpan, columnSpan }]
    return indexes.map((index) => ({
      row: Math.floor(index / columns),
      column: index % columns,
      rowSpan: 1,
      columnSpan: 1,
    }))
  })
}

/** Adds the outer edge that a form leaves open: its lines reach beyond the last crossing line. */
function closeSides(lines: readonly Ruling[], edges: readonly number[]): number[] {
  const first = Math.min(...lines.map((line) => line.from))
  const last = Math.max(...lines.map((line) => line.to))
  return edgesOf(
    [...edges, first, last].filter((edge) => edge >= first - GAP && edge <= last + GAP),
  )
}

/** Tables drawn with lines, from the top of the page to the bottom. A single frame is none. */
export function findRuledTables(rulings: readonly Ruling[]): RuledTable[] {
  const horizontals = mergeRulings(rulings.filter((line) => line.direction === 'horizontal'))
  const verticals = mergeRulings(rulings.filter((line) => line.direction === 'vertical'))
  const tables: RuledTable[] = []
  for (const group of connect(horizontals, verticals)) {
    if (group.verticals.length === 0 || group.horizontals.length < 2) continue
    const xs = closeSides(group.horizontals, edgesOf(group.verticals.map((line) => line.at)))
    const ys = closeSides(group.verticals, edgesOf(group.horizontals.map((line) => line.at)))
    if (xs.length < 2 || ys.length < 2 || xs.length * ys.length < 6) continue
    if (xs.length > MOST_EDGES || ys.length > MOST_EDGES) continue
    tables.push({ xs, ys, cells: findCells({ xs, ys }, group) })
  }
  return tables.sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0) || (a.xs[0] ?? 0) - (b.xs[0] ?? 0))
}
