import { round } from '@/domain/decimal'
import type { Grade } from '@/domain/scoring/evaluationScore'

export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  excellent: '优',
  good: '良',
  fair: '中',
  poor: '差',
}

/** 分 or 万元 without needless zeros. */
export const printNumber = (value: number): string => String(round(value, 6))

/** "73.19%"; undefined where there is nothing to divide by. */
export function printRate(part: number | undefined, whole: number | undefined): string | undefined {
  if (part === undefined || whole === undefined || whole === 0) return undefined
  return `${String(round((part * 100) / whole, 2))}%`
}
