import { round } from '@/domain/decimal'
import type { Indicator } from '@/domain/evaluation/evaluation'
import type { ScoringProfile, ScoringStep } from '@/domain/profile/scoringProfile'

/** Cells a score formula reads, by their A1 names. */
export interface ScoreCells {
  maxScore: string
  /** 指标值, or the lower end of a range. */
  target: string
  /** Upper end of a range. */
  upper: string
  /** 实际完成值 as a number, or empty text. */
  actual: string
}

/** Numbers that stand in these cells now. */
export interface ScoreValues {
  maxScore: number
  actual: number
}

/** A formula, and what it gives for the present numbers. */
export interface ScoreFormula {
  formula: string
  value: number
}

interface Terms {
  cells: ScoreCells
  values: ScoreValues
  profile: ScoringProfile
}

/** A completion rate as a formula and as numbers. */
interface Rate {
  numerator: string
  denominator: string
  numbers: readonly [numerator: number, denominator: number]
}

const branch = (condition: string, yes: string, no: string): string =>
  `IF(${condition},${yes},${no})`

/** 分值 × rate, rounded: the plain proportion, or with the pass line of the profile. */
function proportion(rate: Rate, passLine: ScoringProfile['passLine'], terms: Terms): ScoreFormula {
  const { numerator: n, denominator: d, numbers } = rate
  const { cells, values, profile } = terms
  const { decimals } = profile.rounding
  const rounded = (share: string): string => `ROUND(${cells.maxScore}*${share},${String(decimals)})`
  const score = (share: number): number => round(values.maxScore * share, decimals)
  const [numerator, denominator] = numbers
  const plain = rounded(`${n}/${d}`)
  if (passLine === undefined) return { formula: plain, value: score(numerator / denominator) }
  const line = String(passLine.rate)
  const rest = round(1 - passLine.rate, 10)
  const isRescaled = passLine.scale === 'rescaled' && rest > 0
  const above = isRescaled ? rounded(`(${n}-${line}*${d})/(${d}*${String(rest)})`) : plain
  const share = isRescaled
    ? (numerator - passLine.rate * denominator) / (denominator * rest)
    : numerator / denominator
  return {
    formula: branch(`${n}/${d}<${line}`, '0', above),
    value: numerator / denominator < passLine.rate ? 0 : score(share),
  }
}

/** Met: the whole 分值. Otherwise what `missed` gives, never below 0 nor above the 分值. */
function metOr(
  met: string,
  isMet: boolean,
  missed: ScoreFormula,
  { cells, values }: Terms,
): ScoreFormula {
  const w = cells.maxScore
  return {
    formula: branch(met, w, `MAX(0,MIN(${w},${missed.formula}))`),
    value: isMet ? values.maxScore : Math.max(0, Math.min(values.maxScore, missed.value)),
  }
}

function positive(
  comparator: '≥' | '>' | '=',
  target: number,
  passLine: ScoringProfile['passLine'],
  terms: Terms,
): ScoreFormula | undefined {
  const { cells, values } = terms
  const { actual: a, target: t } = cells
  if (comparator === '=' && target === 0) {
    return metOr(`${a}<=${t}`, values.actual <= 0, { formula: '0', value: 0 }, terms)
  }
  if (target <= 0) return undefined
  const rate = { numerator: a, denominator: t, numbers: [values.actual, target] as const }
  const isMet = comparator === '>' ? values.actual > target : values.actual >= target
  return metOr(
    `${a}${comparator === '>' ? '>' : '>='}${t}`,
    isMet,
    proportion(rate, passLine, terms),
    terms,
  )
}

function negative(
  comparator: '≤' | '<',
  limit: { cell: string; value: number },
  rule: ScoringProfile['negativeRule'],
  passLine: ScoringProfile['passLine'],
  terms: Terms,
): ScoreFormula | undefined {
  const { actual: a } = terms.cells
  const { actual } = terms.values
  const { cell: t, value: target } = limit
  if (target < 0) return undefined
  const isMet = comparator === '<' ? actual < target : actual <= target
  const met = `${a}${comparator === '<' ? '<' : '<='}${t}`
  if (target === 0) {
    return comparator === '<' ? undefined : metOr(met, isMet, { formula: '0', value: 0 }, terms)
  }
  const rate: Rate =
    rule === 'ratio'
      ? { numerator: t, denominator: a, numbers: [target, actual] }
      : {
          numerator: `MAX(0,2*${t}-${a})`,
          denominator: t,
          numbers: [Math.max(0, 2 * target - actual), target],
        }
  return metOr(met, isMet, proportion(rate, passLine, terms), terms)
}

