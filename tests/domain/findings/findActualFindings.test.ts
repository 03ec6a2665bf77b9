import { describe, expect, test } from 'vitest'
import { evaluation, indicator, type RowOverrides } from './evaluationBuilder'
import { findingsOf, rowFindings } from './finding'

const row = (target: string, actual: string, rest: RowOverrides = {}): RowOverrides => ({
  target,
  actual: { raw: actual },
  ...rest,
})

describe('实际完成值齐全', () => {
  test.for<[string, RowOverrides, number]>([
    ['没有填', { target: '≥95%' }, 1],
    ['填“/”等于没有填', row('≥95%', '/'), 1],
    ['填 0 是有效值', row('≥95%', '0'), 0],
    ['定量指标填文字，读不出数值', row('≥95%', '较好'), 1],
    ['定性指标填文字', row('有所保障', '保障有力'), 0],
    ['定性指标只选了等级', row('有所保障', '', { actual: { raw: '', band: 'met' } }), 0],
    ['“其中”行不要求', { target: '≥95%', isSubRow: true, maxScore: undefined }, 0],
    ['“无上访”算 0', row('≤0次', '无上访', { name: '上访次数' }), 0],
  ])('%s', ([, subject, count]) => {
    expect(rowFindings('actual-missing', subject)).toHaveLength(count)
  })

  test('目标表还没有填实际完成值时不报；填了一行，其余各行都要填', () => {
    const rows = (actual?: string) => [
      indicator({ maxScore: undefined, ...(actual ? { actual: { raw: actual } } : {}) }),
      indicator({ maxScore: undefined, name: '及时率' }),
    ]
    expect(findingsOf('actual-missing', evaluation({ indicators: rows() }))).toEqual([])
    expect(findingsOf('actual-missing', evaluation({ indicators: rows('96%') }))).toHaveLength(1)
  })

  test('有分值的表里，没有分值的行不要求实际完成值', () => {
    const table = evaluation({
      form: 'self-evaluation',
      indicators: [
        indicator({ actual: { raw: '96%' } }),
        indicator({ maxScore: undefined, name: '经济效益' }),
      ],
    })
    expect(findingsOf('actual-missing', table)).toEqual([])
  })
})

describe('实际完成值是实际数，不照抄指标值', () => {
  test.for<[string, RowOverrides, number]>([
    ['照抄 ≥360', row('≥360', '≥360'), 1],
    ['照抄 <=5%，写法不同', row('≤5%', '<=5%'), 1],
    ['只写了数字', row('≥95%', '95%'), 0],
    ['带等号的数字是实际数', row('=100%', '=80%'), 0],
    ['带 ≥ 的另一个数是范围', row('≥200米', '≥266米'), 1],
    ['定性指标重复目标的文字，等于达成', row('正常运行', '正常运行'), 0],
  ])('%s', ([, subject, count]) => {
    expect(rowFindings('actual-repeats-target', subject)).toHaveLength(count)
  })
})

describe('实际完成值与指标值单位一致', () => {
  test.for<[string, RowOverrides, number]>([
    ['单位相同', row('≥100件', '120件'), 0],
    ['没有写单位，取指标值的单位', row('≥100件', '120'), 0],
    ['百分号写成“百分比”', row('≥95%', '96百分比'), 0],
    ['件与个', row('≥100件', '120个'), 1],
    ['率与个数', row('≥95%', '96个'), 1],
    ['元与万元，已折算', row('≤43.56万元', '435600元'), 1],
    ['名称写元，指标值写万', row('43.56万', '43.56', { name: '信息系统运维成本 (元)' }), 1],
    ['名称写万元，指标值写万', row('43.56万', '43.56', { name: '信息系统运维成本 (万元)' }), 0],
    ['尚未填写', { target: '43.56万', name: '信息系统运维成本 (元)' }, 0],
  ])('%s', ([, subject, count]) => {
    expect(rowFindings('actual-unit-differs', subject)).toHaveLength(count)
  })
})

describe('覆盖率、合格率、满意度一类的比率不超过 100%', () => {
  test.for<[string, string, string, string, number[]]>([
    ['名称以“指标”结尾', '服务对象满意度指标', '≥95%', '101%', [101]],
    ['覆盖率 120%', '网络覆盖率', '≥95%', '120%', [120]],
    ['满意度 101%', '群众满意度', '≥95%', '101%', [101]],
    ['合格率恰为 100%', '合格率', '≥95%', '100%', []],
    ['名称带单位', '自检通过率 (%)', '≥95%', '105%', [105]],
    ['指标值本身超过 100%', '及时率', '≥110%', '100%', [110]],
    ['增长率可以超过', '业务量增长率', '≥10%', '150%', []],
    ['覆盖率提升幅度', '覆盖率提升率', '≥10%', '150%', []],
    ['完成率可以超过', '任务完成率', '≥100%', '120%', []],
    ['床位使用率可以超过', '床位使用率', '≥85%', '110%', []],
    ['毛入学率可以超过', '毛入学率', '≥95%', '105%', []],
    ['件数不是比率', '办结件数', '≥95件', '120件', []],
  ])('%s', ([, name, target, actual, expected]) => {
    const found = rowFindings('percentage-over-100', { name, target, actual: { raw: actual } })
    expect(found.map(({ figures }) => figures.percentage)).toEqual(expected)
  })
})
