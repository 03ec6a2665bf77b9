import type { Evaluation, Indicator } from '../evaluation/evaluation'
import type { EvaluationEdit } from '../evaluation/evaluationEdit'
import type { LibraryEntry } from './indicatorLibrary'

/**
 * Puts an indicator of the library into a table: behind the last row of its second level, else of its
 * first level, else at the end; under the labels this table prints. 分值 stays empty: it is given here.
 *
 * @param id of the new row.
 */
export function insertFromLibrary(
  { indicators }: Pick<Evaluation, 'indicators'>,
  entry: LibraryEntry,
  id: string,
): EvaluationEdit {
  const isSecond = (row: Indicator) => row.secondLevel === entry.secondLevel
  const isFirst = (row: Indicator) => row.firstLevel === entry.firstLevel
  const sibling = indicators.findLast((row) => isFirst(row) && isSecond(row))
  const cousin = sibling ?? indicators.findLast(isFirst)
  const next = cousin && indicators[indicators.indexOf(cousin) + 1]?.id
  const indicator: Indicator = {
    id,
    firstLevel: entry.firstLevel,
    firstLevelLabel: cousin?.firstLevelLabel ?? entry.firstLevelLabel,
    secondLevel: entry.secondLevel,
    secondLevelLabel: sibling?.secondLevelLabel ?? entry.secondLevelLabel,
    name: entry.name,
    target: entry.target,
  }
  return { type: 'insert-indicator', indicator, ...(next !== undefined && { before: next }) }
}

/** Name and target of the library in place of those of an unquantified row; all else stays. */
export function quantifyFromLibrary(indicatorId: string, entry: LibraryEntry): EvaluationEdit[] {
  return [
    { type: 'set', path: ['indicators', indicatorId, 'name'], value: entry.name },
    { type: 'set', path: ['indicators', indicatorId, 'target'], value: entry.target },
  ]
}
