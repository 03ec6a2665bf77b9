import { buildFormGrid } from '../forms/buildFormGrid'
import type { FormGrid } from '../forms/formGrid'
import { formFormulas, HIDDEN_COLUMN_COUNT } from './formFormulas'
import { paperSize, rowHeights, xlsxStyle } from './formStyle'
import { printedForm, type FormFormat } from './printedForm'
import type { ScoredEvaluation } from './scoredEvaluation'
import { writeWorkbook, type XlsxCell, type XlsxSheet } from './xlsxWorkbook'

/** Printed cells as they are; with scores, live formulas and a note in place of the plain figures. */
function buildSheet(grid: FormGrid, scored: ScoredEvaluation): XlsxSheet {
  const hasScores = grid.cells.some(({ path }) => path?.endsWith('.declared'))
  const { byPath, hiddenCells } = hasScores
    ? formFormulas(grid, scored)
    : { byPath: new Map<string, never>(), hiddenCells: [] }
  const cells = grid.cells.map((cell): XlsxCell => {
    const { row, column, rowSpan, columnSpan, path } = cell
    const computation = path === undefined ? undefined : byPath.get(path)
    return {
      row,
      column,
      rowSpan,
      columnSpan,
      value: cell.number ?? cell.text,
      style: xlsxStyle(cell),
      ...computation,
    }
  })
  const hiddenCount = hiddenCells.length === 0 ? 0 : HIDDEN_COLUMN_COUNT
  return {
    name: scored.evaluation.projectName,
    columns: [
      ...grid.columnWidths.map((width) => ({ width })),
      ...Array.from({ length: hiddenCount }, () => ({ width: 12, isHidden: true })),
    ],
    rowHeights: rowHeights(grid),
    cells: [...cells, ...hiddenCells],
    page: { paperSize: paperSize(grid), orientation: grid.orientation },
    titleRows: [grid.headerRows.from, grid.headerRows.to],
    printTo: { row: grid.rowCount - 1, column: grid.columnCount - 1 },
    footer: '',
  }
}

/** Every evaluation as that form, a sheet each, in the layout in which the form is read. */
export async function writeFormXlsx(
  scored: readonly ScoredEvaluation[],
  format: FormFormat,
): Promise<Uint8Array> {
  const grids = scored.map((one) =>
    buildFormGrid(one.evaluation, printedForm(one.evaluation, format), one.score),
  )
  const sheets = scored.flatMap((one, index) => {
    const grid = grids[index]
    return grid ? [buildSheet(grid, one)] : []
  })
  return writeWorkbook(sheets, grids[0]?.title ?? '')
}
