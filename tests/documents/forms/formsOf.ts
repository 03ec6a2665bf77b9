import type { EvaluationDraft, FormKind } from '@/domain/evaluation/evaluation'
import type { Grid } from '@/documents/grid'
import type { FormGrid } from '@/documents/forms/formGrid'

/** A printed form as a reader would hand it over. */
export function gridOf(form: FormGrid): Grid {
  return {
    title: '',
    place: 'test',
    rowCount: form.rowCount,
    columnCount: form.columnCount,
    cells: form.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
      place: `R${String(row + 1)}C${String(column + 1)}`,
    })),
    textBefore: [],
  }
}

/** The form as rows of text, for tests that look at it as a reader of the page would. */
export function linesOf(form: FormGrid): string[][] {
  const lines = Array.from({ length: form.rowCount }, () =>
    Array.from({ length: form.columnCount }, () => ''),
  )
  for (const cell of form.cells) lines[cell.row]![cell.column] = cell.text
  return lines
}

export const formKinds: readonly FormKind[] = [
  'target-table',
  'department-targets',
  'declaration',
  'self-evaluation',
  'monitoring',
  'other',
]

/** A small evaluation with everything a form can print. */
export function sampleDraft(form: FormKind): EvaluationDraft {
  return {
    form,
    scope: form === 'department-targets' ? 'department' : 'project',
    projectName: '窗口运行维护',
    competentDepartment: '101-某区政务服务局',
    implementingUnit: '某区政务服务中心',
    fiscalYear: 2025,
    goals: [{ expected: '保障窗口平稳运行。', attained: '窗口平稳运行。', term: 'annual' }],
    funds: {
      printedUnit: '万元',
      rows: [
        { kind: 'total', label: '年度资金总额', initialBudget: 12.5, annualBudget: 12.5 },
        { kind: 'current', label: '其中：当年财政拨款', initialBudget: 12.5 },
      ],
    },
    indicators: [
      {
        firstLevel: 'output',
        firstLevelLabel: '产出指标',
        secondLevel: 'quantity',
        secondLevelLabel: '数量指标',
        name: '培训次数',
        target: {
          raw: '≥2次',
          kind: 'quantitative',
          comparator: '≥',
          isInferred: false,
          value: 2,
          measureUnit: '次',
        },
        maxScore: 10,
        actual: { raw: '3次' },
        declared: { score: 10, reason: '' },
      },
      {
        firstLevel: 'output',
        firstLevelLabel: '产出指标',
        secondLevel: 'quality',
        secondLevelLabel: '质量指标',
        name: '设备状况',
        target: { raw: '良好', kind: 'qualitative', text: '良好' },
        maxScore: 10,
        deviationAnalysis: '设备老化，已报更新计划',
      },
    ],
    printedTotal: { maxScore: 20, score: 10 },
  }
}
