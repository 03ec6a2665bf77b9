import type { FormKind } from '../../domain/evaluation/evaluation'
import type { EvaluationScore } from '../../domain/scoring/evaluationScore'
import { declarationForm } from './declarationForm'
import { departmentTargetsForm } from './departmentTargetsForm'
import type { FormGrid } from './formGrid'
import type { FormLayout, PrintableEvaluation } from './formLayout'
import { generalForm } from './generalForm'
import { monitoringForm } from './monitoringForm'
import { selfEvaluationForm } from './selfEvaluationForm'
import { targetTableForm } from './targetTableForm'

/** Every form that can be read and printed. */
export const formLayouts: Readonly<Record<FormKind, FormLayout>> = {
  'target-table': targetTableForm,
  'department-targets': departmentTargetsForm,
  declaration: declarationForm,
  'self-evaluation': selfEvaluationForm,
  monitoring: monitoringForm,
  other: generalForm,
}

/**
 * An evaluation as the form prints it: text, spans, roles and widths, for any writer and for the
 * screen.
 *
 * @param evaluation an evaluation, or a draft that has no ids yet.
 * @param form which form to print; an evaluation prints as any of them.
 * @param score computed scores. With it, 得分 and 总分 are filled where the unit states none;
 *   without it the form prints only what the evaluation holds, and reading it again gives the same
 *   evaluation.
 */
export function buildFormGrid(
  evaluation: PrintableEvaluation,
  form: FormKind,
  score?: EvaluationScore,
): FormGrid {
  return formLayouts[form].write(evaluation, score)
}
