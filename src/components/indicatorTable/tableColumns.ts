import type { FormKind } from '@/domain/evaluation/evaluation'

/** A column of the indicator table. Every form prints a selection of them in its own order. */
export type ColumnId =
  | 'firstLevel'
  | 'secondLevel'
  | 'name'
  | 'sign'
  | 'target'
  | 'measureUnit'
  | 'note'
  | 'actual'
  | 'maxScore'
  | 'score'
  | 'deviationAnalysis'

const levels = ['firstLevel', 'secondLevel', 'name'] as const
const selfEvaluation = ['actual', 'maxScore', 'score', 'deviationAnalysis'] as const

const columnsByForm: Record<FormKind, readonly ColumnId[]> = {
  'target-table': [...levels, 'target', ...selfEvaluation],
  'department-targets': [...levels, 'target', ...selfEvaluation],
  // 项目支出绩效目标申报表 splits the 指标值 into three cells and adds 备注.
  declaration: [...levels, 'sign', 'target', 'measureUnit', 'note', ...selfEvaluation],
  'self-evaluation': [...levels, 'target', ...selfEvaluation],
  monitoring: [...levels, 'target', ...selfEvaluation],
  other: [...levels, 'target', ...selfEvaluation],
}

/**
 * Columns of a form in printed order. Forms that only set targets are followed by the columns of the
 * 自评表, so that any table can be evaluated where it stands.
 */
export function columnsOf(form: FormKind): readonly ColumnId[] {
  return columnsByForm[form]
}

const printedByTargetForms: readonly ColumnId[] = [
  ...levels,
  'sign',
  'target',
  'measureUnit',
  'note',
]

/** Whether the form itself prints the column, or it was added here for the self-evaluation. */
export function isPrintedColumn(form: FormKind, column: ColumnId): boolean {
  const setsTargetsOnly =
    form === 'target-table' || form === 'department-targets' || form === 'declaration'
  return !setsTargetsOnly || printedByTargetForms.includes(column)
}

/** Columns whose cells are right-aligned figures. */
export function isFigureColumn(column: ColumnId): boolean {
  return column === 'maxScore' || column === 'score'
}
