import { formatPlain, roundProportion } from '../../domain/decimal'
import { FormGridBuilder } from './formGridBuilder'
import type { FormLayout, PrintableEvaluation } from './formLayout'
import type { PrintedColumn } from './indicatorColumns'
import { toPrintedUnit } from './printAmount'
import { writeHeader, writeRows } from './writeIndicators'
import { standardFundsRows } from './writeTotals'

/** Month of the central departments' form: a blank form of an evaluation that names none. */
const usualMonth = '7'
/** Figures whose month nobody has said: the form leaves room for it. */
const unknownMonth = '  '

function columnsFor(month: string): readonly PrintedColumn[] {
  const causes = '偏差原因分析'
  const likelihood = '完成目标可能性'
  return [
    { field: 'firstLevel', header: '一级指标', width: 12 },
    { field: 'secondLevel', header: '二级指标', width: 16 },
    { field: 'name', header: '三级指标', width: 24 },
    { field: 'target', header: '年度指标值', width: 14 },
    { field: 'toDate', header: `1-${month}月执行情况`, width: 14 },
    { field: 'forecast', header: '全年预计完成情况', width: 14 },
    { field: 'cause:funding', header: '经费保障', group: causes, width: 6 },
    { field: 'cause:regulation', header: '制度保障', group: causes, width: 6 },
    { field: 'cause:staff', header: '人员保障', group: causes, width: 6 },
    { field: 'cause:equipment', header: '硬件条件保障', group: causes, width: 6 },
    { field: 'cause:other', header: '其他', group: causes, width: 6 },
    { field: 'explanation', header: '原因说明', group: causes, width: 18 },
    { field: 'likelihood:certain', header: '确定能', group: likelihood, width: 6 },
    { field: 'likelihood:possible', header: '有可能', group: likelihood, width: 6 },
    { field: 'likelihood:impossible', header: '完全不可能', group: likelihood, width: 6 },
    { field: 'note', header: '备注', width: 12 },
  ]
}

/** 执行率 of a row as a percentage with two decimals; '' where a figure is missing or the budget is 0. */
function executionRate(part: number | undefined, whole: number | undefined): string {
  if (part === undefined || whole === undefined || whole <= 0) return ''
  const share = { numerator: part, denominator: whole }
  return `${formatPlain(roundProportion(100, share, 2))}%`
}

/** 年初预算数; of an evaluation that has none, 全年预算数 stands there under its own name. */
function budgetFieldOf({ funds }: PrintableEvaluation): 'initialBudget' | 'annualBudget' {
  const { rows } = funds
  const hasInitial = rows.some(({ initialBudget }) => initialBudget !== undefined)
  const hasAnnual = rows.some(({ annualBudget }) => annualBudget !== undefined)
  return !hasInitial && hasAnnual ? 'annualBudget' : 'initialBudget'
}

function monthOf({ monitoringMonth, indicators, funds }: PrintableEvaluation): string {
  if (monitoringMonth !== undefined) return String(monitoringMonth)
  const hasFigures =
    indicators.some(({ monitoring }) => monitoring !== undefined) ||
    funds.rows.some(
      ({ executionToDate, forecastExecution }) =>
        executionToDate !== undefined || forecastExecution !== undefined,
    )
  return hasFigures ? unknownMonth : usualMonth
}

function writeFunds(builder: FormGridBuilder, evaluation: PrintableEvaluation, month: string) {
  const { funds } = evaluation
  const field = budgetFieldOf(evaluation)
  const rows = funds.rows.length === 0 ? standardFundsRows : funds.rows
  builder.add(0, `项目资金（${funds.printedUnit}）`, 'label', { rowSpan: rows.length + 1 })
  builder.add(1, '', 'header', { columnSpan: 2 })
  builder.add(3, field === 'initialBudget' ? '年初预算数' : '全年预算数', 'header')
  builder.add(4, `1-${month}月执行数`, 'header')
  builder.add(5, `1-${month}月执行率`, 'header')
  builder.add(6, '全年预计执行数', 'header', { columnSpan: 10 })
  builder.row += 1
  rows.forEach((row, index) => {
    const path = `funds.rows.${String(index)}`
    const printed = (amount: number | undefined) => toPrintedUnit(amount, funds.printedUnit)
    builder.add(1, row.label, 'label', { columnSpan: 2 })
    builder.addNumber(3, printed(row[field]), 'number', { path: `${path}.${field}` })
    builder.addNumber(4, printed(row.executionToDate), 'number', {
      path: `${path}.executionToDate`,
    })
    builder.add(5, executionRate(row.executionToDate, row[field]), 'value')
    builder.addNumber(6, printed(row.forecastExecution), 'number', {
      columnSpan: 10,
      path: `${path}.forecastExecution`,
    })
    builder.row += 1
  })
}

/** 项目支出绩效目标执行监控表 (财预〔2019〕136号). */
export const monitoringForm: FormLayout = {
  form: 'monitoring',
  titleOf: ({ scope }) =>
    scope === 'department' ? '部门整体支出绩效目标执行监控表' : '项目支出绩效目标执行监控表',
  columns: columnsFor(usualMonth),
  write(evaluation) {
    const month = monthOf(evaluation)
    const columns = columnsFor(month)
    const width = columns.length
    const builder = new FormGridBuilder(
      'monitoring',
      this.titleOf(evaluation),
      columns.map((column) => column.width),
      'landscape',
    )
    builder.addTitle(evaluation.fiscalYear)
    builder.add(0, '项目名称', 'label', { columnSpan: 2 })
    builder.add(2, evaluation.projectName, 'value', {
      columnSpan: width - 2,
      path: 'projectName',
    })
    builder.row += 1
    builder.add(0, '主管部门', 'label', { columnSpan: 2 })
    builder.add(2, evaluation.competentDepartment ?? '', 'value', {
      columnSpan: 2,
      path: 'competentDepartment',
    })
    builder.add(4, '实施单位', 'label', { columnSpan: 2 })
    builder.add(6, evaluation.implementingUnit ?? '', 'value', {
      columnSpan: width - 6,
      path: 'implementingUnit',
    })
    builder.row += 1
    writeFunds(builder, evaluation, month)

    const goals = evaluation.goals.length === 0 ? [undefined] : evaluation.goals
    goals.forEach((goal, index) => {
      const label = goal?.term === 'mid-term' ? '中期绩效目标' : '年度总体目标'
      builder.add(0, label, 'label', { columnSpan: 2 })
      builder.add(2, goal?.expected ?? '', 'value', {
        columnSpan: width - 2,
        path: `goals.${String(index)}.expected`,
      })
      builder.row += 1
    })
    writeHeader(builder, columns)
    writeRows(builder, columns, evaluation)
    return builder.build()
  },
}
