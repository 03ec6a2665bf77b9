import { toChineseNumerals } from './chineseNumerals'
import type { FormatToken } from './tokeniseFormat'

/** |value| × 10^shift rounded half up on the fifteen digits Excel keeps, as "whole" and "fraction". */
function roundDecimal(
  value: number,
  shift: number,
  decimals: number,
): { whole: string; fraction: string } {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e')
  const digits = mantissa.replace('.', '')
  const point = 1 + Number(exponent) + shift
  const padded = point > 0 ? digits.padEnd(point, '0') : '0'.repeat(1 - point) + digits
  const whole = point > 0 ? padded.slice(0, point) : padded.slice(0, 1)
  const rest = padded.slice(whole.length)
  const kept = BigInt(whole + rest.slice(0, decimals).padEnd(decimals, '0'))
  const rounded = (rest[decimals] ?? '0') >= '5' ? kept + 1n : kept
  const text = rounded.toString().padStart(decimals + 1, '0')
  return {
    whole: text.slice(0, text.length - decimals),
    fraction: text.slice(text.length - decimals),
  }
}

const isDigit = (token: FormatToken) => token.kind === 'digit'

function groupThousands(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Digits into the places of the whole part, from the right; literals between the places stay. */
function fillWhole(tokens: readonly FormatToken[], whole: string, isGrouped: boolean): string {
  const significant = whole === '0' ? '' : whole
  const places = tokens.filter(isDigit).length
  const zeros = tokens.findIndex((token) => token.kind === 'digit' && token.text === '0')
  const least = zeros === -1 ? 0 : tokens.slice(zeros).filter(isDigit).length
  const digits = significant.padStart(least, '0')
  if (isGrouped || places <= 1 || !tokens.some((token) => token.kind === 'literal')) {
    const first = tokens.findIndex(isDigit)
    const shown = isGrouped ? groupThousands(digits) : digits
    return tokens
      .map((token, index) => (index === first ? shown : token.kind === 'literal' ? token.text : ''))
      .join('')
  }
  let place = 0
  return tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text
      if (token.kind !== 'digit') return ''
      place++
      const right = places - place
      if (place === 1) return digits.slice(0, Math.max(0, digits.length - right))
      return digits[digits.length - right - 1] ?? ''
    })
    .join('')
}

function fillFraction(tokens: readonly FormatToken[], fraction: string): string {
  let place = -1
  return tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text
      if (token.kind === 'percent') return '%'
      if (token.kind !== 'digit') return ''
      place++
      const isNeeded = token.text === '0' || /[1-9]/.test(fraction.slice(place))
      return isNeeded ? (fraction[place] ?? '') : ''
    })
    .join('')
}

function formatExponential(
  value: number,
  tokens: readonly FormatToken[],
  decimals: number,
): string {
  const hasPlus = tokens.some((token) => token.kind === 'exponent' && token.hasPlus)
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(decimals).split('e')
  const power = Math.abs(Number(exponent)).toString().padStart(2, '0')
  const sign = Number(exponent) < 0 ? '-' : hasPlus ? '+' : ''
  return `${mantissa}E${sign}${power}`
}

/** A number by the places of a format: thousands, decimals, %, scaling commas, Chinese numerals. */
export function formatDigits(
  value: number,
  tokens: readonly FormatToken[],
  isSigned: boolean,
): string {
  const exponentAt = tokens.findIndex((token) => token.kind === 'exponent')
  const mantissa = exponentAt === -1 ? tokens : tokens.slice(0, exponentAt)
  const pointAt = mantissa.findIndex((token) => token.kind === 'point')
  const before = pointAt === -1 ? mantissa : mantissa.slice(0, pointAt)
  const after = pointAt === -1 ? [] : mantissa.slice(pointAt + 1)
  const decimals = after.filter(isDigit).length
  const sign = isSigned ? '-' : ''
  if (exponentAt !== -1) return sign + formatExponential(value, tokens, decimals)
  if (!tokens.some(isDigit))
    return (
      sign +
      tokens
        .map((token) =>
          token.kind === 'literal' ? token.text : token.kind === 'percent' ? '%' : '',
        )
        .join('')
    )

  const lastDigit = mantissa.findLastIndex(isDigit)
  const firstDigit = mantissa.findIndex(isDigit)
  let scale = 0
  while (mantissa[lastDigit + 1 + scale]?.kind === 'comma') scale++
  const isGrouped = before.some(
    (token, index) =>
      token.kind === 'comma' &&
      index > firstDigit &&
      before.slice(index).some((later) => later.kind === 'digit'),
  )
  const percents = tokens.filter((token) => token.kind === 'percent').length
  const { whole, fraction } = roundDecimal(value, percents * 2 - scale * 3, decimals)

  const wholeFrom = before.findIndex(isDigit)
  const wholeTo = before.findLastIndex(isDigit)
  const print = (pieces: readonly FormatToken[]) =>
    fillFraction(
      pieces.filter((piece) => !isDigit(piece)),
      '',
    )
  const head = print(before.slice(0, Math.max(0, wholeFrom)))
  const middle =
    wholeFrom === -1
      ? whole === '0'
        ? ''
        : whole
      : fillWhole(before.slice(wholeFrom, wholeTo + 1), whole, isGrouped)
  const tail = print(wholeTo === -1 ? before : before.slice(wholeTo + 1))
  const decimalsText = pointAt === -1 ? '' : `.${fillFraction(after, fraction)}`
  const style = tokens.find((token) => token.kind === 'numerals')
  const isZero = !/[1-9]/.test(whole + fraction)
  const number = style ? toChineseNumerals(middle, style.style) : middle
  return (isZero ? '' : sign) + head + number + tail + decimalsText
}
