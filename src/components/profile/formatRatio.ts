import { round } from '@/domain/decimal'

/** 0.875 → "87.5%"; a ratio is multiplied by 100 only to be read. */
export function formatRatio(ratio: number): string {
  return `${percentDigits(ratio)}%`
}

/** 0.07 → "7", not 7.000000000000001. */
export function percentDigits(ratio: number): string {
  return String(round(ratio * 100, 6))
}
