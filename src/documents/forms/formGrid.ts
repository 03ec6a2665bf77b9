import type { AttainmentLikelihood, FormKind, Goal } from '../../domain/evaluation/evaluation'
import type { SplitTarget } from './printTarget'

/**
 * What a cell is on the form; a writer derives typeface, alignment and number format from it.
 * `title` 表名, `subtitle` （2025年度）, `header` of a column, `label` 项目名称 or a level cell,
 * `value` text, `number` an amount in the form's money unit, `score` 分值 or 得分.
 */
export type CellRole = 'title' | 'subtitle' | 'header' | 'label' | 'value' | 'number' | 'score'

export type CellPart = keyof SplitTarget | AttainmentLikelihood | Goal['term']

/** One printed cell; a merged cell stands once, at its top left corner, with its spans. */
export interface FormCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  /** What the form shows; '' for a cell that is there but empty. */
  text: string
  role: CellRole
  /**
   * The same as `text`, as a number: 万元 or 元 (as the form says) for `number`, 分 for `score`.
   * Absent where the cell is empty or holds words ("—").
   */
  number?: number
  /**
   * Field the cell prints, as a dotted path into the draft: `projectName`,
   * `funds.rows.0.annualBudget`, `goals.0.expected`, `indicators.3.target`, `printedTotal.score`.
   * A merged level cell names the first of its rows. Absent for fixed words.
   */
  path?: string
  /**
   * Which of the cells that print one field together: `sign`, `value` or `measureUnit` of a target in
   * three cells; the member of 完成目标可能性 that a tick stands for; the term whose goals stand in one
   * cell, or would.
   */
  part?: CellPart
}

/** A form as it is printed: every cell of the rectangle is covered exactly once. */
export interface FormGrid {
  form: FormKind
  /** 表名 as printed in the first row. */
  title: string
  rowCount: number
  columnCount: number
  /** Sorted by row, then column. */
  cells: FormCell[]
  /** Per column, in characters of half width (Excel's unit); a Chinese character takes two. */
  columnWidths: number[]
  /** Rows of the indicator table's header, to be repeated on each printed page: first and last. */
  headerRows: { from: number; to: number }
  orientation: 'portrait' | 'landscape'
}
