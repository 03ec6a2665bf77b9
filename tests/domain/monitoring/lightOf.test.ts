import { describe, expect, test } from 'vitest'
import type {
  Indicator,
  IndicatorMonitoring,
  MonitoringMonth,
} from '@/domain/evaluation/evaluation'
import { usualLightLimits } from '@/domain/monitoring/light'
import { lightOf } from '@/domain/monitoring/lightOf'
import { indicatorOf } from '../scoring/scoringTestTable'

function look(
  target: string,
  monitoring: IndicatorMonitoring,
  month: MonitoringMonth,
  overrides: Partial<Indicator> = {},
) {
  const indicator = indicatorOf(target, undefined, overrides)
  return lightOf(indicator, monitoring, month, 2024, usualLightLimits)
}

function lightAt(...of: Parameters<typeof look>): string {
  const outcome = look(...of)
  return outcome.status === 'lit' ? outcome.light : outcome.issue
}

type Row = readonly [
  rule: string,
  target: string,
  toDate: string,
  month: MonitoringMonth,
  light: string,
]

const prorated: readonly Row[] = [
  ['应完成 80，完成 47.99，不到 60%', '≥120件', '47.99', 8, 'red'],
  ['恰好 60% 起为黄灯', '≥120件', '48', 8, 'yellow'],
  ['不到 80% 为黄灯', '≥120件', '63.99', 8, 'yellow'],
  ['恰好 80% 起为绿灯', '≥120件', '64', 8, 'green'],
  ['与序时进度一致为绿灯', '≥120件', '80', 8, 'green'],
  ['不到 120% 为绿灯', '≥120件', '95.99', 8, 'green'],
  ['恰好 120% 起为蓝灯', '≥120件', '96', 8, 'blue'],
  ['填 0 就是 0，为红灯', '≥120件', '0', 8, 'red'],
  ['十二月按全年指标值', '≥120件', '96', 12, 'green'],
  ['一月按十二分之一', '≥120件', '10', 1, 'green'],
  ['除不尽时也不凑整：100 的七分之十二', '≥100件', '35', 7, 'yellow'],
  ['除不尽时差一点就是红灯', '≥100件', '34.99999', 7, 'red'],
  ['> 同正向', '>120件', '80', 8, 'green'],
  ['= 同正向', '=120件', '80', 8, 'green'],
  ['金额换算后再比', '≥120万元', '800000元', 8, 'green'],
  ['实际为负，为红灯', '≥10%', '-2%', 6, 'red'],
]

describe('预警灯：正向指标按月份折算（r = A ÷ (T × 月份/12)）', () => {
  test.for(prorated)(
    '%s：指标值 %s，执行情况 %s，%i 月 → %s',
    ([, target, toDate, month, light]) => {
      expect(lightAt(target, { toDate }, month)).toBe(light)
    },
  )

  test('说明写出算式，可以照着重算', () => {
    expect(look('≥120件', { toDate: '50件' }, 8).explanation).toBe(
      '50 ÷ (120 × 8 ÷ 12) = 62.50%，60%（含）至 80% 为黄灯。',
    )
  })

  test('按全年指标值比较的比率不折算', () => {
    const whole = { monitoringBasis: 'whole-year' } as const
    expect(lightAt('≥98%', { toDate: '98%' }, 6)).toBe('blue')
    expect(lightAt('≥98%', { toDate: '98%' }, 6, whole)).toBe('green')
    expect(look('≥98%', { toDate: '49%' }, 6, whole).explanation).toBe(
      '按全年指标值比较：49 ÷ 98 = 50.00%，低于 60% 为红灯。',
    )
  })

  test('指标值不大于 0 而未达到，没有可折算的比例', () => {
    expect(lightAt('≥-3%', { toDate: '-5%' }, 6)).toBe('target-not-positive')
    expect(lightAt('≥0件', { toDate: '0' }, 6)).toBe('green')
  })
})

