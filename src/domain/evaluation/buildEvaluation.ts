import type { Evaluation, EvaluationDraft, Indicator } from './evaluation'
import { placeMonth } from '../monitoring/monthlyMonitoring'
import { copyPlain } from './plainData'

/** Where a record came from: "000.xls · 网络运行维护费2". */
export interface EvaluationSource {
  fileName: string
  place: string
}

/**
 * Makes an evaluation of a draft: rows get ids, references between rows (printed as row numbers,
 * counted from 0) become ids. Figures of a monitoring form become the record of its month.
 *
 * @param newId called once for the evaluation and once a row.
 */
export function buildEvaluation(
  draft: EvaluationDraft,
  profile: { id: string; version: number },
  newId: () => string,
): Evaluation {
  const id = newId()
  const ids = draft.indicators.map(() => newId())
  const indicators = draft.indicators.map((row, index): Indicator => {
    const { sharesScoreWith, ...rest } = row
    const first = typeof sharesScoreWith === 'number' ? ids[sharesScoreWith] : sharesScoreWith
    return {
      ...rest,
      id: ids[index] ?? newId(),
      ...(first !== undefined && { sharesScoreWith: first }),
    }
  })
  const evaluation = { ...draft, id, profileId: profile.id, profileVersion: profile.version }
  return copyPlain(placeMonth({ ...evaluation, indicators })) as Evaluation
}
