import { formatDecimals, roundProportion } from '@/domain/decimal'
import type { FundsRow } from '@/domain/evaluation/evaluation'

/** 执行率 (B/A) of a row as a percentage with two decimals; '' where A or B is missing or A is 0. */
export function describeRate({ annualBudget, annualExecution }: FundsRow): string {
  if (annualBudget === undefined || annualExecution === undefined || annualBudget === 0) return ''
  const fraction = { numerator: annualExecution, denominator: annualBudget }
  return `${formatDecimals(roundProportion(100, fraction, 2), 2)}%`
}
