import { type Decimal, divideByPower, multiply } from '../decimal'
import { foldText } from './foldText'

/** 元 in one of each; the bare 万 and 亿 of "43.56万" are amounts only beside another amount. */
const YUAN: Readonly<Record<string, number | undefined>> = {
  元: 1,
  千元: 1e3,
  万元: 1e4,
  百万元: 1e6,
  千万元: 1e7,
  亿元: 1e8,
}
const BARE_YUAN: Readonly<Record<string, number | undefined>> = { 万: 1e4, 亿: 1e8 }

/** 度量单位 as printed, except that ％ and 百分比 are %. Empty and "/" mean none. */
export function parseMeasureUnit(text: string): string | undefined {
  const folded = foldText(text).replace(/\s+/g, '')
  const bare = /^\(([^()]*)\)$/.exec(folded)?.[1] ?? folded
  if (/^[/\\\-—–_]*$/.test(bare)) return undefined
  if (/^(?:百分比|百分之|百分率|%)$/.test(bare)) return '%'
  if (/^(?:人民币)?(?:元|万元|亿元)(?:人民币)?$/.test(bare)) return bare.replace('人民币', '')
  return /[\uff01-\uff5e\s]|^\(/.test(text) ? bare : text.trim()
}

/** Amount and what it is for: 万元/人 → 1e4 and "/人". */
function splitMoney(unit: string): { yuan: number; per: string } | undefined {
  const slash = unit.search(/[/每]/)
  const amount = slash < 0 ? unit : unit.slice(0, slash)
  const yuan = YUAN[amount]
  return yuan === undefined
    ? undefined
    : { yuan, per: slash < 0 ? '' : `/${unit.slice(slash + 1)}` }
}

/** 元, 万元, 亿元 … */
export function isMoney(unit: string): boolean {
  return YUAN[unit] !== undefined
}

/** 元/户, 万元/人, and "/件" with the currency left out. */
export function isUnitPrice(unit: string): boolean {
  return unit.startsWith('/') || (splitMoney(unit)?.per ?? '') !== ''
}

/**
 * Value in another unit of money (元, 万元, 亿元, also per head); `undefined` where the two units
 * differ in more than that: such values are compared as they are, and flagged.
 */
export function convertMoney(value: number, from: string, to: string): Decimal | undefined {
  const source = splitMoney(from)
  const target = splitMoney(to)
  if (source && target) {
    return source.per === target.per ? rescale(value, source.yuan, target.yuan) : undefined
  }
  // 435600元 beside 43.56万: the bare 万 can only be 万元.
  const fromYuan = source?.per === '' ? source.yuan : BARE_YUAN[from]
  const toYuan = target?.per === '' ? target.yuan : BARE_YUAN[to]
  if (fromYuan === undefined || toYuan === undefined) return undefined
  return rescale(value, fromYuan, toYuan)
}

function rescale(value: number, from: number, to: number): Decimal {
  return from >= to ? multiply(value, from / to) : divideByPower(value, to / from)
}
