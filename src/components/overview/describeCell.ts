import { cellRate, type HeatmapMatrix } from '@/charts/heatmap/heatmapMatrix'
import { formatDecimals, roundProportion } from '@/domain/decimal'

/** A cell, or a row's name, in words: plain text, wherever it is shown. */
export interface CellTip {
  name: string
  column: string
  text: string
}

type Translate = (key: string, values?: Record<string, unknown>) => string

/** 得分率 of a cell in per cent with one decimal, half up; `undefined`: not scored. */
export function formatRate(matrix: HeatmapMatrix, row: number, column: number): string | undefined {
  if (cellRate(matrix, row, column) === undefined) return undefined
  const at = row * matrix.columns.length + column
  const share = { numerator: matrix.scores[at] ?? 0, denominator: matrix.maxScores[at] ?? 1 }
  return formatDecimals(roundProportion(100, share, 1), 1)
}

/** What a cell says: 得分, 分值 and 得分率; of a row's name, how many evaluations and 失分. */
export function describeCell(
  matrix: HeatmapMatrix,
  columnLabels: readonly string[],
  { row, column }: { row: number; column: number | undefined },
  t: Translate,
): CellTip {
  const head = matrix.rows[row]
  const name = head?.label ?? ''
  if (column === undefined) {
    const lost = formatDecimals(head?.lostPoints ?? 0, 2)
    const text = t('overview.rowTip', { count: head?.count ?? 0, lost })
    return { name, column: t('overview.pinHint'), text }
  }
  const index = row * matrix.columns.length + column
  const rate = formatRate(matrix, row, column)
  const text =
    rate === undefined
      ? t('overview.noScore')
      : t('overview.cell', {
          score: formatDecimals(matrix.scores[index] ?? 0, 2),
          maxScore: formatDecimals(matrix.maxScores[index] ?? 0, 2),
          rate,
        })
  return { name, column: columnLabels[column] ?? '', text }
}
