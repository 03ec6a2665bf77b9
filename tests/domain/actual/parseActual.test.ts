import { describe, expect, test } from 'vitest'
import { type ParsedActual, parseActual } from '@/domain/actual/parseActual'
import { type ActualProblem, validateActual } from '@/domain/actual/validateActual'
import { parseTarget } from '@/domain/target/parseTarget'
import { toNumber } from '@/domain/decimal'

const read = (target: string, actual: string, name = '') =>
  parseActual(actual, parseTarget(target, { fiscalYear: 2024 }), { name, fiscalYear: 2024 })

/** The figure, date or band that was understood. */
function meaningOf(actual: ParsedActual): number | string {
  switch (actual.kind) {
    case 'number':
      return toNumber(actual.value)
    case 'date':
      return actual.date
    case 'period':
      return `${actual.from}/${actual.to}`
    case 'band':
      return actual.band
    case 'missing':
    case 'repeat':
    case 'unreadable':
      return actual.kind
  }
}

describe('实际完成值对照指标值来读', () => {
  test.for<[string, string, number | string, string[]]>([
    ['≥100件', '80', 80, []],
    ['≥100件', '80件', 80, []],
    ['=100%', '=80%', 80, ['carries-sign']],
    ['≥300米', '≥266米', 266, ['carries-sign']],
    ['≥266米', '≥266米', 'repeat', ['repeats-target']],
    ['≥266米', '≥266', 'repeat', ['repeats-target']],
    ['≥266米', '大于等于266米', 'repeat', ['repeats-target']],
    ['≥266米', '266米', 266, []],
    ['43.56万', '43.56', 43.56, []],
    ['43.56万', '435600元', 43.56, ['unit-converted']],
    ['≤43.56万元', '435600元', 43.56, ['unit-converted']],
    ['≤1亿元', '9999万元', 0.9999, ['unit-converted']],
    ['≤43.56万元', '43.56万', 43.56, ['unit-converted']],
    ['≥200平方米', '204.46平方米', 204.46, []],
    ['≥200平方米', '204.46米', 204.46, ['unit-differs']],
    ['≥98%', '0.98个', 0.98, ['unit-differs']],
    ['≥95%', '百分之九十六', 96, []],
    ['≥100000件', '约100,000件', 100000, []],
    ['≥95%', '完成率95.6%', 95.6, []],
    ['≥100件', '实际完成80', 80, []],
    ['≥100件', '已完成80件', 80, []],
    ['≥100人次', '共培训120人次', 120, []],
    ['≥95%', '群众满意度96.2%', 96.2, []],
    ['≥95%', '（96.2％）。', 96.2, []],
    ['≥95%', '96%左右', 96, []],
    ['≥95%', '96%（问卷调查）', 96, []],
    ['≥100人', '100余人', 100, []],
    ['≤50万元', '￥435,600元', 43.56, ['unit-converted']],
    ['≥95%', '95%以上', 'repeat', ['repeats-target']],
    ['≥95%', '96%以上', 96, ['carries-sign']],
    ['≥100件', '未完成20件', 'unreadable', []],
    ['≥100件', '还差3件', 'unreadable', []],
    ['≥95%', '较上年提高5%', 'unreadable', []],
    ['≥100件', '比去年减少3件', 'unreadable', []],
    ['≥3次', '上半年3次，下半年4次', 'unreadable', []],
    ['≥3次', '第3次', 'unreadable', []],
    ['≥5次', '完成', 'unreadable', []],
    ['≥5次', '达成预期指标', 'unreadable', []],
    ['≤0次', '无上访', 0, ['no-harm-as-zero']],
    ['≤0次', '没有安全事故', 0, ['no-harm-as-zero']],
    ['≤0次', '无', 'unreadable', []],
    ['90%-95%', '90%-95%', 'repeat', ['repeats-target']],
    ['90%-95%', '≥92%', 92, ['carries-sign']],
    ['2023年12月', '2023年10月', '2023-10-31', []],
    ['2023年12月', '2023年12月', '2023-12-31', []],
    ['2024年12月31日前', '2024年12月31日前', 'repeat', ['repeats-target']],
    ['2024年12月31日前', '2024年11月30日前', '2024-11-30', ['carries-sign']],
    ['2024年12月31日前', '20241015', '2024-10-15', []],
    ['2024年12月31日前', '10月15日', '2024-10-15', []],
    ['2024年12月31日前', '2024年', '2024-12-31', []],
    ['2024年12月31日前', '按期完成', 'unreadable', []],
    ['2024年全年', '1-12月', '2024-01-01/2024-12-31', []],
    ['2024年全年', '12个月', 'unreadable', []],
    ['正常使用', '优', 'met', ['words-as-grade']],
    ['正常使用', '正常使用', 'met', ['words-as-grade']],
    ['优良中低差', '优', 'met', ['words-as-grade']],
    ['满意', '基本达成', 'partly-met', ['words-as-grade']],
    ['满意', '未开展', 'unmet', ['words-as-grade']],
    ['满意', '良好', 'unreadable', []],
    ['≥5次', '', 'missing', []],
    ['≥5次', '—', 'missing', []],
    ['/', '完成', 'met', ['words-as-grade']],
    ['/', '100', 'unreadable', []],
  ])('指标值 %s，实际完成值 %s → %s', ([target, actual, meaning, flags]) => {
    const parsed = read(target, actual)
    expect(meaningOf(parsed)).toBe(meaning)
    expect(parsed.flags).toEqual(flags)
  })
})

describe('填写时的检查', () => {
  test.for<[string, string, ActualProblem | undefined]>([
    ['≥100件', 'abc', 'not-a-number'],
    ['≥100件', '8o', 'not-a-number'],
    ['≥100件', '80', undefined],
    ['≥100件', '', undefined],
    ['≥100件', '1e309', 'too-many-digits'],
    ['≥100件', '1234567890123456', 'too-many-digits'],
    ['≥100件', '0.1234567890123456', 'too-many-digits'],
    ['≥100件', '123456789012345', undefined],
    ['≥95%', '-5%', 'negative-rate'],
    ['≥95%', '-5', 'negative-rate'],
    ['≥-3%', '-5', undefined],
    ['90%-95%', '-5', 'negative-rate'],
    ['≥100件', '-5', undefined],
    ['2024年12月31日前', '2024年2月30日', 'no-such-date'],
    ['2024年12月31日前', '2023-02-29', 'no-such-date'],
    ['2024年12月31日前', '2024年13月', 'no-such-date'],
    ['2024年12月31日前', '按期', undefined],
    ['2024年12月31日前', 'soon', 'not-a-date'],
    ['2024年12月31日前', '2024年2月29日', undefined],
    ['2024年全年', '2024年2月30日', 'no-such-date'],
    ['2024年全年', '较长', undefined],
    ['2024年全年', '12', 'not-a-period'],
    ['2024年全年', '2024年全年', undefined],
    ['正常使用', '随便什么', undefined],
    ['/', '随便什么', undefined],
    ['≥5次', '达成预期指标', undefined],
    ['≥5次', '未完成20件', undefined],
  ])('指标值 %s，填写 %s → %s', ([target, actual, problem]) => {
    expect(validateActual(actual, parseTarget(target, { fiscalYear: 2024 }))).toBe(problem)
  })

  test.for(['税收增长率', '同比变化率', '利润率'])('“%s”可以小于 0', (name) => {
    const target = parseTarget('≥5%')
    expect(validateActual('-2%', target, { name })).toBeUndefined()
    expect(validateActual('-2%', target, { name: '合格率' })).toBe('negative-rate')
  })
})
