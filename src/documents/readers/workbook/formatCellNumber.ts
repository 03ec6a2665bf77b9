import { rememberText } from '../../rememberText'
import { toChineseNumerals } from './chineseNumerals'
import { formatDateSerial } from './formatDateSerial'
import { formatDigits } from './formatDigits'
import { type FormatToken, tokeniseFormat } from './tokeniseFormat'

const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/

/** Days between the epochs of 1900 and 1904. */
const DAYS_TO_1904 = 1462

/** A column repeats its format on each of its rows. */
const tokensOf = rememberText((section): readonly FormatToken[] => tokeniseFormat(section))
const sectionsOf = rememberText((format): readonly string[] => splitSections(format))

function splitSections(format: string): string[] {
  const sections: string[] = []
  let section = ''
  for (const [part] of format.matchAll(/"[^"]*"?|[\\!_*][\s\S]?|\[[^\]]*\]?|;|[\s\S]/g)) {
    if (part !== ';') section += part
    else {
      sections.push(section)
      section = ''
    }
  }
  return [...sections, section]
}

function holds(value: number, [, operator, limitText]: RegExpMatchArray): boolean {
  const limit = Number(limitText)
  if (operator === '<') return value < limit
  if (operator === '>') return value > limit
  if (operator === '<=') return value <= limit
  if (operator === '>=') return value >= limit
  return operator === '=' ? value === limit : value !== limit
}

/** The section of a format that a value uses, and whether the sign is the section's own affair. */
function chooseSection(value: number, format: string): { section: string; isSigned: boolean } {
  const sections = sectionsOf(format)
  const [first = '', second, third] = sections
  const conditions = sections.map((section) =>
    CONDITION.exec(section.replace(/^(?:\[(?![<>=])[^\]]*\])+/, '')),
  )
  if (conditions.some(Boolean)) {
    const index = conditions.findIndex((condition, position) =>
      condition ? holds(value, condition) : position === sections.length - 1 || position === 2,
    )
    const section = sections[index === -1 ? sections.length - 1 : index] ?? first
    return { section, isSigned: value < 0 }
  }
  if (value < 0 && second !== undefined) return { section: second, isSigned: false }
  if (value === 0 && third !== undefined) return { section: third, isSigned: false }
  return { section: first, isSigned: value < 0 }
}

/** A number as a General cell shows it: at most 11 digits, scientific from 1e11 and below 1e-9. */
export function formatGeneral(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (Number.isInteger(value) && size < 1e15) return String(value)
  const short = Number(value.toPrecision(size < 1 ? 9 : 11))
  if (size >= 1e15 || size < 1e-9) {
    const [mantissa = '', exponent = ''] = Number(value.toPrecision(6)).toExponential().split('e')
    return `${mantissa}E${exponent.replace(/^([+-])(\d)$/, '$10$2')}`
  }
  return String(short).includes('e') ? short.toFixed(12).replace(/0+$/, '') : String(short)
}

const isDateToken = (token: FormatToken) => token.kind === 'date'

/**
 * A number as the sheet shows it, by Excel's number format. Written for the formats of Chinese
 * offices, which the libraries print wrongly or not at all: `0"%"`, `G/通用格式`, `[DBNum1]`,
 * `上午/下午h"时"`, `yyyy年m月`, `0!.0,"万元"`.
 *
 * @param value a count, an amount or, for date formats, days since 1899-12-30
 * @param format Excel's format code; '' and General print the plain number
 * @param isDate1904 dates of the workbook count from 1904, as old ones of the Macintosh do
 */
export function formatCellNumber(value: number, format: string, isDate1904 = false): string {
  if (!Number.isFinite(value)) return String(value)
  if (format === '' || format === 'General') return formatGeneral(value)
  const { section, isSigned } = chooseSection(value, format)
  const tokens = tokensOf(section)
  if (tokens.some(isDateToken)) {
    const serial = isDate1904 ? value + DAYS_TO_1904 : value
    return formatDateSerial(serial, tokens).trim()
  }
  // A fraction (# ?/?) is printed as a decimal: no target or amount is written in quarters.
  if (tokens.some((token) => token.kind === 'fraction')) return formatGeneral(value)
  if (tokens.some((token) => token.kind === 'general')) {
    const number = formatGeneral(isSigned ? value : Math.abs(value))
    const style = tokens.find((token) => token.kind === 'numerals')
    const plain = style ? toChineseNumerals(number, style.style) : number
    return tokens
      .map((token) =>
        token.kind === 'general' ? plain : token.kind === 'literal' ? token.text : '',
      )
      .join('')
      .trim()
  }
  return formatDigits(value, tokens, isSigned).trim()
}
