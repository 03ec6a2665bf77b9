import { rememberReadings } from '../rememberReadings'
import { readFigure } from './readFigure'
import type { Comparator } from './target'

/** What most cells hold: a sign or none, digits, a unit or none. */
export interface PlainFigure {
  comparator: Comparator | undefined
  value: number
  measureUnit: string | undefined
}

/** Exact quotients of whole numbers below 2^53: `98.5` is 985 ÷ 10, the same double as the text's. */
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]
const MOST_DIGITS = 15
const LONGEST_UNIT = 8
const ZERO = 48
const NINE = 57
const POINT = 46

/**
 * Reads "≥98%", "27人", "100000" in one pass over the characters. `undefined` says only that the cell
 * is not written so plainly; every text read here is read the same by the general rules, only slower
 * (tests/domain/target/readPlainFigure.test.ts holds the two together).
 */
export function readPlainFigure(raw: string): PlainFigure | undefined {
  const comparator = signAt(raw)
  const start = comparator === undefined ? 0 : 1
  let whole = 0
  let point = -1
  let at = start
  for (; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at)
    if (code >= ZERO && code <= NINE) whole = whole * 10 + (code - ZERO)
    else if (code === POINT && point < 0 && at > start) point = at
    else break
  }
  const digits = at - start - (point < 0 ? 0 : 1)
  if (digits === 0 || digits > MOST_DIGITS || point === at - 1) return undefined
  const value = point < 0 ? whole : whole / (POWERS[at - point - 1] ?? Number.NaN)
  if (at === raw.length) return { comparator, value, measureUnit: undefined }
  const measureUnit = raw.length - at > LONGEST_UNIT ? '' : plainUnit(raw.slice(at))
  return measureUnit === '' ? undefined : { comparator, value, measureUnit }
}

function signAt(raw: string): Comparator | undefined {
  const sign = raw[0]
  return sign === '≥' || sign === '≤' || sign === '=' || sign === '<' || sign === '>'
    ? sign
    : undefined
}

/** A number with 年, 月, 日 or 季 behind it may be a date, and dates are read before figures. */
const PLAIN_UNIT = /^(?:%|(?![年月日号季])\p{Script=Han}{0,6}(?:\/\p{Script=Han}{1,4})?)$/u

/** Unit that the general rules read behind a number; '' where they read something else there. */
const plainUnit = rememberReadings<string>((text) => {
  if (!PLAIN_UNIT.test(text)) return ''
  const figure = readFigure(`1${text}`)
  if (figure?.quantity.value !== 1 || figure.comparator !== undefined) return ''
  return figure.quantity.measureUnit ?? ''
})
