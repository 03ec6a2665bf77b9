import type { Indicator } from '@/domain/evaluation/evaluation'

/** How many rows the cell of a row spans: 0 when it is covered by the cell of a row above. */
export interface MergedSpans {
  firstLevel: number
  secondLevel: number
  /** 分值 and 得分, printed once over all rows that share them. */
  score: number
}

type IsContinued = (above: Indicator, below: Indicator) => boolean

// By label alone: a form may print several kinds under one merged "绩效指标".
const sameFirstLevel: IsContinued = (above, below) =>
  above.firstLevelLabel === below.firstLevelLabel

const sameSecondLevel: IsContinued = (above, below) =>
  sameFirstLevel(above, below) && above.secondLevelLabel === below.secondLevelLabel

const headOfScore = (row: Indicator): string | number => row.sharesScoreWith ?? row.id
const sameScore: IsContinued = (above, below) =>
  below.sharesScoreWith !== undefined && headOfScore(above) === headOfScore(below)

function spansOf(rows: readonly Indicator[], isContinued: IsContinued): number[] {
  const spans = rows.map(() => 0)
  let head = 0
  rows.forEach((row, index) => {
    const above = rows[index - 1]
    if (above === undefined || !isContinued(above, row)) head = index
    spans[head] = (spans[head] ?? 0) + 1
  })
  return spans
}

/** Merged cells of the printed form: runs of equal level labels, and scores shared by several rows. */
export function mergedSpans(rows: readonly Indicator[]): MergedSpans[] {
  const firstLevel = spansOf(rows, sameFirstLevel)
  const secondLevel = spansOf(rows, sameSecondLevel)
  const score = spansOf(rows, sameScore)
  return rows.map((_, index) => ({
    firstLevel: firstLevel[index] ?? 1,
    secondLevel: secondLevel[index] ?? 1,
    score: score[index] ?? 1,
  }))
}
