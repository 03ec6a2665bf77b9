import type { ReadIssue } from '../readIssue'
import type { GridCell } from '../grid'

/** Which cell of which grid a field of a draft was read from. */
export interface SourceLink {
  /** Dotted path into the draft, as in `FormCell.path`. */
  path: string
  gridIndex: number
  row: number
  column: number
}

/** A doubt about a draft: an issue that knows its cell and its field. */
export interface Doubt extends ReadIssue {
  path?: string
  gridIndex?: number
  row?: number
  column?: number
}

/** Collects where fields came from and what was doubtful, for one table. */
export class Trace {
  readonly links: SourceLink[] = []
  readonly doubts: Doubt[] = []

  constructor(
    private readonly fileName: string,
    public gridIndex: number,
  ) {}

  link(path: string, cell: Pick<GridCell, 'row' | 'column'> | undefined): void {
    if (!cell) return
    this.links.push({ path, gridIndex: this.gridIndex, row: cell.row, column: cell.column })
  }

  doubt(
    code: string,
    severity: ReadIssue['severity'],
    message: string,
    at: { cell?: GridCell | undefined; place?: string; path?: string },
  ): void {
    const place = at.cell?.place ?? at.place ?? ''
    this.doubts.push({
      code,
      severity,
      message,
      place: place.startsWith(this.fileName) ? place : `${this.fileName} · ${place}`,
      ...(at.path === undefined ? {} : { path: at.path }),
      ...(at.cell ? { gridIndex: this.gridIndex, row: at.cell.row, column: at.cell.column } : {}),
    })
  }
}
