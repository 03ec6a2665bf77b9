import type { FundsRow } from '../../domain/evaluation/evaluation'
import { FormGridBuilder } from './formGridBuilder'
import type { FormLayout, PrintableEvaluation } from './formLayout'
import type { PrintedColumn } from './indicatorColumns'
import { toPrintedUnit } from './printAmount'
import { targetColumnsOf, targetTableForm } from './targetTableForm'
import { writeHeader, writeRows } from './writeIndicators'

const columns: readonly PrintedColumn[] = [
  { field: 'firstLevel', header: '一级指标', width: 20 },
  { field: 'secondLevel', header: '二级指标', width: 24 },
  { field: 'name', header: '三级指标', width: 38 },
  { field: 'target', header: '目标值', width: 22 },
]

const standardRows: readonly FundsRow[] = [
  { kind: 'total', label: '收入预算合计' },
  { kind: 'current', label: '其中：财政拨款' },
  { kind: 'other', label: '其他经费' },
  { kind: 'total', label: '支出预算合计' },
]

type Amount = { label: string; value: number | undefined; path: string }

/** 当年预算情况: totals on a row of their own, their parts two to a row. */
function writeBudget(builder: FormGridBuilder, { funds }: PrintableEvaluation): void {
  const last = builder.columnCount - 1
  builder.add(0, `当年预算情况（${funds.printedUnit}）`, 'label', { columnSpan: last + 1 })
  builder.row += 1
  const rows = funds.rows.length === 0 ? standardRows : funds.rows
  const lines: Amount[][] = []
  rows.forEach((row, index) => {
    const amount = {
      label: row.label,
      value: row.initialBudget ?? row.annualBudget,
      path: `funds.rows.${String(index)}.initialBudget`,
    }
    const line = lines.at(-1)
    const canJoin = row.kind !== 'total' && line?.length === 1 && rows[index - 1]?.kind !== 'total'
    if (line && canJoin) line.push(amount)
    else lines.push([amount])
  })
  lines.push([
    {
      label: '其中：基本支出',
      value: funds.basicExpenditure,
      path: 'funds.basicExpenditure',
    },
    { label: '项目支出', value: funds.projectExpenditure, path: 'funds.projectExpenditure' },
  ])
  for (const [left, right] of lines) {
    if (left) {
      builder.add(0, left.label, 'label')
      builder.addNumber(1, toPrintedUnit(left.value, funds.printedUnit), 'number', {
        columnSpan: right ? 1 : last,
        path: left.path,
      })
    }
    if (right) {
      builder.add(2, right.label, 'label')
      builder.addNumber(3, toPrintedUnit(right.value, funds.printedUnit), 'number', {
        columnSpan: last - 2,
        path: right.path,
      })
    }
    builder.row += 1
  }
}

/** 部门整体支出绩效目标表, as 001 of the published disclosures prints it. */
export const departmentTargetsForm: FormLayout = {
  form: 'department-targets',
  titleOf: () => '部门整体支出绩效目标表',
  columns: [...columns, ...targetTableForm.columns.slice(columns.length)],
  write(evaluation) {
    const printed = targetColumnsOf(columns, evaluation)
    const last = printed.length - 1
    const builder = new FormGridBuilder(
      'department-targets',
      this.titleOf(evaluation),
      printed.map((column) => column.width),
      'portrait',
    )
    builder.addTitle(evaluation.fiscalYear)
    builder.add(0, '部门名称', 'label')
    const department = evaluation.competentDepartment ?? evaluation.implementingUnit ?? ''
    builder.add(1, department, 'value', { columnSpan: last, path: 'competentDepartment' })
    builder.row += 1
    writeBudget(builder, evaluation)

    const goals = evaluation.goals.length === 0 ? [undefined] : evaluation.goals
    goals.forEach((goal, index) => {
      const label = goal?.term === 'mid-term' ? '中期绩效目标' : '年度总体目标'
      builder.add(0, label, 'label')
      builder.add(1, goal?.expected ?? '', 'value', {
        columnSpan: last,
        path: `goals.${String(index)}.expected`,
      })
      builder.row += 1
    })
    builder.add(0, '年度绩效指标', 'label', { columnSpan: last + 1 })
    builder.row += 1
    writeHeader(builder, printed)
    writeRows(builder, printed, evaluation)
    return builder.build()
  },
}
