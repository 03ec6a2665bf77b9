import type { FormKind } from '../../domain/evaluation/evaluation'
import type { CellRole, FormCell, FormGrid } from './formGrid'

type CellOptions = Partial<Pick<FormCell, 'rowSpan' | 'columnSpan' | 'path' | 'part'>> & {
  number?: number
}

/** Lays a form out row by row; every form file writes through it. */
export class FormGridBuilder {
  private readonly cells: FormCell[] = []
  private headerRows = { from: 0, to: 0 }
  /** Row being written; a block moves it on when it is done. */
  row = 0

  constructor(
    private readonly form: FormKind,
    private readonly title: string,
    private readonly columnWidths: readonly number[],
    private readonly orientation: FormGrid['orientation'],
  ) {}

  get columnCount(): number {
    return this.columnWidths.length
  }

  /** `row` counts from the row being written. */
  add(column: number, text: string, role: CellRole, options: CellOptions = {}, row = 0): void {
    const { rowSpan = 1, columnSpan = 1, path, part, number } = options
    this.cells.push({
      row: this.row + row,
      column,
      rowSpan,
      columnSpan,
      text,
      role,
      ...(number === undefined ? {} : { number }),
      ...(path === undefined ? {} : { path }),
      ...(part === undefined ? {} : { part }),
    })
  }

  /** A number as the form shows it; a missing one leaves the cell blank, never 0. */
  addNumber(
    column: number,
    value: number | undefined,
    role: 'number' | 'score',
    options: CellOptions = {},
    row = 0,
  ): void {
    const text = value === undefined ? '' : String(value)
    this.add(column, text, role, value === undefined ? options : { ...options, number: value }, row)
  }

  /** 表名 and （2025年度） over the whole width. */
  addTitle(fiscalYear: number | undefined): void {
    this.add(0, this.title, 'title', { columnSpan: this.columnCount })
    this.row += 1
    const year = fiscalYear === undefined ? '（　　年度）' : `（${String(fiscalYear)}年度）`
    this.add(0, year, 'subtitle', { columnSpan: this.columnCount, path: 'fiscalYear' })
    this.row += 1
  }

  markHeader(from: number, to: number): void {
    this.headerRows = { from, to }
  }

  build(): FormGrid {
    return {
      form: this.form,
      title: this.title,
      rowCount: this.row,
      columnCount: this.columnCount,
      cells: [...this.cells].sort((a, b) => a.row - b.row || a.column - b.column),
      columnWidths: [...this.columnWidths],
      headerRows: this.headerRows,
      orientation: this.orientation,
    }
  }
}
