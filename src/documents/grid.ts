/** One printed cell. A merged cell stands once, at its top left corner, with its spans. */
export interface GridCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  /** What the document shows, number format applied: "98%", not 0.98. */
  text: string
  /** Where a user finds it: "Sheet2!C14", "第3页", "第438行". */
  place: string
}

/** A table as cells. Rows and columns count from 0; cells are sorted by row, then column. */
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
