import type { EvaluationScore } from '../../domain/scoring/evaluationScore'
import { FormGridBuilder } from './formGridBuilder'
import type { FormLayout, PrintableEvaluation } from './formLayout'
import type { PrintedColumn } from './indicatorColumns'
import { toPrintedUnit } from './printAmount'
import { writeHeader, writeRows } from './writeIndicators'
import {
  printedExecutionScoreOf,
  printedRateOf,
  printedTotalsOf,
  standardFundsRows,
} from './writeTotals'

const columns: readonly PrintedColumn[] = [
  { field: 'firstLevel', header: '一级指标', width: 14 },
  { field: 'secondLevel', header: '二级指标', width: 20 },
  { field: 'name', header: '三级指标', width: 30 },
  { field: 'target', header: '年度指标值', width: 16 },
  { field: 'actual', header: '实际完成值', width: 16 },
  { field: 'maxScore', header: '分值', width: 10 },
  { field: 'score', header: '得分', width: 12 },
  { field: 'deviationAnalysis', header: '偏差原因分析及改进措施', width: 28, columnSpan: 2 },
]

/** Grid columns: the last header takes two, so that the funds block has nine. */
const columnWidths = [14, 20, 30, 16, 16, 10, 12, 14, 14]

/** Columns that a row of the funds block does not use print a dash, as the national form does. */
const notApplicable = '—'

function writeFunds(
  builder: FormGridBuilder,
  evaluation: PrintableEvaluation,
  score?: EvaluationScore,
): void {
  const { printedUnit } = evaluation.funds
  const rows = evaluation.funds.rows.length === 0 ? standardFundsRows : evaluation.funds.rows
  builder.add(0, `项目资金（${printedUnit}）`, 'label', { rowSpan: rows.length + 1 })
  builder.add(1, '', 'header', { columnSpan: 2 })
  const headers = [
    '年初预算数',
    '全年预算数（A）',
    '全年执行数（B）',
    '分值',
    '执行率（B/A）',
    '得分',
  ]
  headers.forEach((header, index) => builder.add(3 + index, header, 'header'))
  builder.row += 1

  const scoredRow = rows.findIndex((row) => row.kind === 'total')
  rows.forEach((row, index) => {
    builder.add(1, row.label, 'label', { columnSpan: 2 })
    for (const [offset, field] of ['initialBudget', 'annualBudget', 'annualExecution'].entries()) {
      const amount = row[field as 'initialBudget' | 'annualBudget' | 'annualExecution']
      builder.addNumber(3 + offset, toPrintedUnit(amount, printedUnit), 'number', {
        path: `funds.rows.${String(index)}.${field}`,
      })
    }
    if (index === scoredRow) {
      builder.addNumber(6, evaluation.budgetExecution?.maxScore, 'score', {
        path: 'budgetExecution.maxScore',
      })
      builder.add(7, printedRateOf(evaluation), 'value', { path: 'budgetExecution.printedRate' })
      builder.addNumber(8, printedExecutionScoreOf(evaluation, score), 'score', {
        path: 'budgetExecution.declared',
      })
    } else {
      builder.add(6, notApplicable, 'value')
      builder.add(7, '', 'value')
      builder.add(8, notApplicable, 'value')
    }
    builder.row += 1
  })
}

/** Goals that carry points (40 + 40) print them in the label of their own row, as read. */
function writeScoredGoals(builder: FormGridBuilder, { goals }: PrintableEvaluation): void {
  goals.forEach((goal, index) => {
    const path = `goals.${String(index)}`
    const points = goal.maxScore === undefined ? '' : `（${String(goal.maxScore)}分）`
    builder.add(0, `年度绩效目标${String(index + 1)}${points}`, 'label')
    builder.add(1, goal.expected, 'value', { columnSpan: 4, path: `${path}.expected` })
    builder.add(5, '实际完成情况', 'label')
    builder.add(6, goal.attained ?? '', 'value', { columnSpan: 3, path: `${path}.attained` })
    builder.row += 1
  })
}

function writeGoals(builder: FormGridBuilder, evaluation: PrintableEvaluation): void {
  const { goals } = evaluation
  if (goals.some(({ maxScore }) => maxScore !== undefined)) {
    writeScoredGoals(builder, evaluation)
    return
  }
  const rows = goals.length === 0 ? [undefined] : goals
  builder.add(0, '年度总体目标', 'label', { rowSpan: rows.length + 1 })
  builder.add(1, '预期目标', 'header', { columnSpan: 4 })
  builder.add(5, '实际完成情况', 'header', { columnSpan: 4 })
  builder.row += 1
  rows.forEach((goal, index) => {
    const path = `goals.${String(index)}`
    builder.add(1, goal?.expected ?? '', 'value', { columnSpan: 4, path: `${path}.expected` })
    builder.add(5, goal?.attained ?? '', 'value', { columnSpan: 4, path: `${path}.attained` })
    builder.row += 1
  })
}

/** 绩效自评表 of 财预〔2020〕10号, with its funds block, goals, rows and 总分. */
export const selfEvaluationForm: FormLayout = {
  form: 'self-evaluation',
  titleOf: ({ scope }) =>
    scope === 'department' ? '部门整体支出绩效自评表' : '项目支出绩效自评表',
  columns,
  write(evaluation, score) {
    const builder = new FormGridBuilder(
      'self-evaluation',
      this.titleOf(evaluation),
      columnWidths,
      'landscape',
    )
    builder.addTitle(evaluation.fiscalYear)
    builder.add(0, '项目名称', 'label', { columnSpan: 2 })
    builder.add(2, evaluation.projectName, 'value', { columnSpan: 7, path: 'projectName' })
    builder.row += 1
    builder.add(0, '主管部门', 'label', { columnSpan: 2 })
    builder.add(2, evaluation.competentDepartment ?? '', 'value', {
      columnSpan: 3,
      path: 'competentDepartment',
    })
    builder.add(5, '实施单位', 'label')
    builder.add(6, evaluation.implementingUnit ?? '', 'value', {
      columnSpan: 3,
      path: 'implementingUnit',
    })
    builder.row += 1
    writeFunds(builder, evaluation, score)
    writeGoals(builder, evaluation)
    writeHeader(builder, columns)
    writeRows(builder, columns, evaluation, score)

    const total = printedTotalsOf(evaluation, score)
    builder.add(0, '总分', 'label', { columnSpan: 5 })
    builder.addNumber(5, total.maxScore, 'score', { path: 'printedTotal.maxScore' })
    builder.addNumber(6, total.score, 'score', { path: 'printedTotal.score' })
    builder.add(7, '', 'value', { columnSpan: 2 })
    builder.row += 1
    return builder.build()
  },
}
