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
import { FULL, type Judgement, NOTHING, type Rated } from './judgement'
import { isOverCompleted } from './overCompletion'
import { describeIssue, describeRule } from './ruleTexts'

/** A row that carries points, scored: what is printed, and the exact share for totals rounded last. */
export type ScoredRow = {
  maxScore: number
  /** The arithmetic in words. */
  explanation: string
} & (
  | { outcome: Extract<ScoreOutcome, { status: 'scored' }>; rate: Fraction }
  /** `rate`: share of `maxScore` before rounding; there is none while unscored. */
  | { outcome: Extract<ScoreOutcome, { status: 'unscored' }>; rate: undefined }
)

/** Points taken off for over-completion, 分, with the reason. */
export interface Reduction {
  points: number
  reason: string
}

/**
 * Turns a judgement into points: 分值 × rate − reduction, clipped to 0…分值, rounded once as the
 * profile says, with the arithmetic in words.
 *
 * @param remarks further sentences of the explanation; '' for none.
 */
export function scoreRow(
  judgement: Judgement,
  maxScore: number,
  profile: ScoringProfile,
  remarks: string,
  reduction?: Reduction,
): ScoredRow {
  if (judgement.status === 'unscored') {
    const explanation = withRemarks(describeIssue(judgement.issue), remarks)
    return { maxScore, outcome: judgement, rate: undefined, explanation }
  }
  const { decimals, mode } = profile.rounding
  const full = clip(judgement.rate)
  const rate = reduction && maxScore > 0 ? clip(reduce(full, reduction.points, maxScore)) : full
  const score = roundProportion(maxScore, rate, decimals, mode)
  const before = rate === full ? score : roundProportion(maxScore, full, decimals, mode)
  let words = describeArithmetic(judgement, maxScore, formatDecimals(before, decimals), profile)
  if (reduction) {
    const taken = `超额完成扣 ${formatPlain(reduction.points)} 分（${reduction.reason}）`
    words += `；${taken}，得 ${formatDecimals(score, decimals)}`
  }
  const explanation = withRemarks(words, remarks)
  return { maxScore, outcome: { status: 'scored', score: points(score) }, rate, explanation }
}

/** Rule, source, and the arithmetic up to the printed score. */
function describeArithmetic(
  { rule, words, isProduct }: Rated,
  maxScore: number,
  score: string,
  profile: ScoringProfile,
): string {
  const head = describeRule(rule, profile)
  return isProduct
    ? `${head}：${words} × ${formatPlain(maxScore)} = ${score}`
    : `${head}：${words}${score}`
}

function withRemarks(words: string, remarks: string): string {
  if (words === '') return remarks
  return remarks === '' ? words : `${words}；${remarks}`
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
  const { automaticReduction, limit } = overCompletion
  const { overCompletionReduction: own, target } = indicator
  const score = own?.score ?? automaticReduction
  if (score === undefined || !isOverCompleted(target, actual, limit)) return undefined
  return { points: score, reason: own?.reason ?? '按计分方案自动扣减' }
}

const FLAG_TEXTS: Readonly<Record<ActualFlag, string>> = {
  'repeats-target': '', // the rule itself says so
  'carries-sign': '实际完成值带有符号，按其中的数值计分',
  'unit-differs': '实际完成值与指标值的单位不同，未作换算',
  'unit-converted': '金额已换算为指标值的单位',
  'no-harm-as-zero': '文字表述为没有发生，按 0 计',
  'words-as-grade': '按实际完成值的文字评定',
}

/** Sentences about how the target and the actual value were read; '' where both were read as usual. */
export function remarksOn({ target }: Indicator, actual: ParsedActual): string {
  let remarks = ''
  for (const flag of actual.flags) remarks = withRemarks(remarks, FLAG_TEXTS[flag])
  if (target.kind !== 'quantitative' || !target.isInferred) return remarks
  return withRemarks(remarks, `指标值没有写符号，按“${target.comparator}”理解`)
}
