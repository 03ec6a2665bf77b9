import { describe, expect, test } from 'vitest'
import { readLines } from './gridFrom'

const read = (...rows: string[]) =>
  readLines(
    [
      '项目名称|窗口服务||||',
      '一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分',
      '产出指标|数量指标|办件量|≥1000件|1200件|10|10',
      ...rows,
      '总分|||||100|100',
      '注：本表一式两份。||||||',
    ],
    [],
  ).readings[0]?.draft.indicators.map(({ name }) => name)

describe('以“注”“审核”“说明”开头的也可能是指标', () => {
  const names = [
    '注册企业数',
    '审核及时率',
    '复核准确率',
    '说明会场次',
    '备注册商标数',
    '制表机台数',
  ]
  names.push('联系人走访次数', '盖章办结率', '存在问题整改率', '改进措施落实率', '日期准确率')
  test.each(names)('%s 是一行指标，层级合并在上面时也不丢', (name) => {
    expect(read(`||${name}|≥95%|96%|90|90`)).toEqual(['办件量', name])
    expect(
      readLines([
        '三级指标|指标值|实际完成值|分值|得分',
        `${name}|≥95%|96%|90|90`,
        '另一项|≥95%|96%|10|10',
      ]).readings[0]?.draft.indicators.map((row) => row.name),
    ).toEqual([name, '另一项'])
  })

  test.each([
    '注|无',
    '说明（可附页）|无',
    '审核人：张三||联系电话：123',
    '填报人|李四|审核人|王五',
    '备注：1.本表由单位填写',
    '存在问题及原因分析|无',
    '评价结论|项目自评总分100分。',
    '改进措施：加强管理。',
    '自评等级|优',
  ])('“%s”是表下的话，不是指标', (line) => {
    expect(read(line)).toEqual(['办件量'])
  })
})
