import { isoDate, lastDayOfMonth } from '../calendar'
import { readChineseNumber } from './readNumber'

export interface ReadDate {
  date: string
  /** Whether the text says 前 or 底前: an intention, not a measurement. */
  isBefore: boolean
  /** A month or a year, of which `date` is the last day. */
  isWholeMonth: boolean
}

const DAY = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]$/
const DAY_IN_DIGITS = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$|^(\d{4})(\d{2})(\d{2})$/
const MONTH = /^(?:(\d{4})年)?(\d{1,2})月(?:份)?(?:底|末|月底)?$|^(\d{4})[-/](\d{1,2})$/
const YEAR_END = /^(?:(\d{4})年(?:度)?|当年|本年|年度)?(?:年)?(?:底|末|年底|年末|年内|内)$/
const QUARTER_END = /^(?:(\d{4})年)?第?([一二三四1-4])季度(?:底|末)?$/
const MONTH_PART = /^(?:(\d{4})年)?(\d{1,2})月([上中下])旬$/
const HALF_END = /^(?:(\d{4})年)?([上下])半年(?:底|末)?$/
const QUARTERS: Readonly<Record<string, number | undefined>> = { 一: 1, 二: 2, 三: 3, 四: 4 }

/** 力争于, 截至, ≤: none of them changes the day. */
const LEAD = /^(?:确保|力争|争取|计划|预计|要求|须|应)?(?:[≤<=]|于|在|截至|截止到|截止|至)?/
/** 前 with what is to be done by then: 前完成验收, 之前全部竣工. */
const BEFORE =
  /(?:\d{1,2}(?:[时点]|:\d\d))?(?:之前|以前|前)\p{Script=Han}{0,8}$|内(?:全部)?(?:完成|完工|办结)?$/u
const DONE = /(?:全部|基本)?(?:完成|完工|竣工|办结|到位|建成|交付|验收)$/

/** Dates in Chinese numerals as digits: 二〇二四年十二月三十一日. */
function inDigits(text: string): string {
  const bare = text
    .replace(/\s+\d{1,2}:\d\d(?::\d\d)?$/, '')
    .replace(/\s+/g, '')
    .replace(/\(含[^()]*\)/, '')
    .replace(/^(\d{2})年(?=\d{1,2}月)/, '20$1年')
  if (!/[〇○零一二三四五六七八九十][年月日号]/.test(bare)) return bare
  return bare
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      year.replaceAll('○', '〇').replace(/./g, (digit) => String(readChineseNumber(digit)?.value)),
    )
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (number) =>
      String(readChineseNumber(number)?.value ?? number),
    )
}

/**
 * A day, or the last day of a month, quarter or year: "2024年12月31日前", "12月底前", "2024-12-31".
 * Dates without a year need `fiscalYear`. `undefined` for other texts and for days that do not exist.
 */
export function readDate(text: string, fiscalYear?: number): ReadDate | undefined {
  const bare = inDigits(text).replace(LEAD, '')
  const stem = bare
    .replace(BEFORE, (found) => (found.startsWith('内') ? '内' : ''))
    .replace(DONE, '')
    .replace(/^(?:当年|本年)(?=\d)/, '')
  const isBefore = BEFORE.test(bare) || /^[≤<]/.test(text)
  const found = readDay(stem, fiscalYear) ?? readLastDay(stem, fiscalYear)
  return found && { ...found, isBefore }
}

/** Whether the text has the form of a date, existing or not: "2024年2月30日". */
export function looksLikeDate(text: string): boolean {
  const bare = text.replace(/\s+/g, '').replace(/(?:之前|以前|前)$/, '')
  return DAY.test(bare) || /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(bare) || MONTH.test(bare)
}

function readDay(text: string, fiscalYear?: number) {
  const [, year, month, day] = DAY.exec(text) ?? []
  const [, y1, m1, d1, y2, m2, d2] = DAY_IN_DIGITS.exec(text) ?? []
  const full = [year ?? y1 ?? y2 ?? fiscalYear, month ?? m1 ?? m2, day ?? d1 ?? d2]
  if (full.includes(undefined)) return undefined
  const [wholeYear = 0, wholeMonth = 0, wholeDay = 0] = full.map(Number)
  if (wholeYear < 1900 || wholeYear > 2199) return undefined
  const date = isoDate(wholeYear, wholeMonth, wholeDay)
  return date === undefined ? undefined : { date, isWholeMonth: false }
}

