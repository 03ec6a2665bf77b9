import type { FoundCell } from '../buildGrid'
import { LIMITS } from '../limits'
import { buildWordTable, type WordCell, type WordRow } from './buildWordTable'

/** A row of a doc table: its cells' texts, and where their edges stand (twentieths of a point). */
export interface DocRow {
  texts: string[]
  edges: number[]
  merges: CellMerge[]
}

/** How a cell merges with its neighbours ([MS-DOC] 2.9.317 TCGRF). */
export interface CellMerge {
  isJoinedToLeft: boolean
  vertical: WordCell['verticalMerge']
}

/** Edges nearer than this are one: Word itself rounds them by a few twentieths from row to row. */
const NEAR = 30

/** The edges and merges of a row from its table definition (sprmTDefTable). */
export function readRowDefinition(operand: Uint8Array): Pick<DocRow, 'edges' | 'merges'> {
  const view = new DataView(operand.buffer, operand.byteOffset, operand.byteLength)
  const count = Math.min(operand[0] ?? 0, 64)
  const edges: number[] = []
  const merges: CellMerge[] = []
  for (let index = 0; index <= count && 3 + index * 2 <= operand.length; index++)
    edges.push(view.getInt16(1 + index * 2, true))
  const cells = 1 + (count + 1) * 2
  for (let index = 0; index < count; index++) {
    const at = cells + index * 20
    const flags = at + 2 <= operand.length ? view.getUint16(at, true) : 0
    const vertical = (flags >> 5) & 3
    merges.push({
      isJoinedToLeft: (flags & 3) === 1,
      vertical: vertical === 3 ? 'restart' : vertical === 1 ? 'continue' : undefined,
    })
  }
  return { edges, merges }
}

/** All edges of a table in ascending order; rows without a definition have their own count. */
function columnEdges(rows: readonly DocRow[]): number[] {
  const edges: number[] = []
  for (const edge of rows.flatMap((row) => row.edges).sort((a, b) => a - b)) {
    const last = edges.at(-1)
    if (last === undefined || edge - last > NEAR) edges.push(edge)
  }
  return edges
}

function columnOf(edges: readonly number[], edge: number): number {
  let nearest = 0
  edges.forEach((candidate, index) => {
    if (Math.abs(candidate - edge) < Math.abs((edges[nearest] ?? 0) - edge)) nearest = index
  })
  return nearest
}

function buildRow(row: DocRow, edges: readonly number[]): WordRow {
  if (row.edges.length !== row.texts.length + 1)
    return { firstColumn: 0, cells: row.texts.map((text) => ({ text, columnSpan: 1 })) }
  const cells: WordCell[] = []
  row.texts.forEach((text, index) => {
    const from = columnOf(edges, row.edges[index] ?? 0)
    const to = columnOf(edges, row.edges[index + 1] ?? 0)
    const columnSpan = Math.min(Math.max(1, to - from), LIMITS.columns)
    const merge = row.merges[index]
    const last = cells.at(-1)
    if (merge?.isJoinedToLeft && last) last.columnSpan += columnSpan
    else
      cells.push({
        text,
        columnSpan,
        ...(merge?.vertical ? { verticalMerge: merge.vertical } : {}),
      })
  })
  return { firstColumn: columnOf(edges, row.edges[0] ?? 0), cells }
}

/** Places the cells of a doc table: columns are where its rows have edges. */
export function buildDocTable(
  rows: readonly DocRow[],
  placeOf: (row: number, column: number) => string,
): FoundCell[] {
  const edges = columnEdges(rows)
  return buildWordTable(
    rows.map((row) => buildRow(row, edges)),
    placeOf,
  )
}
