import type { EvaluationDraft } from '../../domain/evaluation/evaluation'
import type { Grid } from '../grid'
import type { ReadIssue } from '../readIssue'
import type { Doubt, RowLinks, SourceLink } from './sourceLink'

/** One evaluation as it was read, with where each field came from and what was doubtful. */
export interface FormReading {
  draft: EvaluationDraft
  doubts: Doubt[]
  /** Where the head was read, and of the indicators what `rowLinks` cannot hold. */
  links: SourceLink[]
  /** Where the indicators were read, in their order; those from elsewhere, at the end, have none. */
  rowLinks: RowLinks[]
  /** Grids it was read from, the first one first: several where pages tore the table. */
  gridIndexes: number[]
  /** "000.xls · 网络运行维护费2" */
  place: string
  /** Place of an equal table earlier in the document. */
  repeats?: string
}

/** A table that is no known form but may be one, for the user to name its columns. */
export interface UnknownTable {
  gridIndex: number
  place: string
  /** Key under which a mapping is remembered. */
  signature: string
  headers: string[]
}

/** Everything a document says about evaluations. */
export interface DocumentReading {
  fileName: string
  grids: Grid[]
  readings: FormReading[]
  /** What concerns the file and no single evaluation. */
  issues: ReadIssue[]
  unknownTables: UnknownTable[]
}
