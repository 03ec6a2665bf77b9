import { convertMoney, parseMeasureUnit } from './measureUnit'
import { foldText, tidyCell } from './foldText'
import { inferComparator } from './inferComparator'
import { readComparator, writeSigns } from './readComparator'
import { readDate, readPeriod } from './readDates'
import { QUALIFIER, readFigure, readNamedFigure } from './readFigure'
import { readPlainFigure } from './readPlainFigure'
import { type Quantity, readQuantity } from './readQuantity'
import { isHarm } from '../indicator/harm'
import { unitInName } from '../indicator/unitInName'
import { sum, toNumber } from '../decimal'
import type { Comparator, Target, TargetContext } from './target'

/** Without any of these there is neither a number nor a date in a folded text. */
const MAY_SAY_FIGURE = /[\d零〇一二两三四五六七八九十百千年月日季]/
const NONE = /^[/\\\-—–―─_]*$/
const RANGE = /^(-?[^-~—–―至到]+?)\s*(?:-|~|—+|–|―|至|到)\s*(-?[^-~—–―至到]+)$/
const TOLERANCE = /^([^±]+?)\s*±\s*([^±]+)$/
const AND = '\\s*(?:且|并且|并|和|但|,|，|、)?\\s*'
const BOTH_SIGNS = new RegExp(
  `^(?:[≥>]\\s*([^≤<且,，、和并但]+?)${AND}[≤<]|[≤<]\\s*([^≥>且,，、和并但]+?)${AND}[≥>])\\s*(.+)$`,
)
const ABOVE_BELOW = new RegExp(`^(.+?)以上${AND}(.+?)(?:以下|以内)$`)
/** At least one square bracket: (5,000) is a number. */
const INTERVAL = /^(?=\[|.*\]$)[[(]([^,[\]()]+),([^,[\]()]+)[\])]$/
const AROUND = /^([^≤<]+?)\s*[≤<]\s*[\p{L}]+\s*[≤<]\s*(.+)$/u
/**
 * Reads a 指标值. Never fails: what is no figure and no date is qualitative, empty and "/" are none.
 * The raw text is kept unchanged.
 *
 * @param raw the printed cell: "≥98%", "定性正常使用", "2024年12月31日前", "43.56万".
 * @param context name, levels (printed or kinds), the sign and unit cells of forms that split the
 *   target, and the fiscal year that dates without a year belong to.
 *
 * @see docs/rules.md for the notations and the source of the inferred direction.
 */
export function parseTarget(raw: string, context: TargetContext = {}): Target {
  const plain = context.sign === undefined ? readPlain(raw, context) : undefined
  if (plain) return plain
  const text = tidyCell(foldText(raw))
  const sign = context.sign === undefined ? '' : foldText(context.sign)
  if (NONE.test(text)) return { raw, kind: 'none' }
  if (text.startsWith('定性') || sign.startsWith('定性')) return qualitative(raw, text)
  if (!MAY_SAY_FIGURE.test(text)) return qualitative(raw, text)
  return (
    readTime(raw, text, context) ?? readAmount(raw, text, sign, context) ?? qualitative(raw, text)
  )
}

/** The usual notation, read the same as below, only quicker. */
function readPlain(raw: string, context: TargetContext): Target | undefined {
  const figure = readPlainFigure(raw)
  if (figure === undefined) return undefined
  const { comparator, value } = figure
  const measureUnit = figure.measureUnit ?? unitOf(undefined, context)
  return {
    raw,
    kind: 'quantitative',
    comparator: comparator ?? inferComparator(value, measureUnit, context),
    isInferred: comparator === undefined,
    value,
    measureUnit,
  }
}

/** Text without 定性, which some forms glue in front of it. "定性" alone says nothing. */
function qualitative(raw: string, text: string): Target {
  const words = text.replace(/^定性(?:指标)?\s*[:：]?\s*/, '')
  if (NONE.test(words)) return { raw, kind: 'none' }
  // Untouched where there was nothing to take off: full-width punctuation belongs to the words.
  return { raw, kind: 'qualitative', text: words === text ? raw.trim() : wordsOf(raw) }
}

const wordsOf = (raw: string): string => raw.trim().replace(/^定性(?:指标)?\s*[:：]?\s*/, '')

