/**
 * One printed cell. A merged cell stands once, at its top left corner, with its spans.
 * Readers leave out cells that are blank and not merged: what is not listed is blank.
 */
export interface GridCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  /**
   * What the document shows, number format applied: "98%", not 0.98. Blanks around it are cut; a
   * line break that the author wrote is "\n", one that only the width of the cell made is gone.
   */
  text: string
  /** Where a user finds it: "Sheet2!C14", "第3页", "第438行". */
  place: string
}

/**
 * A table as cells. Rows and columns count from 0; cells are sorted by row, then column.
 *
 * A worksheet is one grid with the sheet's own rows and columns, even when it holds several forms
 * or stray cells beside one: a form splits it by its headers. In the other formats every table is
 * a grid of its own, and a table torn by a page break is one again. A csv file is one grid.
 */
export interface Grid {
  /** Sheet name, or the heading in front of the table. */
  title: string
  /** Where the table begins: "000.xls · 网络运行维护费2". */
  place: string
  rowCount: number
  columnCount: number
  cells: GridCell[]
  /** Text between the previous table and this one, a paragraph each: titles, years, prose. */
  textBefore: { text: string; place: string }[]
  isHidden?: true
}

/** What a reader makes of a file: tables in printed order, and the text behind the last of them. */
export interface GridDocument {
  fileName: string
  grids: Grid[]
  textAfter: { text: string; place: string }[]
}
