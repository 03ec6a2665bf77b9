import type { Indicator } from '../evaluation/evaluation'
import type { EvaluationEdit } from '../evaluation/evaluationEdit'
import { without } from '../evaluation/plainData'
import type { EvaluationComparison } from './compareEvaluations'

/**
 * Edits that bring a stored evaluation to what a second table says.
 *
 * A blank in the second table never empties a field, and a row that it lacks stays: a form that was
 * printed without a column must not erase what was recorded.
 *
 * @param newId called once for every added row.
 */
export function buildUpdateEdits(
  comparison: EvaluationComparison,
  newId: () => string,
): EvaluationEdit[] {
  const fields = comparison.fields.flatMap(({ path, after }): EvaluationEdit[] =>
    after === undefined ? [] : [{ type: 'set', path, value: after }],
  )
  const rows = comparison.indicators.flatMap((change): EvaluationEdit[] => {
    if (change.kind === 'dropped') return []
    if (change.kind === 'added') {
      const indicator: Indicator = { ...without(change.after, 'sharesScoreWith'), id: newId() }
      return [{ type: 'insert-indicator', indicator }]
    }
    return change.fields.flatMap(({ path, after }): EvaluationEdit[] =>
      after === undefined ? [] : [{ type: 'set', path, value: after }],
    )
  })
  return [...fields, ...rows]
}
