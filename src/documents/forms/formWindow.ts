import type { EvaluationDraft } from '../../domain/evaluation/evaluation'
import { buildFormGrid } from './buildFormGrid'
import type { FormGrid } from './formGrid'

const rowPath = /^indicators\.(\d+)(?=\.)/
const rowPrefix = 'indicators.'

/** Index of the row that a dotted path leads to; `undefined` for a path outside the rows. */
export function rowOfPath(path: string): number | undefined {
  // No pattern here: a sheet of 50,000 rows has a path for each of its cells.
  if (!path.startsWith(rowPrefix)) return undefined
  const row = Number.parseInt(path.slice(rowPrefix.length), 10)
  return Number.isNaN(row) ? undefined : row
}

/**
 * The form with a stretch of its rows only, for a page that could not draw them all at once.
 *
 * @param from index of the first row.
 * @returns a grid whose paths lead into the whole draft.
 */
export function buildFormWindow(draft: EvaluationDraft, from: number, count: number): FormGrid {
  const indicators = draft.indicators.slice(from, from + count).map((row) =>
    // Rows that share a score from before the window stay together; its figure stands there.
    typeof row.sharesScoreWith === 'number'
      ? { ...row, sharesScoreWith: row.sharesScoreWith - from }
      : row,
  )
  const grid = buildFormGrid({ ...draft, indicators }, draft.form)
  if (from === 0) return grid
  const moved = (path: string) =>
    path.replace(rowPath, (_, row: string) => `indicators.${String(Number(row) + from)}`)
  return {
    ...grid,
    cells: grid.cells.map((cell) =>
      cell.path === undefined ? cell : { ...cell, path: moved(cell.path) },
    ),
  }
}
