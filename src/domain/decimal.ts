import Big from 'big.js'

/** 四舍五入 or 四舍六入五成双 (GB/T 8170). Which one applies is profile data. */
export type RoundingMode = 'half-up' | 'half-even'

/**
 * Rounds on the decimal digits a reader sees.
 *
 * `Math.round(1.005 * 100) / 100` is 1 because 1.005 is stored as 1.00499…;
 * a finance officer with a calculator gets 1.01, and so does this function.
 *
 * @throws RangeError when `value` is not finite: a programming error, never a data error.
 */
export function round(value: number, decimals: number, mode: RoundingMode = 'half-up'): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${String(value)}`)
  return new Big(value)
    .round(decimals, mode === 'half-up' ? Big.roundHalfUp : Big.roundHalfEven)
    .toNumber()
}

/** Exact decimal sum: 0.1 + 0.2 is 0.3. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toNumber()
}