function readLastDay(text: string, fiscalYear?: number) {
  const [, year, month, y1, m1] = MONTH.exec(text) ?? []
  if (month !== undefined || m1 !== undefined)
    return monthEnd(year ?? y1 ?? fiscalYear, month ?? m1)
  const quarter = QUARTER_END.exec(text)
  if (quarter) {
    const number = QUARTERS[quarter[2] ?? ''] ?? Number(quarter[2])
    return monthEnd(quarter[1] ?? fiscalYear, number * 3)
  }
  const part = MONTH_PART.exec(text)
  if (part) return partEnd(part[1] ?? fiscalYear, part[2], part[3])
  const half = HALF_END.exec(text)
  if (half) return monthEnd(half[1] ?? fiscalYear, half[2] === '上' ? 6 : 12)
  const yearEnd = YEAR_END.exec(text)
  return yearEnd ? monthEnd(yearEnd[1] ?? fiscalYear, 12) : undefined
}

/** 上旬, 中旬 and 下旬 end on the 10th, the 20th and the last day. */
function partEnd(year: string | number | undefined, month = '', part = '') {
  if (part === '下' || year === undefined) return monthEnd(year, month)
  return readDay(`${year}年${month}月${part === '上' ? 10 : 20}日`)
}

function monthEnd(year: string | number | undefined, month: string | number | undefined) {
  if (year === undefined || month === undefined) return undefined
  const wholeYear = Number(year)
  if (wholeYear < 1900 || wholeYear > 2199) return undefined
  const date = lastDayOfMonth(wholeYear, Number(month))
  return date === undefined ? undefined : { date, isWholeMonth: true }
}

const WHOLE_YEAR = /^(?:(\d{4})年?|当年|本年|本)?(?:全年度?|年度|度)$|^(\d{4})年$/
const MONTHS = /^(?:(\d{4})年)?(\d{1,2})月?(?:份)?[-~至到—–]{1,2}(?:(\d{4})年)?(\d{1,2})月(?:份)?$/
const YEARS = /^((?:19|20|21)\d\d)年?[-~至到—–]{1,2}((?:19|20|21)\d\d)年(?:度)?$/
const POINTED_MONTHS = /^(\d{4})[./](\d{1,2})[-~至到—–]{1,2}(\d{4})[./](\d{1,2})$/
const HALF_YEAR = /^(?:(\d{4})年)?([上下])半年$/

/** "2024年全年", "2024年1-12月", "2024年1月1日至2024年6月30日", "上半年"; both ends belong to it. */
export function readPeriod(
  text: string,
  fiscalYear?: number,
): { from: string; to: string } | undefined {
  const bare = inDigits(text)
  const year = WHOLE_YEAR.exec(bare)
  if (year) return period(year[1] ?? year[2] ?? fiscalYear, 1, year[1] ?? year[2] ?? fiscalYear, 12)
  const half = HALF_YEAR.exec(bare)
  if (half) {
    const first = half[2] === '上' ? 1 : 7
    return period(half[1] ?? fiscalYear, first, half[1] ?? fiscalYear, first + 5)
  }
  const years = YEARS.exec(bare)
  if (years) return period(years[1], 1, years[2], 12)
  const pointed = POINTED_MONTHS.exec(bare)
  if (pointed) return period(pointed[1], Number(pointed[2]), pointed[3], Number(pointed[4]))
  const months = MONTHS.exec(bare)
  if (months) {
    const from = months[1] ?? fiscalYear
    return period(from, Number(months[2]), months[3] ?? from, Number(months[4]))
  }
  return readDays(bare, fiscalYear)
}

function readDays(text: string, fiscalYear?: number) {
  const [start, end, ...more] = text.split(/至|到|~|—+|–|(?<=日|\d[./]\d+)-/)
  if (start === undefined || end === undefined || more.length > 0) return undefined
  const from = readDay(start, fiscalYear)?.date
  const year = from === undefined ? fiscalYear : Number(from.slice(0, 4))
  const to = readDay(end, year)?.date
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined
}

function period(
  fromYear: string | number | undefined,
  fromMonth: number,
  toYear: string | number | undefined,
  toMonth: number,
) {
  if (fromYear === undefined || toYear === undefined) return undefined
  const from = isoDate(Number(fromYear), fromMonth, 1)
  const to = lastDayOfMonth(Number(toYear), toMonth)
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined
}
