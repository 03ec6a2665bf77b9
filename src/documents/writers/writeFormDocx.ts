import { buildFormGrid } from '../forms/buildFormGrid'
import { paperSize } from './formStyle'
import { printedForm, type FormFormat } from './printedForm'
import type { ScoredEvaluation } from './scoredEvaluation'
import { packWord, textWidthOf, wordSection, type WordPage } from './wordDocument'
import { formTables } from './wordTable'

const MARGINS = { top: 20, right: 15, bottom: 20, left: 15 }

/** Every evaluation as that form, a section each, in the layout in which the form is read. */
export async function writeFormDocx(
  scored: readonly ScoredEvaluation[],
  format: FormFormat,
): Promise<Uint8Array> {
  const grids = scored.map(({ evaluation, score }) =>
    buildFormGrid(evaluation, printedForm(evaluation, format), score),
  )
  const sections = grids.map((grid) => {
    const page: WordPage = {
      paperSize: paperSize(grid),
      orientation: grid.orientation,
      margins: MARGINS,
    }
    return wordSection(page, formTables(grid, textWidthOf(page)))
  })
  return packWord(sections, grids[0]?.title ?? '')
}
