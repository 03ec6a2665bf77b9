import type { EvaluationDraft, FormKind } from '../../domain/evaluation/evaluation'
import type { EvaluationScore } from '../../domain/scoring/evaluationScore'
import type { FormGrid } from './formGrid'
import type { PrintedColumn } from './indicatorColumns'

/** An evaluation, or a draft whose rows have no ids yet. */
export type PrintableEvaluation = Omit<EvaluationDraft, 'indicators'> & {
  indicators: (EvaluationDraft['indicators'][number] & { id?: string })[]
}

/**
 * One form: what it is called, which columns it prints, and how it is laid out. Reading recognises
 * the same title and columns (and their synonyms, `headerWords.ts`), so that what is written here is
 * read again without loss.
 */
export interface FormLayout {
  form: FormKind
  /** 表名 as printed. */
  titleOf(evaluation: Pick<EvaluationDraft, 'scope'>): string
  columns: readonly PrintedColumn[]
  /**
   * @param score computed scores; they fill 得分 and 执行率 where the unit states none. Without it
   *   only what the evaluation itself holds is printed.
   */
  write(evaluation: PrintableEvaluation, score?: EvaluationScore): FormGrid
}
