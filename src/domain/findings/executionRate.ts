import { round } from '../decimal'

/** 执行率 as printed. */
export interface PrintedRate {
  raw: string
  /** As the digits stand: 73.19 of "73.19%", 0.7319 of "0.7319". */
  value: number
  decimals: number
  hasPercentSign: boolean
}

/** "73.19%", "73.19", "0.7319", "７３．１９％"; `undefined` where there is no number. */
export function parsePrintedRate(text: string | undefined): PrintedRate | undefined {
  const match = /^\s*(\d+)(?:\.(\d*))?\s*(%?)\s*$/.exec((text ?? '').normalize('NFKC'))
  if (text === undefined || !match) return undefined
  const [, whole = '', fraction = '', sign] = match
  return {
    raw: text.trim(),
    value: Number(`${whole}.${fraction || '0'}`),
    decimals: fraction.length,
    hasPercentSign: sign === '%',
  }
}

/**
 * Whether a printed rate is B ÷ A as somebody with a calculator would print it: rounded or cut off at
 * its last digit, where A and B themselves may be rounded to 0.01 万元.
 *
 * A number without % may be a percentage or a ratio; either reading may agree.
 */
export function agreesWithRate(printed: PrintedRate, execution: number, budget: number): boolean {
  const rate = (execution / budget) * 100
  const slack = (0.5 / budget) * (1 + execution / budget)
  const agrees = (percent: number, decimals: number): boolean => {
    const lastDigit = 10 ** -Math.max(0, decimals)
    const difference = round(rate - percent, 8)
    return difference > -(lastDigit / 2 + slack) && difference < lastDigit + slack
  }
  if (agrees(printed.value, printed.decimals)) return true
  return !printed.hasPercentSign && agrees(printed.value * 100, printed.decimals - 2)
}