function readTime(raw: string, text: string, context: TargetContext): Target | undefined {
  if (!/[年月日]|季度|^\d{4}[-/.]/.test(text)) return undefined
  const year = context.fiscalYear
  const period = readPeriod(text, year)
  if (period) return { raw, kind: 'period', ...period }
  const date = readDate(text, year)?.date
  return date === undefined ? undefined : { raw, kind: 'deadline', date }
}

function readAmount(
  raw: string,
  text: string,
  sign: string,
  context: TargetContext,
): Target | undefined {
  const bare = text.replace(QUALIFIER, '').trim()
  const range = readRange(bare)
  if (range) {
    return { raw, kind: 'range', ...range, measureUnit: unitOf(range.measureUnit, context) }
  }
  const figure = readFigure(bare) ?? readNamedFigure(bare)
  if (!figure) return undefined
  const { quantity, name } = figure
  const measureUnit = unitOf(quantity.measureUnit, context)
  const printed = figure.comparator ?? signOf(sign)
  const named = name === '' || !isHarm(name) ? context : { ...context, name }
  return {
    raw,
    kind: 'quantitative',
    comparator: printed ?? inferComparator(quantity.value, measureUnit, named),
    isInferred: printed === undefined,
    value: quantity.value,
    measureUnit,
  }
}

/** Comparator of a sign cell: "≥", "$\geq$", "小于等于". */
function signOf(sign: string): Comparator | undefined {
  return sign === '' ? undefined : readComparator(sign)?.comparator
}

/** Unit of the target, else of the unit cell, else of the name. */
function unitOf(printed: string | undefined, context: TargetContext): string | undefined {
  if (printed !== undefined) return printed
  const cell = context.measureUnit === undefined ? undefined : parseMeasureUnit(context.measureUnit)
  return cell ?? (context.name === undefined ? undefined : unitInName(context.name))
}

/** "90%-95%", "3~5个", "≥3且≤5", "80%≤x<90%", "95%±2%". Signs at the ends are both taken as included. */
function readRange(
  text: string,
): { from: number; to: number; measureUnit: string | undefined } | undefined {
  const tolerance = readTolerance(text)
  if (tolerance) return tolerance
  const both = BOTH_SIGNS.exec(writeSigns(text))
  const words = ABOVE_BELOW.exec(text)
  const around = AROUND.exec(text)
  const plain = RANGE.exec(text)
  const interval = INTERVAL.exec(text)
  const low = both?.[1] ?? both?.[2] ?? words?.[1] ?? interval?.[1] ?? around?.[1] ?? plain?.[1]
  const high = both?.[3] ?? words?.[2] ?? interval?.[2] ?? around?.[2] ?? plain?.[2]
  if (low === undefined || high === undefined) return undefined
  const from = readQuantity(low.trim()) ?? readNamedFigure(low.trim())?.quantity
  const to = readQuantity(high.trim().replace(/(?:之间|之内|以内|内)$/, ''))
  if (!from || !to) return undefined
  return joinRange(from, to)
}

/** "95%±2%", "3±0.5天": from the figure less to the figure more. */
function readTolerance(text: string) {
  const [, middle = '', spread = ''] = TOLERANCE.exec(text) ?? []
  const [figure, most] = [readQuantity(middle), readQuantity(spread)]
  if (!figure || !most || most.value < 0) return undefined
  const measureUnit = most.measureUnit ?? figure.measureUnit
  if (figure.measureUnit !== undefined && figure.measureUnit !== measureUnit) return undefined
  const from = sum([figure.value, -most.value])
  return { from, to: sum([figure.value, most.value]), measureUnit }
}

function joinRange(from: Quantity, to: Quantity) {
  const measureUnit = to.measureUnit ?? from.measureUnit
  const start = inUnit(from, measureUnit)
  if (start === undefined) return undefined
  return {
    from: start < to.value ? start : to.value,
    to: start < to.value ? to.value : start,
    measureUnit,
  }
}

/** Value of one end in the unit of the other; an end without a unit takes the other's. */
function inUnit({ value, measureUnit }: Quantity, unit: string | undefined): number | undefined {
  if (measureUnit === undefined || unit === undefined || measureUnit === unit) return value
  const converted = convertMoney(value, measureUnit, unit)
  return converted === undefined ? undefined : toNumber(converted)
}
