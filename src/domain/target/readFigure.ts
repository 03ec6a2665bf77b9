import { type Quantity, readQuantity } from './readQuantity'
import { readComparator } from './readComparator'
import type { Comparator } from './target'

/** Words in front of a figure that say nothing of its size. */
export const QUALIFIER =
  /^(?:全年|每年|年度|年均|年|每月|月均|每季度|每天|每日|日均|平均|累计|共|共计|预计|计划|约|大约|为)(?=[≥≤=<>\d]|不|大于|小于|至少|达)/
const APPROXIMATELY = /(?:左右|上下)$/

export interface Figure {
  /** `undefined`: neither sign nor word of comparison is printed. */
  comparator: Comparator | undefined
  quantity: Quantity
}

/** A figure with the sign or word of comparison around it, if there is one. The text is folded. */
export function readFigure(text: string): Figure | undefined {
  const compared = readComparator(text)
  const figure = (compared?.rest ?? text).replace(QUALIFIER, '').replace(APPROXIMATELY, '')
  const quantity = readQuantity(figure.trim())
  return quantity && { comparator: compared?.comparator, quantity }
}
