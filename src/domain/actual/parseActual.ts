import { type Decimal, compare } from '../decimal'
import { saysNoHarm } from '../indicator/harm'
import { isKnownUnit } from '../indicator/unitInName'
import { foldText, tidyCell } from '../target/foldText'
import { convertMoney } from '../target/measureUnit'
import { readComparator } from '../target/readComparator'
import { readDate, readPeriod } from '../target/readDates'
import { type Figure, readFigure } from '../target/readFigure'
import { readPlainFigure } from '../target/readPlainFigure'
import type { Target } from '../target/target'
import type { AttainmentBand } from '../evaluation/evaluation'
import { readBand } from './readBand'

/** What a reviewer should know of how an actual value was read. */
export type ActualFlag =
  | 'repeats-target' // "≥360" against ≥360: not a measurement
  | 'carries-sign' // a sign and another figure: the figure counts
  | 'unit-differs' // another unit than the target's: compared as it is, never converted
  | 'unit-converted' // 元, 万元, 亿元
  | 'no-harm-as-zero' // "无上访" counts as 0
  | 'words-as-grade' // words that place a 定性 indicator in a band

/** 实际完成值 as it was understood against its target. */
export type ParsedActual = { flags: readonly ActualFlag[] } & (
  | { kind: 'missing' }
  | { kind: 'repeat' }
  /** `value` is in the unit of the target; `measureUnit` is the one that was printed. */
  | { kind: 'number'; value: Decimal; measureUnit: string | undefined }
  | { kind: 'date'; date: string }
  | { kind: 'period'; from: string; to: string }
  | { kind: 'band'; band: AttainmentBand }
  /** Words without a grade on a 定性 target, or a text that is not what the target measures. */
  | { kind: 'unreadable' }
)

const NO_FLAGS: readonly ActualFlag[] = []
const NONE = /^[/\\\-—–―─_]*$/

const MEASURED = /^(?!.*[不未没无差缺剩欠仅提增降减升较比第每前后负])\p{Script=Han}{1,12}(?=\d)/u
const ATTAINED = /^(?:实际|现|已|均|共|累计|合计)*(?:完成(?:率|值|数|量)?|达到|达|实现)?(?:约|为)?$/

export interface ActualContext {
  /** 三级指标: a bare 无 is 0 where the name is a harm. */
  name?: string
  fiscalYear?: number
}

/**
 * Reads a 实际完成值 against its target. Never fails and never guesses: "80", "=80%", "≥266米",
 * "435600元", "2023年10月", "达成预期指标", "无上访".
 *
 * Source: project decision (docs/rules.md, "实际完成值的读法").
 */
export function parseActual(
  raw: string,
  target: Target,
  context: ActualContext = {},
): ParsedActual {
  if (target.kind === 'quantitative') {
    const plain = readPlain(raw, target.measureUnit)
    if (plain) return plain
  }
  const text = foldText(raw)
  if (NONE.test(text)) return { kind: 'missing', flags: [] }
  switch (target.kind) {
    case 'quantitative':
      return readAgainstFigure(text, target, context)
    case 'range':
      return readAgainstRange(text, target, context)
    case 'deadline':
      return readAgainstDeadline(text, target, context)
    case 'period':
      return readAgainstPeriod(text, target, context)
    case 'qualitative':
      return readAgainstWords(text, target.text)
    case 'none':
      return readAgainstWords(text, '')
  }
}

/** The usual notation without a sign, read the same as below, only quicker. */
function readPlain(raw: string, unit: string | undefined): ParsedActual | undefined {
  const figure = readPlainFigure(raw)
  if (figure === undefined || figure.comparator !== undefined) return undefined
  const { value, measureUnit } = figure
  if (measureUnit !== undefined && unit !== undefined && measureUnit !== unit) return undefined
  return { kind: 'number', value, measureUnit, flags: NO_FLAGS }
}

function readAgainstFigure(
  text: string,
  target: Extract<Target, { kind: 'quantitative' }>,
  context: ActualContext,
): ParsedActual {
  const figure = readAmount(text, target.measureUnit, context)
  if (figure.kind !== 'number' || !figure.flags.includes('carries-sign')) return figure
  const sign = readComparator(text)?.comparator
  const isSameSign = sign === target.comparator || target.isInferred
  return isSameSign && compare(figure.value, target.value) === 0
    ? { kind: 'repeat', flags: ['repeats-target'] }
    : figure
}

function readAgainstRange(
  text: string,
  target: Extract<Target, { kind: 'range' }>,
  context: ActualContext,
): ParsedActual {
  if (text === foldText(target.raw)) return { kind: 'repeat', flags: ['repeats-target'] }
  return readAmount(text, target.measureUnit, context)
}

function readAmount(
  text: string,
  unit: string | undefined,
  { name = '' }: ActualContext,
): ParsedActual {
  const bare = tidyCell(text)
  const figure = readFigure(bare)
  if (!figure && saysNoHarm(bare, name)) {
    return { kind: 'number', value: 0, measureUnit: undefined, flags: ['no-harm-as-zero'] }
  }
  const measured = figure ?? readMeasured(bare)
  if (!measured) return { kind: 'unreadable', flags: [] }
  const flags: ActualFlag[] = measured.comparator === undefined ? [] : ['carries-sign']
  const { value, measureUnit } = measured.quantity
  if (measureUnit === undefined || unit === undefined || measureUnit === unit) {
    return { kind: 'number', value, measureUnit, flags }
  }
  const converted = convertMoney(value, measureUnit, unit)
  flags.push(converted === undefined ? 'unit-differs' : 'unit-converted')
  return { kind: 'number', value: converted ?? value, measureUnit, flags }
}

/**
 * "完成率95%", "实际完成80", "共培训120人次". Not "未完成20%", "还差3项", "较上年提高5%": the figure
 * behind such words is not what was attained.
 */
function readMeasured(text: string): Figure | undefined {
  const words = MEASURED.exec(text)?.[0]
  const figure = words === undefined ? undefined : readFigure(text.slice(words.length))
  if (words === undefined || !figure || figure.comparator !== undefined) return undefined
  const leavesNoDoubt = isKnownUnit(figure.quantity.measureUnit ?? '') || ATTAINED.test(words)
  return leavesNoDoubt ? figure : undefined
}

function readAgainstDeadline(
  text: string,
  target: Extract<Target, { kind: 'deadline' }>,
  { fiscalYear = yearOf(target.date) }: ActualContext,
): ParsedActual {
  const read = readDate(text, fiscalYear)
  if (read?.isBefore === true) {
    return read.date === target.date
      ? { kind: 'repeat', flags: ['repeats-target'] }
      : { kind: 'date', date: read.date, flags: ['carries-sign'] }
  }
  if (read) return { kind: 'date', date: read.date, flags: [] }
  const period = readPeriod(text, fiscalYear)
  return period ? { kind: 'date', date: period.to, flags: [] } : { kind: 'unreadable', flags: [] }
}

function readAgainstPeriod(
  text: string,
  target: Extract<Target, { kind: 'period' }>,
  { fiscalYear = yearOf(target.from) }: ActualContext,
): ParsedActual {
  const period = readPeriod(text, fiscalYear)
  return period ? { kind: 'period', ...period, flags: [] } : { kind: 'unreadable', flags: [] }
}

function readAgainstWords(text: string, ownWords: string): ParsedActual {
  const band = readBand(text, ownWords)
  return band
    ? { kind: 'band', band, flags: ['words-as-grade'] }
    : { kind: 'unreadable', flags: [] }
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
