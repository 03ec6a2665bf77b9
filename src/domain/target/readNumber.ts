const DIGITS: Readonly<Record<string, number | undefined>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const PLACES: Readonly<Record<string, number | undefined>> = { 十: 10, 百: 100, 千: 1000 }

/** More digits than a double keeps apart: such a figure would be changed in silence. */
const MOST_DIGITS = 15

/** Number at the start of a folded text, with its length. Thousands separators must stand right. */
export function readNumber(text: string): { value: number; length: number } | undefined {
  const match =
    /^[+-]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][+-]?\d+(?![A-Za-z]))?/.exec(text)
  if (!match) return undefined
  const digits = match[0].replaceAll(',', '')
  const value = Number(digits)
  return isKept(digits, value) ? { value, length: match[0].length } : undefined
}

/** Whether the double prints the same figure: not 1e309, not 0.1234567890123456789. */
export function isKept(digits: string, value: number): boolean {
  if (!Number.isFinite(value)) return false
  const mantissa = digits.replace(/[eE].*$/, '').replace(/[+\-.]/g, '')
  const significant = mantissa.replace(/^0+/, '').replace(digits.includes('.') ? /0+$/ : /$^/, '')
  return significant.length <= MOST_DIGITS && (value !== 0 || significant === '')
}

/** Plain Chinese numerals below 10,000 at the start of a text: 十二, 三百二十, 二〇. */
export function readChineseNumber(text: string): { value: number; length: number } | undefined {
  const match = /^[零〇一二两三四五六七八九十百千]+/.exec(text)?.[0]
  if (match === undefined) return undefined
  let value = 0
  let digit: number | undefined
  let lastPlace = 10_000
  for (const char of match) {
    const place = PLACES[char]
    if (place === undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = DIGITS[char]
    } else {
      if (place >= lastPlace || (digit === undefined && place !== 10)) return undefined
      value += (digit ?? 1) * place
      lastPlace = place
      digit = undefined
    }
  }
  return { value: value + (digit ?? 0), length: match.length }
}
