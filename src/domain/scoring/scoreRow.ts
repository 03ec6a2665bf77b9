import type { ActualFlag, ParsedActual } from '../actual/parseActual'
import {
  addFractions,
  compareFraction,
  type Fraction,
  formatDecimals,
  formatPlain,
  multiply,
  roundProportion,
} from '../decimal'
import type { Indicator } from '../evaluation/evaluation'
import type { ScoringProfile } from '../profile/scoringProfile'
import { points } from '../units'
import type { ScoreOutcome } from './evaluationScore'
import { FULL, type Judgement, NOTHING } from './judgement'
import { isOverCompleted } from './overCompletion'
import { describeIssue, describeRule } from './ruleTexts'

/** A row that carries points, scored: what is printed, and the exact share for totals rounded last. */
export interface ScoredRow {
  maxScore: number
  outcome: ScoreOutcome
  /** Share of `maxScore` before rounding; absent while unscored. */
  rate: Fraction | undefined
  /** The arithmetic in words, built when somebody reads it. */
  explain: () => string
}

/** Points taken off for over-completion, 分, with the reason. */
export interface Reduction {
  points: number
  reason: string
}

/**
 * Turns a judgement into points: 分值 × rate − reduction, clipped to 0…分值, rounded once as the
 * profile says, with the arithmetic in words.
 *
 * @param remarks further sentences of the explanation.
 */
export function scoreRow(
  judgement: Judgement,
  maxScore: number,
  profile: ScoringProfile,
  remarks: () => readonly string[],
  reduction?: Reduction,
): ScoredRow {
  if (judgement.status === 'unscored') {
    const explain = () => [describeIssue(judgement.issue), ...remarks()].join('；')
    return { maxScore, outcome: judgement, rate: undefined, explain }
  }
  const { decimals, mode } = profile.rounding
  const full = clip(judgement.rate)
  const rate = reduction && maxScore > 0 ? clip(reduce(full, reduction.points, maxScore)) : full
  const score = roundProportion(maxScore, rate, decimals, mode)
  const explain = () => {
    const print = (value: number) => formatDecimals(value, decimals)
    const before = print(roundProportion(maxScore, full, decimals, mode))
    const arithmetic = judgement.arithmetic(formatPlain(maxScore), before)
    const words = [`${describeRule(judgement.rule, profile)}：${arithmetic}`]
    if (reduction) {
      const { points: taken, reason } = reduction
      words.push(`超额完成扣 ${formatPlain(taken)} 分（${reason}），得 ${print(score)}`)
    }
    return [...words, ...remarks()].join('；')
  }
  return { maxScore, outcome: { status: 'scored', score: points(score) }, rate, explain }
}

function clip(rate: Fraction): Fraction {
  if (rate === FULL || rate === NOTHING) return rate
  if (compareFraction(rate, 0) < 0) return NOTHING
  return compareFraction(rate, 1) > 0 ? FULL : rate
}

const reduce = (rate: Fraction, taken: number, maxScore: number): Fraction =>
  addFractions([rate, { numerator: multiply(taken, -1), denominator: maxScore }])

/** What a row loses for over-completion: the user's own reduction, else the profile's automatic one. */
export function reductionOf(
  indicator: Indicator,
  actual: ParsedActual,
  { overCompletion }: Pick<ScoringProfile, 'overCompletion'>,
): Reduction | undefined {
  const own = indicator.overCompletionReduction
  const automatic = overCompletion.automaticReduction
  if (own === undefined && automatic === undefined) return undefined
  if (!isOverCompleted(indicator.target, actual, overCompletion.limit)) return undefined
  if (own) return { points: own.score, reason: own.reason }
  return automatic === undefined ? undefined : { points: automatic, reason: '按计分方案自动扣减' }
}

const FLAG_TEXTS: Readonly<Record<ActualFlag, string | undefined>> = {
  'repeats-target': undefined, // the rule itself says so
  'carries-sign': '实际完成值带有符号，按其中的数值计分',
  'unit-differs': '实际完成值与指标值的单位不同，未作换算',
  'unit-converted': '金额已换算为指标值的单位',
  'no-harm-as-zero': '文字表述为没有发生，按 0 计',
  'words-as-grade': '按实际完成值的文字评定',
}

/** Sentences about how the target and the actual value were read. */
export function remarksOn({ target }: Indicator, actual: ParsedActual): string[] {
  const remarks = actual.flags.map((flag) => FLAG_TEXTS[flag]).filter((text) => text !== undefined)
  if (target.kind === 'quantitative' && target.isInferred) {
    remarks.push(`指标值没有写符号，按“${target.comparator}”理解`)
  }
  return remarks
}
