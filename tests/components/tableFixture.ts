import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { exampleEvaluations } from '@/domain/example/exampleEvaluations'
import type { Evaluation, FormKind } from '@/domain/evaluation/evaluation'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { i18n, loadPageTexts } from '@/locales/i18n'

/** The profile with this id. */
export const profileOf = (id: string) => builtInProfiles.find((profile) => profile.id === id)!

/** An example table with ids r1, r2 … for its rows. */
export function exampleOf(form: FormKind): Evaluation {
  const draft = exampleEvaluations.find((example) => example.form === form)!
  return {
    ...draft,
    id: 'e1',
    profileId: 'indicators-only',
    indicators: draft.indicators.map((row, index) => ({ ...row, id: `r${index + 1}` })),
  }
}

/** The published 92-point self-evaluation. */
export const selfEvaluation = () => exampleOf('self-evaluation')

export const scoreOf = (evaluation: Evaluation) =>
  scoreEvaluation(evaluation, profileOf(evaluation.profileId))

await loadPageTexts()

export const t = i18n.global.t as (key: string, named?: Record<string, unknown>) => string
