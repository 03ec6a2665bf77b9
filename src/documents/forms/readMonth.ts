import type { MonitoringMonth } from '../../domain/evaluation/evaluation'
import { isMonth } from '../../domain/monitoring/monitoringMonth'
import { readChineseNumber } from '../../domain/target/readNumber'
import { foldedText } from './formText'

/** "1-8月", "一至八月", "2025年1月—8月": the last month counts. */
const RANGE = /(?:\d{1,2}|[一二三四五六七八九十])月?[-—–~至到](?:\d{4}年)?(\d{1,2})月/
/** "截至8月底", "截止到2025年8月31日" */
const UNTIL = /截[至止]到?(?:\d{4}年)?(\d{1,2})月/
const QUARTERS: readonly (readonly [RegExp, MonitoringMonth])[] = [
  [/[上前]半年/, 6],
  [/前三季度|[一1][-—–~至到][三3]季度|第?三季度/, 9],
  [/[一1][-—–~至到][二2]季度|第?二季度/, 6],
  [/第?一季度/, 3],
]
/** "8月执行情况", "8月末"; not the day a form was filled in. */
const SINGLE = /(?:^|\D)(\d{1,2})月(?!\d{1,2}日)/

const monthsInDigits = (text: string): string =>
  foldedText(text).replace(/[一二三四五六七八九十]{1,3}(?=月)/g, (number) =>
    String(readChineseNumber(number)?.value ?? number),
  )

function monthBy(pattern: RegExp, text: string): MonitoringMonth | undefined {
  const month = Number(pattern.exec(text)?.[1])
  return isMonth(month) ? month : undefined
}

/** A stretch of the year that ends with a month; `undefined` where the text names none. */
function stretchIn(text: string): MonitoringMonth | undefined {
  const digits = monthsInDigits(text)
  return (
    monthBy(RANGE, digits) ??
    monthBy(UNTIL, digits) ??
    QUARTERS.find(([pattern]) => pattern.test(digits))?.[1]
  )
}

/** The same, or a month by itself. */
const monthIn = (text: string): MonitoringMonth | undefined =>
  stretchIn(text) ?? monthBy(SINGLE, monthsInDigits(text))

/** Where a monitoring form may name its month. */
export interface MonthPlaces {
  /** Heading of the column of figures to date. */
  header: string
  title: string
  /** Cells above the indicators. */
  head: readonly string[]
}

/**
 * n of "1–n月" on a monitoring form: in the heading of its figures, else in that of its money, else in
 * the title or a line of its head. `undefined` where the form does not say, or names a month that is
 * none: it is asked for, never guessed.
 */
export function readMonth({ header, title, head }: MonthPlaces): MonitoringMonth | undefined {
  const money = head.filter((text) => /月.*(?:执行|支出)/.test(text) && text.length <= 30)
  const lines = head.filter((text) => text.length <= 40 && !/日期|时间[:：]/.test(text))
  const found = [header, ...money].map(monthIn).find((month) => month !== undefined)
  return found ?? monthIn(title) ?? lines.map(stretchIn).find((month) => month !== undefined)
}