/** Share of the highest step that a rate reaches. */
function steps(rate: Rate, list: readonly ScoringStep[], terms: Terms): ScoreFormula {
  const { cells, values, profile } = terms
  const { decimals } = profile.rounding
  const [numerator, denominator] = rate.numbers
  const present = numerator / denominator
  const ascending = [...list].sort((x, y) => x.from - y.from)
  const formula = ascending.reduce(
    (rest, { from, share }) =>
      branch(
        `${rate.numerator}/${rate.denominator}>=${String(from)}`,
        `ROUND(${cells.maxScore}*${String(share)},${String(decimals)})`,
        rest,
      ),
    '0',
  )
  const reached = ascending.filter(({ from }) => present >= from).at(-1)
  return { formula, value: reached ? round(values.maxScore * reached.share, decimals) : 0 }
}

/** Whether a formula can round as the profile does: Excel's ROUND is half up, row by row. */
export const canRound = ({ rounding }: ScoringProfile): boolean =>
  rounding.mode === 'half-up' && rounding.stage === 'indicator'

/**
 * The profile's rule for one row as a formula of Excel, WPS and LibreOffice, with its value for the
 * present numbers. Undefined where the rule is none of figures (定性, 时限, 直接赋分, a score shared by
 * several rows) or cannot be divided: there the score is written as a number.
 *
 * Sources of the rules: src/domain/scoring.
 */
export function indicatorFormula(
  indicator: Indicator,
  cells: ScoreCells,
  values: ScoreValues,
  profile: ScoringProfile,
): ScoreFormula | undefined {
  const { target, scoringRule, firstLevel, secondLevel } = indicator
  const terms = { cells, values, profile }
  if (!canRound(profile) || scoringRule === 'direct' || scoringRule === 'qualitative')
    return undefined
  const isPlain = scoringRule === 'proportional'
  const passLine = isPlain ? undefined : profile.passLine
  const negativeRule =
    scoringRule === 'deviation' ? 'deviation' : isPlain ? 'ratio' : profile.negativeRule
  let found: ScoreFormula | undefined
  if (target.kind === 'range') {
    const below = positive('≥', target.from, passLine, terms)
    const limit = { cell: cells.upper, value: target.to }
    const above = negative('≤', limit, negativeRule, passLine, terms)
    if (below && above) {
      found = {
        formula: branch(`${cells.actual}<${cells.target}`, below.formula, above.formula),
        value: values.actual < target.from ? below.value : above.value,
      }
    }
  } else if (target.kind === 'quantitative') {
    const { comparator, value, measureUnit } = target
    const isSatisfaction =
      firstLevel === 'satisfaction' || secondLevel === 'service-recipient-satisfaction'
    if (comparator === '≤' || comparator === '<') {
      found = negative(comparator, { cell: cells.target, value }, negativeRule, passLine, terms)
    } else if (isSatisfaction && profile.satisfactionRule === 'steps' && !isPlain) {
      const rate: Rate =
        measureUnit === '%'
          ? { numerator: cells.actual, denominator: '100', numbers: [values.actual, 100] }
          : { numerator: cells.actual, denominator: cells.target, numbers: [values.actual, value] }
      found = steps(rate, profile.satisfactionSteps, terms)
    } else {
      found = positive(comparator, value, isSatisfaction ? undefined : passLine, terms)
    }
  }
  return found && { formula: branch(`${cells.actual}=""`, '""', found.formula), value: found.value }
}

/** 预算执行率: w·B/A or by steps; empty while A or B is. */
export function executionFormula(
  cells: { maxScore: string; budget: string; execution: string },
  values: { maxScore: number; budget: number; execution: number },
  profile: ScoringProfile,
): ScoreFormula | undefined {
  if (!canRound(profile) || values.budget <= 0) return undefined
  const { maxScore, budget, execution } = cells
  const terms: Terms = {
    cells: { maxScore, target: budget, upper: budget, actual: execution },
    values: { maxScore: values.maxScore, actual: values.execution },
    profile,
  }
  const rate: Rate = {
    numerator: execution,
    denominator: budget,
    numbers: [values.execution, values.budget],
  }
  const found =
    profile.budgetExecutionRule === 'steps'
      ? steps(rate, profile.budgetExecutionSteps, terms)
      : metOr(
          `${execution}>=${budget}`,
          values.execution >= values.budget,
          proportion(rate, undefined, terms),
          terms,
        )
  const isMissing = `OR(${execution}="",${budget}="",${budget}=0)`
  return { formula: branch(isMissing, '""', found.formula), value: found.value }
}
