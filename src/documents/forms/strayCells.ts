import type { EvaluationDraft, IndicatorDraft } from '../../domain/evaluation/evaluation'
import { parseFirstLevel } from '../../domain/indicator/parseFirstLevel'
import { parseSecondLevel } from '../../domain/indicator/parseSecondLevel'
import { parseTarget } from '../../domain/target/parseTarget'
import type { TableHeader } from './findHeader'
import { singleLine } from './formText'
import { levelWordOf } from './levelWords'
import type { Trace } from './sourceLink'
import { type PartCell, type PartRow, withCells } from './tablePart'

/**
 * First column of the cells that stand right of the form, apart from it by a blank column; such
 * cells are no part of what was approved, but may be the only place where a cost is broken down.
 */
export function strayColumnOf(rows: readonly PartRow[], header: TableHeader): number | undefined {
  const lastColumn = header.columns.at(-1)?.to ?? 0
  let first = Infinity
  for (const { cells } of rows)
    for (const { column } of cells) if (column > lastColumn && column < first) first = column
  if (first === Infinity) return undefined
  const isApart = first > lastColumn + 1
  const reachesOver = rows.some((row) =>
    row.covering.some((cell) => cell.column <= lastColumn && cell.lastColumn > lastColumn),
  )
  return isApart && !reachesOver ? first : undefined
}

/** Rows without the stray cells, and the stray cells row by row. */
export function partStrayCells(
  rows: readonly PartRow[],
  fromColumn: number,
): { rows: PartRow[]; stray: PartCell[][] } {
  const inside = (cell: PartCell) => cell.column < fromColumn
  return {
    rows: withCells(rows, inside),
    stray: rows
      .map((row) => row.cells.filter((cell) => !inside(cell)))
      .filter((cells) => cells.length > 0),
  }
}

/**
 * Offers the cells outside the form as rows: 一级, 二级, name and target as far as they are there.
 * Each carries a note and a doubt, so that the user keeps or drops it knowingly.
 */
export function readStrayRows(
  stray: readonly (readonly PartCell[])[],
  draft: Pick<EvaluationDraft, 'indicators' | 'fiscalYear'>,
  trace: Trace,
): IndicatorDraft[] {
  let firstLevelLabel = ''
  let secondLevelLabel = ''
  const rows: IndicatorDraft[] = []
  for (const cells of stray) {
    const levels = cells.filter((cell) => levelWordOf(cell.text) !== undefined)
    const rest = cells.filter((cell) => !levels.includes(cell))
    if (levels[0]) firstLevelLabel = singleLine(levels[0].text)
    if (levels[1]) secondLevelLabel = singleLine(levels[1].text)
    const [name, ...values] = rest
    if (!name) continue
    const target = values.at(-1)
    const text = singleLine(name.text)
    if (!target) {
      trace.doubt('stray-cell', 'hint', `表外单元格“${text}”未读入，请核对是否与本表有关。`, {
        cell: name.cell,
      })
      continue
    }
    const index = draft.indicators.length + rows.length
    const context = { name: text, firstLevel: firstLevelLabel, secondLevel: secondLevelLabel }
    rows.push({
      firstLevel: parseFirstLevel(firstLevelLabel, secondLevelLabel),
      firstLevelLabel,
      secondLevel: parseSecondLevel(secondLevelLabel),
      secondLevelLabel,
      name: text,
      target: parseTarget(
        singleLine(target.text),
        draft.fiscalYear === undefined ? context : { ...context, fiscalYear: draft.fiscalYear },
      ),
      note: '原表之外的单元格',
    })
    trace.link(`indicators.${String(index)}.name`, name.cell)
    trace.link(`indicators.${String(index)}.target`, target.cell)
    trace.doubt(
      'stray-row',
      'warning',
      `“${text} ${singleLine(target.text)}”写在表格右侧之外，作为附加行列出，请确认保留还是删除。`,
      { cell: name.cell, path: `indicators.${String(index)}.name` },
    )
  }
  return rows
}
