import type { Funds, FundsRow } from './evaluation'

/** The 年度资金总额 row; `undefined` where the form has none. */
export function totalFundsRow(funds: Funds): FundsRow | undefined {
  return funds.rows.find((row) => row.kind === 'total')
}
