/** Sizes of the heatmap, CSS pixels: of the chart, and of what is laid over it. */
export const heatmapLayout = {
  /** Room for the names of rows. */
  left: 232,
  right: 28,
  /** Room for the names of columns: three lines. */
  head: 56,
  bottom: 8,
  /** Height of a row that is kept on top. */
  pinnedRow: 26,
  /** Height of a row at first. */
  row: 26,
  /** No lower and no higher than this, whatever the number of rows. */
  minHeight: 96,
  maxHeight: 760,
} as const

/** Rows shown at first: as many as can carry a name and numbers; the rest is a scroll away. */
export const rowsInSight = (height: number): number =>
  Math.max(1, Math.floor((height - heatmapLayout.head - heatmapLayout.bottom) / heatmapLayout.row))

/** Height of a heatmap of so many rows. */
export function heatmapHeight(rowTotal: number, most: number): number {
  const { head, bottom, row, minHeight, maxHeight } = heatmapLayout
  return Math.max(minHeight, Math.min(maxHeight, most, head + bottom + rowTotal * row))
}

/** Rows and columns in sight at first, as `HeatmapView` counts them. */
export const firstView = (rows: number, columns: number, height: number) => ({
  rows: [-0.5, Math.min(rows, rowsInSight(height)) - 0.5] as const,
  columns: [-0.5, columns - 0.5] as const,
})
