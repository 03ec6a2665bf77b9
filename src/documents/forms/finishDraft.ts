import type { EvaluationDraft, FormKind } from '../../domain/evaluation/evaluation'
import { bareText, singleLine } from './formText'
import type { HeaderColumns } from './headerColumns'
import type { IndicatorRows } from './readIndicators'
import { readMonth } from './readMonth'
import type { Trace } from './sourceLink'
import { readStrayRows } from './strayCells'
import type { TableHead } from './tableHead'
import type { PartCell } from './tablePart'

/** A table whose rows have all been read. */
export interface ReadTable {
  readonly trace: Trace
  readonly title: string
  readonly place: string
  readonly head: TableHead
  readonly columns: HeaderColumns
  readonly rows: IndicatorRows
  /** Cells right of the form, row by row. */
  readonly stray: readonly (readonly PartCell[])[]
  /** Headings of columns whose texts went into the notes. */
  readonly extraColumns: ReadonlySet<string>
  /** A column was understood by its place, not by its words. */
  readonly isHeaderInferred: boolean
}

/** Which form it is: by what it holds, then by the words of its title, then by how it is laid out. */
function formOf({ columns, title }: ReadTable, scope: EvaluationDraft['scope']): FormKind {
  const bare = bareText(title)
  if (columns.has('toDate') || columns.has('forecast') || /监控/.test(bare)) return 'monitoring'
  if (columns.has('actual') || columns.has('score')) return 'self-evaluation'
  if (scope === 'department') return 'department-targets'
  if (/申报/.test(bare)) return 'declaration'
  if (/目标/.test(bare)) return 'target-table'
  // 项目名称 beside the rows is the declaration's own; a sign in a cell of its own occurs anywhere.
  if (columns.has('projectName')) return 'declaration'
  const isTargetTable =
    /绩效/.test(bare) ||
    columns.has('sign') ||
    (columns.has('firstLevel') && columns.has('secondLevel'))
  return isTargetTable ? 'target-table' : 'other'
}

/** Makes a draft of what a table says; doubts that concern it as a whole go into its trace. */
export function finishDraft(table: ReadTable): EvaluationDraft {
  const { head, rows, trace } = table
  const { projectName, departmentName, ...units } = head.labels
  const isWhole = /整体/.test(bareText(table.title))
  const scope =
    isWhole || (departmentName !== undefined && projectName === undefined)
      ? 'department'
      : 'project'
  const draft: EvaluationDraft = {
    form: formOf(table, scope),
    scope,
    projectName: projectName ?? '',
    ...units,
    goals: head.goals,
    funds: head.funds,
    ...(head.budgetExecution ? { budgetExecution: head.budgetExecution } : {}),
    indicators: rows.indicators,
    ...(rows.printedTotal ? { printedTotal: rows.printedTotal } : {}),
  }
  const department = units.competentDepartment ?? departmentName
  if (department !== undefined) draft.competentDepartment = department
  if (draft.form === 'monitoring') takeMonth(draft, table)
  draft.indicators.push(...readStrayRows(table.stray, draft, trace))
  doubtWhole(draft, table)
  return draft
}

function takeMonth(
  draft: EvaluationDraft,
  { columns, title, head, trace, place }: ReadTable,
): void {
  const header = columns.list.find(({ field }) => field === 'toDate')?.text ?? ''
  const month = readMonth({ header, title, head: head.texts })
  if (month !== undefined) draft.monitoringMonth = month
  else {
    const message = '监控表没有写明是几月的，请选择监控月份。'
    trace.doubt('monitoring-month-missing', 'warning', message, { place, path: 'monitoringMonth' })
  }
}

function doubtWhole(draft: EvaluationDraft, table: ReadTable): void {
  const at = { place: table.place }
  const doubt = table.trace.doubt.bind(table.trace)
  if (draft.indicators.length === 0) {
    doubt('table-empty', 'warning', `“${singleLine(table.title)}”是空表，没有填写指标。`, at)
  }
  if (table.isHeaderInferred) {
    doubt('header-inferred', 'warning', '表头用词不常见，列的含义是按位置推断的，请核对。', at)
  }
  if (table.extraColumns.size > 0) {
    const names = [...table.extraColumns].join('、')
    doubt('column-kept-as-note', 'hint', `表中另有“${names}”列，内容已放入备注。`, at)
  }
  if (draft.fiscalYear === undefined) {
    doubt('year-missing', 'warning', '表中没有年度，请补上。', { ...at, path: 'fiscalYear' })
  }
}