describe('预警灯：缺失不是零', () => {
  test.for(['', ' ', '/', '—'])('没有填（“%s”）不亮灯', (toDate) => {
    expect(lightAt('≥120件', { toDate }, 8)).toBe('figure-missing')
  })

  test('没有这一项也不亮灯，并说明不按 0 计算', () => {
    const outcome = look('≥120件', {}, 8)
    expect(outcome).toMatchObject({ status: 'unlit', issue: 'figure-missing' })
    expect(outcome.explanation).toContain('不按 0 计算')
  })

  test('照抄指标值不是执行情况', () => {
    expect(lightAt('≥360天', { toDate: '≥360天' }, 8)).toBe('repeats-target')
  })

  test('没有指标值不亮灯', () => {
    expect(lightAt('/', { toDate: '5' }, 8)).toBe('target-missing')
  })
})

describe('预警灯：反向指标满足为绿灯，否则为红灯', () => {
  test.for<Row>([
    ['恰好等于，满足', '≤5次', '5', 3, 'green'],
    ['超过，不满足', '≤5次', '5.01', 3, 'red'],
    ['< 恰好等于，不满足', '<5次', '5', 3, 'red'],
    ['= 0 而实际为 0，满足', '=0起', '0', 3, 'green'],
    ['= 0 而实际大于 0，不满足', '=0起', '1', 3, 'red'],
    ['“无”算 0，满足', '≤0起', '无投诉', 3, 'green'],
    ['不按月折算：年初就超了也是红灯', '≤12次', '13', 1, 'red'],
  ])('%s：指标值 %s，执行情况 %s，%i 月 → %s', ([, target, toDate, month, light]) => {
    expect(lightAt(target, { toDate }, month)).toBe(light)
  })
})

describe('预警灯：定性指标按评定等级', () => {
  test.for([
    ['met', 'green'],
    ['partly-met', 'yellow'],
    ['unmet', 'red'],
  ] as const)('评为 %s → %s', ([band, light]) => {
    expect(lightAt('正常使用', { toDate: '运行平稳', band }, 8)).toBe(light)
  })

  test('文字本身说明等级的，按文字', () => {
    expect(lightAt('正常使用', { toDate: '达成预期指标' }, 8)).toBe('green')
    expect(lightAt('正常使用', { toDate: '部分达成' }, 8)).toBe('yellow')
    expect(lightAt('正常使用', { toDate: '未达成' }, 8)).toBe('red')
  })

  test('没有评定的，说明不能按月折算', () => {
    const outcome = look('正常使用', { toDate: '较好' }, 8)
    expect(outcome).toMatchObject({ status: 'unlit', issue: 'ungraded' })
    expect(outcome.explanation).toContain('不按月折算')
  })

  test('数值指标改按定性计分的，也按等级', () => {
    const graded = { scoringRule: 'qualitative' } as const
    expect(lightAt('≥120件', { toDate: '50', band: 'met' }, 8, graded)).toBe('green')
  })
})

describe('预警灯：区间、时限、期间', () => {
  test.for<Row>([
    ['区间内为绿灯', '60～80个', '60', 6, 'green'],
    ['超过区间为红灯', '60～80个', '81', 6, 'red'],
    ['不到区间的，按下限折算', '60～80个', '30', 6, 'green'],
    ['不到区间且落后', '60～80个', '17', 6, 'red'],
    ['期限前完成为绿灯', '2024年10月31日前', '2024年8月20日', 8, 'green'],
    ['晚于期限为红灯', '2024年6月30日前', '2024年7月2日', 8, 'red'],
    ['写“已完成”为绿灯', '2024年10月31日前', '已完成', 8, 'green'],
    ['期限未到而未完成，不判断', '2024年10月31日前', '未完成', 8, 'not-due'],
    ['期限已过而未完成，为红灯', '2024年6月30日前', '未完成', 8, 'red'],
    ['期限已过而没有填，仍是缺失', '2024年6月30日前', '', 8, 'figure-missing'],
    ['文字不能折算', '2024年10月31日前', '正在招标', 8, 'unreadable'],
    ['期间覆盖到月底为绿灯', '2024年全年', '2024年1月至8月', 8, 'green'],
    ['期间只覆盖一半为红灯', '2024年全年', '2024年1月至4月', 8, 'red'],
    ['文字不能与数值折算', '≥120件', '进展顺利', 8, 'unreadable'],
  ])('%s：指标值 %s，执行情况 %s，%i 月 → %s', ([, target, toDate, month, light]) => {
    expect(lightAt(target, { toDate }, month)).toBe(light)
  })
})
