import type { CellConflict } from '@/components/indicatorTable/rowState'
import type { ColumnId } from '@/components/indicatorTable/tableColumns'
import type { EditConflict } from '@/domain/appError'
import { describeValue } from './buildHistoryLines'

const columnOfField: Readonly<Record<string, ColumnId | undefined>> = {
  firstLevelLabel: 'firstLevel',
  secondLevelLabel: 'secondLevel',
  name: 'name',
  target: 'target',
  note: 'note',
  actual: 'actual',
  maxScore: 'maxScore',
  declared: 'score',
  deviationAnalysis: 'deviationAnalysis',
}

/** The cell of the indicator table a conflict is about; undefined when it is elsewhere on the form. */
export function conflictCell({
  path,
  mine,
  theirs,
}: EditConflict): (CellConflict & { indicatorId: string }) | undefined {
  const [area, indicatorId, field] = path
  if (area !== 'indicators' || indicatorId === undefined) return undefined
  const column = columnOfField[field ?? ''] ?? 'name'
  return { indicatorId, column, mine: describeValue(mine), theirs: describeValue(theirs) }
}
