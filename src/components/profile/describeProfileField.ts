import type {
  BandShares,
  ProfileField,
  ScoringProfileValues,
  ScoringStep,
} from '@/domain/profile/scoringProfile'
import type { FirstLevel } from '@/domain/indicator/levels'
import { usualLightLimits } from '@/domain/monitoring/light'
import { formatRatio } from './formatRatio'

/** `t` of vue-i18n, as far as it is used here. */
export type Translate = (key: string, named?: Record<string, unknown>) => string

const entriesOf = <K extends string, V>(record: Partial<Record<K, V>>): [K, V][] =>
  Object.entries(record) as [K, V][]

type Describe = { [F in ProfileField]: (value: ScoringProfileValues[F], t: Translate) => string[] }

const describeSteps = (steps: readonly ScoringStep[], t: Translate): string[] => [
  ...steps.map(({ from, share }) =>
    t('profile.text.step', { from: formatRatio(from), share: formatRatio(share) }),
  ),
  t('profile.text.belowSteps'),
]

const describeBand = (band: string, { from, to, default: share }: BandShares, t: Translate) =>
  t('profile.text.band', {
    band: t(`profile.band.${band}`),
    from: formatRatio(to),
    to: formatRatio(from),
    share: formatRatio(share),
  })

const describe: Describe = {
  budgetExecutionPoints: (value, t) => [t('profile.points', { value })],
  firstLevelPoints: (value, t) => {
    const parts = entriesOf<FirstLevel, number>(value)
    return parts.length === 0
      ? [t('profile.asPrinted')]
      : parts.map(
          ([level, points]) =>
            `${t(`words.firstLevel.${level}`)} ${t('profile.points', { value: points })}`,
        )
  },
  costPlacement: (value, t) => [t(`profile.choice.costPlacement.${value}`)],
  satisfactionPointsFallback: (value, t) => [
    value === undefined ? t('profile.none') : t(`words.firstLevel.${value}`),
  ],
  negativeRule: (value, t) => [t(`profile.choice.negativeRule.${value}`)],
  passLine: (value, t) => [
    value === undefined
      ? t('profile.choice.passScale.none')
      : t('profile.text.passLine', {
          rate: formatRatio(value.rate),
          scale: t(`profile.choice.passScale.${value.scale}`),
        }),
  ],
  satisfactionRule: (value, t) => [t(`profile.choice.rule.${value}`)],
  satisfactionSteps: describeSteps,
  budgetExecutionRule: (value, t) => [t(`profile.choice.rule.${value}`)],
  budgetExecutionSteps: describeSteps,
  bands: (value, t) => entriesOf(value).map(([band, shares]) => describeBand(band, shares, t)),
  lateRule: (value, t) => [t(`profile.choice.lateRule.${value}`)],
  overCompletion: ({ limit, automaticReduction }, t) => [
    t('profile.text.limit', { limit: formatRatio(limit) }),
    automaticReduction === undefined
      ? t('profile.text.noReduction')
      : t('profile.text.reduction', { points: automaticReduction }),
  ],
  executionCaps: (value, t) =>
    value.length === 0
      ? [t('profile.none')]
      : value.map(({ below, maxTotal }) =>
          t('profile.text.cap', { below: formatRatio(below), total: maxTotal }),
        ),
  rounding: ({ mode, decimals, stage }, t) => [
    t('profile.text.rounding', {
      mode: t(`profile.choice.roundingMode.${mode}`),
      decimals,
      stage: t(`profile.choice.stage.${stage}`),
    }),
  ],
  grades: (value, t) => [t('profile.text.grades', { ...value })],
  monitoringLights: (value = usualLightLimits, t) => [
    t('profile.text.lights', {
      yellow: formatRatio(value.yellow),
      green: formatRatio(value.green),
      blue: formatRatio(value.blue),
    }),
  ],
}

/** The value of a field in words, one line for each of its parts. */
export function describeProfileField(
  profile: ScoringProfileValues,
  field: ProfileField,
  t: Translate,
): string[] {
  // `Describe` pairs each field with the type of its value; a field in a variable loses the pairing.
  const inWords = describe[field] as (value: unknown, t: Translate) => string[]
  return inWords(profile[field], t)
}
