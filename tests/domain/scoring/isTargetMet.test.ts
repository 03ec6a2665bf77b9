import { describe, expect, test } from 'vitest'
import { parseActual } from '@/domain/actual/parseActual'
import { isTargetMet } from '@/domain/scoring/isTargetMet'
import { parseTarget } from '@/domain/target/parseTarget'

type Row = readonly [rule: string, target: string, actual: string, isMet: boolean | undefined]

const rows: readonly Row[] = [
  ['≥ 恰好相等，完成', '≥100件', '100', true],
  ['≥ 少一点，未完成', '≥100件', '99.99', false],
  ['> 恰好相等，未完成', '>100件', '100', false],
  ['> 超过，完成', '>100件', '100.01', true],
  ['= 相等，完成', '=27人', '27', true],
  ['= 多于，同正向，完成', '=27人', '30', true],
  ['= 少于，未完成', '=27人', '26', false],
  ['= 0 而实际为 0，完成', '=0起', '0', true],
  ['= 0 而实际为负，完成', '=0%', '-1%', true],
  ['= 0 而实际大于 0，未完成', '=0起', '1', false],
  ['≤ 恰好相等，完成', '≤5天', '5', true],
  ['≤ 超过，未完成', '≤5天', '5.01', false],
  ['< 恰好相等，未完成', '<5次', '5', false],
  ['< 少于，完成', '<5次', '4', true],
  ['区间下限，完成', '3～5个', '3', true],
  ['区间上限，完成', '3～5个', '5', true],
  ['低于区间，未完成', '3～5个', '2', false],
  ['高于区间，未完成', '3～5个', '6', false],
  ['期限当日，完成', '2024年12月31日前', '2024年12月31日', true],
  ['逾期，未完成', '2024年12月31日前', '2025年1月1日', false],
  ['期间恰好覆盖，完成', '2024年全年', '2024年1月1日至2024年12月31日', true],
  ['期间晚一天开始，未完成', '2024年全年', '2024年1月2日至2024年12月31日', false],
  ['期间早一天结束，未完成', '2024年全年', '2024年1月1日至2024年12月30日', false],
  ['照抄指标值，视为完成', '≥360天', '≥360天', true],
  ['定性：达成', '正常使用', '达成预期指标', true],
  ['定性：部分达成，未完成', '正常使用', '部分达成', false],
  ['定性：未达成，未完成', '正常使用', '未达成', false],
  ['定性：没有评定，不能判断', '正常使用', '较好', undefined],
  ['没有填，不能判断', '≥100件', '', undefined],
  ['文字，不能与数值比较', '≥100件', '较好', undefined],
  ['文字，不能与期限比较', '2024年12月31日前', '按期', undefined],
]

describe('是否完成指标值', () => {
  test.for(rows)('%s：指标值 %s，实际 %s → %s', ([, printed, typed, isMet]) => {
    const target = parseTarget(printed, { fiscalYear: 2024 })
    expect(isTargetMet(target, parseActual(typed, target))).toBe(isMet)
  })

  const number = { kind: 'number', value: 5, measureUnit: undefined, flags: [] } as const
  const date = { kind: 'date', date: '2024-06-30', flags: [] } as const
  const period = { kind: 'period', from: '2024-01-01', to: '2024-12-31', flags: [] } as const
  test.for([
    ['日期', date, '≥100件'],
    ['期间', period, '2024年12月31日前'],
    ['数值', number, '2024年12月31日前'],
    ['数值', number, '正常使用'],
  ] as const)('%s与不同种类的指标值不能比较', ([, actual, printed]) => {
    expect(isTargetMet(parseTarget(printed), actual)).toBeUndefined()
  })
})
