import type { Grid } from '../grid'

/** Rows between two reports: often enough for a watchdog, too seldom to cost anything. */
const rowsBetween = 1_000

/** Says how far reading has come, by rows of all grids. */
export class RowProgress {
  private readonly rowCount: number
  private done = 0

  constructor(
    grids: readonly Grid[],
    private readonly onProgress: (done: number) => void,
  ) {
    this.rowCount = grids.reduce((sum, grid) => sum + grid.rowCount, 0)
  }

  /** One more row was read. */
  step(): void {
    this.done += 1
    if (this.done % rowsBetween === 0) this.onProgress(Math.min(1, this.done / this.rowCount))
  }
}
