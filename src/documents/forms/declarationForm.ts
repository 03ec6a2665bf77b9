import type { FormCell } from './formGrid'
import { FormGridBuilder } from './formGridBuilder'
import type { FormLayout } from './formLayout'
import type { PrintedColumn } from './indicatorColumns'
import { writeFundsRows } from './writeFundsRows'
import { writeHeader, writeRows } from './writeIndicators'

const columns: readonly PrintedColumn[] = [
  { field: 'firstLevel', header: '一级指标', width: 14 },
  { field: 'secondLevel', header: '二级指标', width: 18 },
  { field: 'name', header: '三级指标', width: 30 },
  { field: 'sign', header: '计算符号', width: 10 },
  { field: 'target', header: '指标值', width: 16 },
  { field: 'measureUnit', header: '计量单位', width: 10 },
  { field: 'note', header: '备注(选填)', width: 14 },
]

const headColumns = [
  { field: 'projectName', header: '项目名称', width: 16 },
  { field: 'midTermGoal', header: '中期绩效目标', width: 24 },
  { field: 'annualGoal', header: '年度绩效目标', width: 24 },
] as const satisfies readonly PrintedColumn[]

/**
 * 项目支出绩效目标申报表: name and goals stand left of the rows; sign, value and unit apart. Funds are
 * printed where there are any: some print 项目资金申请, some none.
 */
export const declarationForm: FormLayout = {
  form: 'declaration',
  titleOf: ({ scope }) =>
    scope === 'department' ? '部门整体支出绩效目标申报表' : '项目支出绩效目标申报表',
  columns: [...headColumns, ...columns],
  write(evaluation) {
    const all = [...headColumns, ...columns]
    const builder = new FormGridBuilder(
      'declaration',
      this.titleOf(evaluation),
      all.map((column) => column.width),
      'landscape',
    )
    builder.addTitle(evaluation.fiscalYear)
    writeFundsRows(builder, evaluation, evaluation.funds.rows)
    writeHeader(builder, all)

    const goalsOf = (term: 'annual' | 'mid-term') => {
      const index = evaluation.goals.findIndex((goal) => goal.term === term)
      const texts = evaluation.goals.filter((goal) => goal.term === term)
      const at = index === -1 ? evaluation.goals.length : index
      return {
        text: texts.map((goal) => goal.expected).join('\n'),
        path: `goals.${String(at)}.expected`,
        part: term,
      }
    }
    const heads: Record<
      (typeof headColumns)[number]['field'],
      Pick<FormCell, 'text' | 'path' | 'part'>
    > = {
      projectName: { text: evaluation.projectName, path: 'projectName' },
      midTermGoal: goalsOf('mid-term'),
      annualGoal: goalsOf('annual'),
    }
    const rowSpan = Math.max(evaluation.indicators.length, 1)
    headColumns.forEach(({ field }, column) => {
      const { text, ...where } = heads[field]
      builder.add(column, text, 'value', { rowSpan, ...where })
    })
    if (evaluation.indicators.length === 0) {
      columns.forEach((_, index) => builder.add(headColumns.length + index, '', 'value'))
      builder.row += 1
    }
    writeRows(builder, columns, evaluation, undefined, headColumns.length)
    return builder.build()
  },
}
