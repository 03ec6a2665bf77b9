import { describe, expect, test } from 'vitest'
import { evaluation, indicator, type RowOverrides } from './evaluationBuilder'
import { findingsOf, profile, rowFindings } from './finding'

const cost: RowOverrides = {
  firstLevel: 'cost',
  secondLevel: 'economic-cost',
  name: '物业及运维护',
}

describe('成本指标写成上限', () => {
  test.for<[string, RowOverrides, number]>([
    ['≥248.34万元', { ...cost, target: '≥248.34万元' }, 1],
    ['没有单位的 ≥248.25', { ...cost, target: '≥248.25' }, 1],
    ['单价 ≥5元/户', { ...cost, target: '≥5元/户' }, 1],
    ['>10万元', { ...cost, target: '>10万元' }, 1],
    ['产出之下的成本指标', { secondLevel: 'cost', name: '维护费', target: '≥10万元' }, 1],
    ['≤248.34万元', { ...cost, target: '≤248.34万元' }, 0],
    ['=8.2万元/人', { ...cost, target: '=8.2万元/人' }, 0],
    ['没有写符号', { ...cost, target: '248.34万元' }, 0],
    ['成本控制率是比率', { ...cost, name: '成本控制率', target: '≥98%' }, 0],
    ['节约额越多越好', { ...cost, name: '成本节约额', target: '≥10万元' }, 0],
    [
      '产值不是成本',
      {
        firstLevel: 'benefit',
        secondLevel: 'economic-benefit',
        name: '新增产值',
        target: '≥500万元',
      },
      0,
    ],
    ['补助金额是产出数量', { secondLevel: 'quantity', name: '发放补助', target: '≥500万元' }, 0],
  ])('%s', ([, subject, count]) => {
    expect(rowFindings('cost-as-floor', subject)).toHaveLength(count)
  })

  test('提示写明行号、名称、指标值和应改的符号', () => {
    expect(rowFindings('cost-as-floor', { ...cost, target: '≥248.34万元' })[0]?.message).toBe(
      '第 1 行 “物业及运维护”：成本指标写成了下限（≥248.34万元），请确认是否应为 ≤',
    )
  })
})

describe('同名指标在各表方向一致', () => {
  const table = (id: string, target: string, name = '成本控制率') =>
    evaluation({ id, projectName: id, indicators: [indicator({ ...cost, name, target })] })
  const subject = table('本表', '≥98%')

  test.for<[string, ReturnType<typeof table>[], number]>([
    ['另一张表为 ≤100%', [table('他表', '≤100%')], 1],
    ['另一张表为 ≥90%', [table('他表', '≥90%')], 0],
    ['另一张表为 =100%', [table('他表', '=100%')], 0],
    ['另一张表没有写符号', [table('他表', '100%')], 0],
    ['名称不同', [table('他表', '≤100%', '成本超支率')], 0],
    ['名称只差括号和空格', [table('他表', '≤100%', '成本 控制率（%）')], 1],
    ['多张表方向相反，只报一次', [table('甲', '≤100%'), table('乙', '≤100%')], 1],
  ])('%s', ([, others, count]) => {
    const context = { others: [subject, ...others] }
    const found = findingsOf('direction-differs', subject, profile('indicators-only'), context)
    expect(found).toHaveLength(count)
  })

  test('写明另一张表的名称和指标值', () => {
    const context = { others: [table('他表', '≤100%')] }
    expect(
      findingsOf('direction-differs', subject, profile('indicators-only'), context),
    ).toMatchObject([{ figures: { target: '≥98%', otherTarget: '≤100%', otherProject: '他表' } }])
  })

  test('本表是众多表中的一张时，不与自己比较', () => {
    const context = { others: [table('本表', '≤100%')] }
    expect(findingsOf('direction-differs', subject, profile('indicators-only'), context)).toEqual(
      [],
    )
  })

  test('同一张表里的两行方向相反', () => {
    const both = evaluation({
      indicators: [
        indicator({ ...cost, name: '成本控制率', target: '≥98%' }),
        indicator({ ...cost, name: '成本控制率', target: '≤100%' }),
      ],
    })
    expect(findingsOf('direction-differs', both)).toHaveLength(2)
  })
})
