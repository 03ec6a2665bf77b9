import { FormGridBuilder } from './formGridBuilder'
import type { FormLayout, PrintableEvaluation } from './formLayout'
import type { ColumnField, PrintedColumn } from './indicatorColumns'
import { writeFundsRows } from './writeFundsRows'
import { writeHeader, writeRows } from './writeIndicators'
import { printedTotalsOf } from './writeTotals'

const columns: readonly PrintedColumn[] = [
  { field: 'firstLevel', header: '一级指标', width: 16 },
  { field: 'secondLevel', header: '二级指标', width: 20 },
  { field: 'name', header: '三级指标', width: 32 },
  { field: 'target', header: '指标值', width: 18 },
  { field: 'actual', header: '实际完成值', width: 16 },
  { field: 'maxScore', header: '分值', width: 8 },
  { field: 'score', header: '得分', width: 8 },
  { field: 'deviationAnalysis', header: '偏差原因分析及改进措施', width: 26 },
  { field: 'note', header: '备注', width: 16 },
]

/** Columns that are printed only where a row, or 总分, has something to say in them. */
const isUsed: Partial<Record<ColumnField, (evaluation: PrintableEvaluation) => boolean>> = {
  actual: ({ indicators }) => indicators.some((row) => row.actual !== undefined),
  maxScore: ({ indicators, printedTotal }) =>
    printedTotal !== undefined || indicators.some((row) => row.maxScore !== undefined),
  score: ({ indicators, printedTotal }) =>
    printedTotal !== undefined || indicators.some((row) => row.declared !== undefined),
  deviationAnalysis: ({ indicators }) =>
    indicators.some((row) => row.deviationAnalysis !== undefined),
  note: ({ indicators }) => indicators.some((row) => row.note !== undefined),
}

/** A bare indicator table: what any table with 三级指标 and 指标值 comes back as. */
export const generalForm: FormLayout = {
  form: 'other',
  titleOf: () => '绩效指标表',
  columns,
  write(evaluation, score) {
    const printed = columns.filter(({ field }) => isUsed[field]?.(evaluation) ?? true)
    const builder = new FormGridBuilder(
      'other',
      this.titleOf(evaluation),
      printed.map((column) => column.width),
      printed.length > 6 ? 'landscape' : 'portrait',
    )
    builder.addTitle(evaluation.fiscalYear)
    builder.add(0, '项目名称', 'label')
    builder.add(1, evaluation.projectName, 'value', {
      columnSpan: printed.length - 1,
      path: 'projectName',
    })
    builder.row += 1
    writeFundsRows(builder, evaluation, evaluation.funds.rows)
    writeHeader(builder, printed)
    writeRows(builder, printed, evaluation, score)
    if (evaluation.printedTotal !== undefined) {
      const total = printedTotalsOf(evaluation, score)
      const at = printed.findIndex(({ field }) => field === 'maxScore')
      builder.add(0, '总分', 'label', { columnSpan: at })
      builder.addNumber(at, total.maxScore, 'score', { path: 'printedTotal.maxScore' })
      builder.addNumber(at + 1, total.score, 'score', { path: 'printedTotal.score' })
      const rest = printed.length - at - 2
      if (rest > 0) builder.add(at + 2, '', 'value', { columnSpan: rest })
      builder.row += 1
    }
    return builder.build()
  },
}
