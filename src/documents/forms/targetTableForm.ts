import { FormGridBuilder } from './formGridBuilder'
import type { FormLayout, PrintableEvaluation } from './formLayout'
import type { PrintedColumn } from './indicatorColumns'
import { hasSignBeside } from './printTarget'
import { writeFundsRows } from './writeFundsRows'
import { writeHeader, writeRows } from './writeIndicators'
import { standardFundsRows } from './writeTotals'

const columns: readonly PrintedColumn[] = [
  { field: 'firstLevel', header: '一级指标', width: 16 },
  { field: 'secondLevel', header: '二级指标', width: 22 },
  { field: 'name', header: '三级指标', width: 34 },
  { field: 'target', header: '指标值', width: 22 },
]

/** Columns printed only where the table has something to say in them. */
const optionalColumns: readonly PrintedColumn[] = [
  { field: 'maxScore', header: '分值', width: 8 },
  { field: 'note', header: '备注', width: 18 },
]

/** 指标值 where sign and unit stand in cells of their own. */
function apart(target: PrintedColumn): readonly PrintedColumn[] {
  return [
    { field: 'sign', header: '计算符号', width: 10 },
    { ...target, width: 16 },
    { field: 'measureUnit', header: '计量单位', width: 10 },
  ]
}

/**
 * The columns this evaluation needs: the fixed ones, 指标值 in three where it came in three, and 分值
 * or 备注 where a row has them.
 */
export function targetColumnsOf(
  fixed: readonly PrintedColumn[],
  evaluation: PrintableEvaluation,
): readonly PrintedColumn[] {
  const isUsed = {
    maxScore: evaluation.indicators.some((row) => row.maxScore !== undefined),
    note: evaluation.indicators.some((row) => row.note !== undefined),
  }
  const isApart = evaluation.indicators.some(({ target }) => hasSignBeside(target))
  return [
    ...fixed.flatMap((column) => (isApart && column.field === 'target' ? apart(column) : [column])),
    ...optionalColumns.filter(({ field }) =>
      field === 'maxScore' ? isUsed.maxScore : isUsed.note,
    ),
  ]
}

/** 年度绩效目标: a label over the width, then a row a goal. */
export function writeGoalRows(builder: FormGridBuilder, evaluation: PrintableEvaluation): void {
  for (const [term, label] of [
    ['mid-term', '中期绩效目标'],
    ['annual', '年度绩效目标'],
  ] as const) {
    const goals = evaluation.goals.flatMap((goal, index) => (goal.term === term ? [index] : []))
    if (term === 'mid-term' && goals.length === 0) continue
    builder.add(0, label, 'label', { columnSpan: builder.columnCount })
    builder.row += 1
    // A blank cell for the goal that is not there yet, behind those of the other term.
    const indexes = goals.length === 0 ? [evaluation.goals.length] : goals
    for (const index of indexes) {
      const goal = evaluation.goals[index]
      builder.add(0, goal?.expected ?? '', 'value', {
        columnSpan: builder.columnCount,
        path: `goals.${String(index)}.expected`,
        ...(goal ? {} : { part: term }),
      })
      builder.row += 1
    }
  }
}

/** 项目支出绩效目标表, as 000 and 001 of the published disclosures print it. */
export const targetTableForm: FormLayout = {
  form: 'target-table',
  titleOf: ({ scope }) =>
    scope === 'department' ? '部门整体支出绩效目标表' : '项目支出绩效目标表',
  columns: [...columns, ...optionalColumns],
  write(evaluation) {
    const printed = targetColumnsOf(columns, evaluation)
    const last = printed.length - 1
    const builder = new FormGridBuilder(
      'target-table',
      this.titleOf(evaluation),
      printed.map((column) => column.width),
      'portrait',
    )
    builder.addTitle(evaluation.fiscalYear)
    builder.add(0, '项目名称', 'label')
    builder.add(1, evaluation.projectName, 'value', { columnSpan: last, path: 'projectName' })
    builder.row += 1
    builder.add(0, '主管部门及代码', 'label')
    builder.add(1, evaluation.competentDepartment ?? '', 'value', { path: 'competentDepartment' })
    builder.add(2, '实施单位', 'label')
    builder.add(3, evaluation.implementingUnit ?? '', 'value', {
      columnSpan: last - 2,
      path: 'implementingUnit',
    })
    builder.row += 1

    const { rows } = evaluation.funds
    writeFundsRows(builder, evaluation, rows.length === 0 ? standardFundsRows : rows)
    writeGoalRows(builder, evaluation)
    writeHeader(builder, printed)
    writeRows(builder, printed, evaluation)
    return builder.build()
  },
}
