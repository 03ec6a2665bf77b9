import { expect, test } from 'vitest'
import type { FormKind } from '@/domain/evaluation/evaluation'
import { buildFormGrid } from '@/documents/forms/buildFormGrid'
import { linesOf } from './formsOf'
import { readLines } from './gridFrom'

const oneColumn = ['一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|检测批次|≥30批次']
const threeColumns = [
  '一级指标|二级指标|三级指标|符号|值|单位',
  '产出指标|数量指标|检测批次|≥|30|批次',
]
const underOneHeader = [
  '一级指标|二级指标|三级指标|指标值||',
  '|||符号|值|单位',
  '产出指标|数量指标|检测批次|≥|30|批次',
]
const besideName = [
  '项目名称|年度绩效目标|一级指标|二级指标|三级指标|符号|指标值|单位',
  '农产品检测|全年检测。|产出指标|数量指标|检测批次|≥|30|批次',
]
const named = ['项目名称|农产品检测']

test.each<[string, readonly string[], FormKind]>([
  ['项目支出绩效目标表', [...named, ...oneColumn], 'target-table'],
  ['项目支出绩效目标表', [...named, ...threeColumns], 'target-table'],
  ['部门预算项目绩效目标表', [...named, ...underOneHeader], 'target-table'],
  ['项目绩效目标批复表', [...named, ...threeColumns], 'target-table'],
  ['绩效目标表', besideName, 'target-table'],
  ['项目支出绩效目标申报表', [...named, ...oneColumn], 'declaration'],
  ['项目支出绩效目标申报表', [...named, ...threeColumns], 'declaration'],
  ['2025年度绩效目标申报表', besideName, 'declaration'],
  ['', besideName, 'declaration'],
  ['', [...named, ...threeColumns], 'target-table'],
  ['部门整体支出绩效目标表', ['部门名称|某局', ...threeColumns], 'department-targets'],
  ['部门整体支出绩效目标申报表', ['部门名称|某局', ...threeColumns], 'department-targets'],
])('“%s”按表名认，表名没有说的按排法认（%#）', (title, lines, form) => {
  const { readings } = readLines(title === '' ? lines : [title, ...lines])
  expect(readings.map(({ draft }) => draft.form)).toEqual([form])
})

test.each(['项目支出绩效目标表', '部门整体支出绩效目标表'])(
  '%s：符号、值、单位分三格的，印出也分三格',
  (title) => {
    const { draft } = readLines([title, ...named, ...threeColumns]).readings[0]!
    const lines = linesOf(buildFormGrid(draft, draft.form))
    expect(lines.at(-2)?.slice(3)).toEqual([
      '计算符号',
      title.includes('整体') ? '目标值' : '指标值',
      '计量单位',
    ])
    expect(lines.at(-1)).toEqual(['产出指标', '数量指标', '检测批次', '≥', '30', '批次'])
  },
)
