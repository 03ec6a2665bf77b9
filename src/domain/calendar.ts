const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month, 1–12; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** ISO date, or `undefined` for a day that does not exist (2024-02-30). */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (day < 1 || day > daysInMonth(year, month)) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** ISO date of the last day of a month. */
export function lastDayOfMonth(year: number, month: number): string | undefined {
  return isoDate(year, month, daysInMonth(year, month))
}

/** Days since 0000-03-01 of an ISO date; differences are numbers of days. */
function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const shifted = month <= 2 ? year - 1 : year
  const monthFromMarch = (month + 9) % 12
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * monthFromMarch + 2) / 5) +
    day
  )
}

/** Days from one ISO date to another: 0 for the same day, negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}
