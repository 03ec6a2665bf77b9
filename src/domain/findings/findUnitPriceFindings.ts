import { round } from '../decimal'
import { totalFundsRow } from '../evaluation/totalFundsRow'
import type { Finding } from './finding'
import type { FindingSubject, SubjectRow } from './findingSubject'
import { formatFigure } from './formatFigure'
import { findingOnRow } from './makeFinding'

interface Price {
  row: SubjectRow
  value: number
  /** 万元 */
  amount: number
  measureUnit: string
  /** What one pays for: 人 of 万元/人. */
  counter: string
}

const TEN_THOUSAND_YUAN: Readonly<Record<string, number>> = {
  元: 0.0001,
  千元: 0.1,
  万元: 1,
  万: 1,
  亿元: 10_000,
}
/** A price per person and month has a factor that the table does not tell: only one stroke. */
const PRICE_UNIT = /^(元|千元|万元|万|亿元)\s*[/／每]\s*([^/／·*×年月日天周季]{1,4})$/

/** Share of the budget by which price × count may miss it: prices are quoted rounded. */
const TOLERANCE = 0.005

/**
 * 单价 × 数量 against the budget, where each price of the table has exactly one count in its unit:
 * 8.2 万元/人 × 27 人 = 221.4 万元, not 268.388 万元. A hint: the budget may pay for more than that.
 */
export function findUnitPriceFindings({ evaluation, rows }: FindingSubject): Finding[] {
  const total = totalFundsRow(evaluation.funds)
  const budget = total?.annualBudget ?? total?.initialBudget
  const prices = rows.flatMap(readPrice)
  const [first] = prices
  if (budget === undefined || budget <= 0 || !first) return []

  const products: { text: string; amount: number }[] = []
  for (const price of prices) {
    const counts = rows.flatMap(({ indicator: { target } }) =>
      target.kind === 'quantitative' && target.measureUnit === price.counter ? [target.value] : [],
    )
    const [count] = counts
    if (count === undefined || counts.length > 1) return []
    products.push({
      text: `${formatFigure(price.value)} ${price.measureUnit} × ${formatFigure(count)} ${price.counter}`,
      amount: price.amount * count,
    })
  }
  const amount = round(
    products.reduce((added, product) => added + product.amount, 0),
    6,
  )
  if (Math.abs(amount - budget) <= budget * TOLERANCE) return []
  return [
    findingOnRow(
      'unit-price-differs',
      first.row,
      `单价 × 数量（${products.map(({ text }) => text).join(' + ')}）= ${formatFigure(amount)} 万元，预算为 ${formatFigure(budget)} 万元，请核对单价、数量或说明其余用途`,
      {
        product: amount,
        budget,
        calculation: products.map(({ text }) => text).join(' + '),
      },
    ),
  ]
}

function readPrice(row: SubjectRow): Price[] {
  const { target } = row.indicator
  if (target.kind !== 'quantitative' || target.measureUnit === undefined) return []
  const [, money = '', counter = ''] = PRICE_UNIT.exec(target.measureUnit) ?? []
  const factor = TEN_THOUSAND_YUAN[money]
  if (factor === undefined) return []
  return [
    {
      row,
      value: target.value,
      amount: target.value * factor,
      measureUnit: target.measureUnit,
      counter,
    },
  ]
}
