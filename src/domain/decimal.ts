import Big from 'big.js'

/** 四舍五入 or 四舍六入五成双 (GB/T 8170). Which one applies is profile data. */
export type RoundingMode = 'half-up' | 'half-even'

/** A decimal number. Doubles stand for the digits they print; `Big` where digits would not fit. */
export type Decimal = number | Big

/** An exact share: never divided before the last step. */
export interface Fraction {
  numerator: Decimal
  denominator: Decimal
}

/**
 * Rounds on the decimal digits a reader sees.
 *
 * `Math.round(1.005 * 100) / 100` is 1 because 1.005 is stored as 1.00499…;
 * a finance officer with a calculator gets 1.01, and so does this function.
 *
 * @throws RangeError when `value` is not finite: a programming error, never a data error.
 */
export function round(value: number, decimals: number, mode: RoundingMode = 'half-up'): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${String(value)}`)
  if (decimals >= 2 && hundredths(value) !== undefined) return value
  return new Big(value)
    .round(decimals, mode === 'half-up' ? Big.roundHalfUp : Big.roundHalfEven)
    .toNumber()
}

/**
 * `value × scale` as a whole number, or `undefined` where it is none or would have more than the 15
 * digits that a double keeps apart.
 */
function scaleUp(value: number, scale: number): number | undefined {
  const scaled = Math.round(value * scale)
  return scaled / scale === value && Math.abs(scaled) < 1e15 ? scaled : undefined
}

const hundredths = (value: number): number | undefined => scaleUp(value, 100)

/** Exact decimal sum: 0.1 + 0.2 is 0.3. */
export function sum(values: readonly number[]): number {
  return sumScaled(values, 100) ?? sumScaled(values, 1_000_000) ?? sumExactly(values)
}

/** The sum in whole numbers below 2^53; `undefined` where they do not fit. */
function sumScaled(values: readonly number[], scale: number): number | undefined {
  let total = 0
  for (const value of values) {
    const scaled = scaleUp(value, scale)
    if (scaled === undefined) return undefined
    total += scaled
    if (Math.abs(total) > 8e15) return undefined
  }
  return total / scale
}

function sumExactly(values: readonly number[]): number {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toNumber()
}

/** Negative, zero or positive as `left` is below, equal to or above `right`. */
export function compare(left: Decimal, right: Decimal): number {
  if (typeof left === 'number' && typeof right === 'number') {
    return left < right ? -1 : left > right ? 1 : 0
  }
  return new Big(left).cmp(right)
}

/** Exact product. */
export function multiply(left: Decimal, right: Decimal): Decimal {
  if (typeof left === 'number' && typeof right === 'number') {
    const a = scaleUp(left, 10_000)
    const b = scaleUp(right, 10_000)
    if (a !== undefined && b !== undefined && Math.abs(a * b) < 1e15) return (a * b) / 1e8
  }
  return new Big(left).times(right)
}

/** Exact difference. */
export function subtract(left: Decimal, right: Decimal): Decimal {
  if (typeof left === 'number' && typeof right === 'number') {
    const a = scaleUp(left, 1_000_000)
    const b = scaleUp(right, 1_000_000)
    if (a !== undefined && b !== undefined && Math.abs(a - b) < 1e15) return (a - b) / 1_000_000
  }
  return new Big(left).minus(right)
}

/** Exact quotient by a power of ten: 435600元 ÷ 10000 is 43.56万元. */
export function divideByPower(value: Decimal, power: number): Decimal {
  const scaled = typeof value === 'number' ? scaleUp(value, 1_000_000) : undefined
  // Times 0.0001, not divided: a division would be cut off after 20 decimals.
  return scaled === undefined ? new Big(value).times(1 / power) : scaled / (1_000_000 * power)
}

/** A ratio as it is printed: 0.995 → "99.5%". */
export const formatPercent = (ratio: Decimal): string => `${formatPlain(multiply(ratio, 100))}%`

/** The double that prints the same digits; for showing, not for further arithmetic. */
export function toNumber(value: Decimal): number {
  return typeof value === 'number' ? value : value.toNumber()
}

/** Exact mean of fractions: (a/b + c/d) ÷ 2 = (ad + cb) / 2bd. */
export function meanOf(fractions: readonly Fraction[]): Fraction {
  const total = addFractions(fractions)
  return {
    numerator: total.numerator,
    denominator: multiply(total.denominator, fractions.length),
  }
}

/** Exact sum of fractions, not reduced. */
export function addFractions(fractions: readonly Fraction[]): Fraction {
  let numerator = new Big(0)
  let denominator = new Big(1)
  for (const fraction of fractions) {
    numerator = numerator.times(fraction.denominator).plus(denominator.times(fraction.numerator))
    denominator = denominator.times(fraction.denominator)
  }
  return { numerator, denominator }
}

/** Compares a fraction with a positive denominator to a decimal, without dividing. */
export function compareFraction(fraction: Fraction, value: Decimal): number {
  const { numerator, denominator } = fraction
  if (
    typeof numerator === 'number' &&
    typeof denominator === 'number' &&
    typeof value === 'number'
  ) {
    const product = denominator * value
    const difference = numerator - product
    // Doubles decide unless they are so near to each other that their own error could.
    if (Math.abs(difference) > 1e-12 * (Math.abs(numerator) + Math.abs(product))) {
      return difference < 0 ? -1 : 1
    }
  }
  return new Big(fraction.numerator).cmp(multiply(fraction.denominator, value))
}

/**
 * `factor × numerator ÷ denominator`, divided once and rounded once, exactly: the remainder decides,
 * not the digits of a quotient that was cut off somewhere.
 *
 * @throws RangeError when the denominator is 0: a programming error, rules test it before.
 */
export function roundProportion(
  factor: number,
  { numerator, denominator }: Fraction,
  decimals: number,
  mode: RoundingMode = 'half-up',
): number {
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    const quick = roundSafely(factor, numerator, denominator, decimals, mode)
    if (quick !== undefined) return quick
  }
  return roundExactly(new Big(factor).times(numerator), new Big(denominator), decimals, mode)
}

const POWERS = [1, 10, 100] as const

/** The same in whole numbers below 2^53; `undefined` where they do not fit or a sign is negative. */
function roundSafely(
  factor: number,
  numerator: number,
  denominator: number,
  decimals: number,
  mode: RoundingMode,
): number | undefined {
  const power = POWERS[decimals]
  const points = hundredths(factor)
  if (power === undefined || points === undefined || points < 0) return undefined
  let top = numerator
  let bottom = denominator
  if (!Number.isInteger(top) || !Number.isInteger(bottom)) {
    top = Math.round(numerator * 10_000)
    bottom = Math.round(denominator * 10_000)
    if (top / 10_000 !== numerator || bottom / 10_000 !== denominator) return undefined
  }
  const dividend = points * top * power
  const divisor = bottom * 100
  if (top < 0 || bottom <= 0 || dividend > 9e15 || divisor > 9e15) return undefined

  let quotient = Math.floor(dividend / divisor)
  let remainder = dividend - quotient * divisor
  if (remainder < 0) {
    quotient -= 1
    remainder += divisor
  }
  const twice = remainder * 2
  if (twice > divisor || (twice === divisor && (mode === 'half-up' || quotient % 2 === 1))) {
    quotient += 1
  }
  return quotient / power
}

function roundExactly(dividend: Big, divisor: Big, decimals: number, mode: RoundingMode): number {
  if (divisor.eq(0)) throw new RangeError('cannot divide by 0')
  const negative = dividend.s * divisor.s < 0
  const [top, bottom] = toIntegers(dividend.abs().times(new Big(10).pow(decimals)), divisor.abs())
  const remainder = (top % bottom) * 2n
  let quotient = top / bottom
  if (
    remainder > bottom ||
    (remainder === bottom && (mode === 'half-up' || quotient % 2n === 1n))
  ) {
    quotient += 1n
  }
  const rounded = new Big(quotient.toString()).div(new Big(10).pow(decimals)).toNumber()
  return negative && rounded !== 0 ? -rounded : rounded
}

/** Both numbers scaled by the same power of ten until they are whole. */
function toIntegers(left: Big, right: Big): [bigint, bigint] {
  const decimalsOf = (value: Big) => Math.max(0, value.c.length - 1 - value.e)
  const scale = new Big(10).pow(Math.max(decimalsOf(left), decimalsOf(right)))
  return [BigInt(left.times(scale).toFixed(0)), BigInt(right.times(scale).toFixed(0))]
}

const HUNDREDTHS = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))

/** Digits as printed on a form, with trailing zeros: 8 → "8.00". */
export function formatDecimals(value: number, decimals: number): string {
  const scaled = decimals === 2 && value >= 0 ? hundredths(value) : undefined
  if (scaled === undefined) return new Big(value).toFixed(decimals)
  const whole = Math.floor(scaled / 100)
  return `${whole}.${HUNDREDTHS[scaled - whole * 100] ?? ''}`
}

/** Digits without trailing zeros and without exponent: 43.56 → "43.56". */
export function formatPlain(value: Decimal): string {
  if (typeof value !== 'number') return value.toFixed()
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value)
  const scaled = value > 0 ? hundredths(value) : undefined
  if (scaled === undefined) return new Big(value).toFixed()
  const whole = Math.floor(scaled / 100)
  const rest = scaled - whole * 100
  return `${whole}.${(rest % 10 === 0 ? String(rest / 10) : HUNDREDTHS[rest]) ?? ''}`
}
