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

/**
 * Which cells one indicator was read from: cells of one row of a grid. Rows that are laid out alike,
 * nearly all of a table, have the same list of fields: a sheet of 50,000 rows keeps one.
 */
export interface RowLinks {
  gridIndex: number
  row: number
  fields: readonly FieldColumn[]
}

/** A field of an indicator ("name", "monitoring.toDate") and the column it stands in. */
interface FieldColumn {
  field: string
  column: number
}

/** A field of an indicator and the cell it was read from. */
export interface FieldCell {
  field: string
  cell: GridCell
}

/** The links of one indicator, spelled out. */
export function linksOfRow({ gridIndex, row, fields }: RowLinks, index: number): SourceLink[] {
  return fields.map(({ field, column }) => {
    return { path: `indicators.${String(index)}.${field}`, gridIndex, row, column }
  })
}

/** A doubt about a draft: an issue that knows its cell and its field. */
export interface Doubt extends ReadIssue {
  path?: string
  gridIndex?: number
  row?: number
  column?: number
}

function isLaidOut(cells: readonly FieldCell[], layout: readonly FieldColumn[]): boolean {
  return (
    cells.length === layout.length &&
    cells.every(
      ({ field, cell }, at) => layout[at]?.field === field && layout[at].column === cell.column,
    )
  )
}

/** Collects where fields came from and what was doubtful, for one table. */
export class Trace {
  /** Of the head, and of the indicators what stands on another row than the rest of theirs. */
  readonly links: SourceLink[] = []
  /** One an indicator, in their order; rows that were added from elsewhere have none. */
  readonly rowLinks: RowLinks[] = []
  readonly doubts: Doubt[] = []
  private layout: readonly FieldColumn[] = []

  constructor(
    private readonly fileName: string,
    public gridIndex: number,
  ) {}

  link(path: string, cell: Pick<GridCell, 'row' | 'column'> | undefined): void {
    if (!cell) return
    this.links.push({ path, gridIndex: this.gridIndex, row: cell.row, column: cell.column })
  }

  /** @param row the row of the grid that the indicator stands on. */
  linkRow(index: number, row: number, found: readonly FieldCell[]): void {
    const own = found.filter(({ cell }) => cell.row === row)
    if (!isLaidOut(own, this.layout))
      this.layout = own.map(({ field, cell }) => ({ field, column: cell.column }))
    this.rowLinks.push({ gridIndex: this.gridIndex, row, fields: this.layout })
    if (own.length === found.length) return
    for (const { field, cell } of found)
      if (cell.row !== row) this.link(`indicators.${String(index)}.${field}`, cell)
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
