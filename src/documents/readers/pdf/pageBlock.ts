import type { FoundCell } from '../buildGrid'

/** A table on one page. */
export interface PageTable {
  kind: 'table'
  top: number
  cells: FoundCell[]
  rowCount: number
  /** Column edges in points: two pages with the same edges may hold one table. */
  xs: number[]
  isGuessed: boolean
}

/** A paragraph on one page. */
export interface PageText {
  kind: 'text'
  top: number
  text: string
  /** In the strip at the top or bottom of the page where running heads stand. */
  isInMargin: boolean
}

export type PageBlock = PageTable | PageText
