import { foldedText } from './formText'
import { rememberText } from '../rememberText'

const figure = /^([-−]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(亿元|万元|元|亿|万|分|%)?$/

/** A figure in a cell of its own, with the unit printed behind it. */
export interface Figure {
  readonly value: number
  readonly unit: string | undefined
}

/** @returns `undefined` for blanks, dashes and words: missing, never 0. */
export const readFigure = rememberText((text): Figure | undefined => {
  const match = figure.exec(foldedText(text).replace(/^[¥￥]/, ''))
  if (!match) return undefined
  const [, minus = '', digits = '', unit] = match
  const value = Number(digits.replaceAll(',', ''))
  return { value: minus === '' ? value : -value, unit }
})

/** 分 of a 分值 or 得分 cell: "10", "10分", "10%" of a 100-point table. */
export function readPoints(text: string): number | undefined {
  const found = readFigure(text)
  if (!found || (found.unit !== undefined && found.unit !== '分' && found.unit !== '%')) {
    return undefined
  }
  return found.value
}
