import { toChineseDigits, toChineseNumerals } from './chineseNumerals'
import type { FormatToken } from './tokeniseFormat'

const DAY_SECONDS = 86_400
/** Excel counts a 29 February 1900 that never was; days before it are one less. */
const EPOCH = Date.UTC(1899, 11, 30)
const WEEKDAYS = '日一二三四五六'
const MONTHS =
  'January February March April May June July August September October November December'
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'

interface Moment {
  date: Date
  seconds: number
}

const two = (value: number) => String(value).padStart(2, '0')

function isMinute(tokens: readonly FormatToken[], index: number): boolean {
  const dates = tokens
    .map((token, position) => ({ token, position }))
    .filter(({ token }) => token.kind === 'date')
  const at = dates.findIndex(({ position }) => position === index)
  const starts = (offset: number, letter: string) => {
    const token = dates[at + offset]?.token
    return token?.kind === 'date' && token.text.replace('[', '').startsWith(letter)
  }
  return starts(-1, 'h') || starts(1, 's')
}

function formatPart(text: string, moment: Moment, hasNoon: boolean): string {
  const { date, seconds } = moment
  const hours = Math.floor(seconds / 3600) % 24
  const shown = hasNoon ? hours % 12 || 12 : hours
  const pad = (value: number) => (text.length > 1 ? two(value) : String(value))
  const name = (names: string, index: number, length?: number) =>
    (names.split(' ')[index] ?? '').slice(0, length)
  if (text === '上午/下午') return hours < 12 ? '上午' : '下午'
  if (text === 'am/pm') return hours < 12 ? 'AM' : 'PM'
  if (text === 'a/p') return hours < 12 ? 'A' : 'P'
  if (/^[ye]/.test(text))
    return text.length <= 2 && text.startsWith('y')
      ? two(date.getUTCFullYear() % 100)
      : String(date.getUTCFullYear())
  if (text === 'mmm') return name(MONTHS, date.getUTCMonth(), 3)
  if (text === 'mmmm') return name(MONTHS, date.getUTCMonth())
  if (text === 'mmmmm') return name(MONTHS, date.getUTCMonth(), 1)
  if (text.startsWith('m')) return pad(date.getUTCMonth() + 1)
  if (text === 'aaa') return WEEKDAYS[date.getUTCDay()] ?? ''
  if (text === 'aaaa') return `星期${WEEKDAYS[date.getUTCDay()] ?? ''}`
  if (text === 'ddd') return name(DAYS, date.getUTCDay(), 3)
  if (text === 'dddd') return name(DAYS, date.getUTCDay())
  if (text.startsWith('d')) return pad(date.getUTCDate())
  if (text.startsWith('h')) return pad(shown)
  if (text.startsWith('s')) return pad(Math.floor(seconds % 60))
  return ''
}

function formatElapsed(text: string, serial: number): string {
  const total = Math.round(serial * DAY_SECONDS)
  const divisor = text.startsWith('[h') ? 3600 : text.startsWith('[m') ? 60 : 1
  return String(Math.floor(total / divisor)).padStart(text.length - 2, '0')
}

/** A date or time as its format shows it; `serial` counts days since 1899-12-30. */
export function formatDateSerial(serial: number, tokens: readonly FormatToken[]): string {
  const whole = Math.round(serial * DAY_SECONDS)
  const days = Math.floor(whole / DAY_SECONDS)
  const moment: Moment = {
    date: new Date(EPOCH + (days < 60 && days > 0 ? days + 1 : days) * DAY_SECONDS * 1000),
    seconds: whole - days * DAY_SECONDS,
  }
  // What no calendar shows (a negative or enormous number) is printed as it is.
  if (serial < 0 || Number.isNaN(moment.date.getTime())) return String(serial)
  const hasNoon = tokens.some(
    (token) => token.kind === 'date' && /^(上午|am|a\/p)/.test(token.text),
  )
  const numerals = tokens.find((token) => token.kind === 'numerals')
  return tokens
    .map((token, index) => {
      if (token.kind === 'literal') return token.text
      if (token.kind === 'digit') return '0'
      if (token.kind !== 'date') return ''
      if (token.text.startsWith('[')) return formatElapsed(token.text, serial)
      const isMinutes = /^m{1,2}$/.test(token.text) && isMinute(tokens, index)
      const minutes = Math.floor((moment.seconds % 3600) / 60)
      const text = isMinutes
        ? token.text.length > 1
          ? two(minutes)
          : String(minutes)
        : formatPart(token.text, moment, hasNoon)
      if (!numerals) return text
      const isYear = token.text.startsWith('y') || token.text.startsWith('e')
      return isYear
        ? toChineseDigits(text, numerals.style)
        : toChineseNumerals(text, numerals.style)
    })
    .join('')
}
