import { describe, expect, test } from 'vitest'
import type { FindingCode } from '@/domain/findings/finding'
import { findFindings } from '@/domain/findings/findFindings'
import { evaluation, indicator, type RowOverrides } from './evaluationBuilder'
import { profile } from './finding'

const CODES: readonly FindingCode[] = [
  'target-dropped',
  'target-added',
  'target-softened',
  'direction-differs',
]

function compare(before: RowOverrides[], after: RowOverrides[], id = 'table') {
  const targetTable = evaluation({ id, indicators: before.map((row) => indicator(row)) })
  const subject = evaluation({
    id: 'self',
    form: 'self-evaluation',
    indicators: after.map((row) => indicator(row)),
  })
  return findFindings(subject, profile('indicators-only'), { targetTable }).filter(({ code }) =>
    CODES.includes(code),
  )
}

const rate = (target: string, name = '办结率'): RowOverrides => ({ name, target })

describe('自评表与目标表一致', () => {
  test.for<[string, RowOverrides[], RowOverrides[], FindingCode[]]>([
    ['一致', [rate('≥98%')], [rate('≥98%')], []],
    ['写法不同，意思相同', [rate('≥98%')], [rate('不低于98%')], []],
    [
      '目标表的指标没有了',
      [rate('≥98%'), rate('≥90%', '网络覆盖面')],
      [rate('≥98%')],
      ['target-dropped'],
    ],
    ['多出一项指标', [rate('≥98%')], [rate('≥98%'), rate('≥90%', '网络覆盖面')], ['target-added']],
    ['下限降低', [rate('≥98%')], [rate('≥90%')], ['target-softened']],
    ['下限提高', [rate('≥90%')], [rate('≥98%')], []],
    ['上限提高', [rate('≤50万元', '运维成本')], [rate('≤60万元', '运维成本')], ['target-softened']],
    ['数值改成文字', [rate('≥98%')], [rate('较高')], ['target-softened']],
    [
      '时限推迟',
      [rate('2024年6月30日前', '完成时限')],
      [rate('2024年12月31日前', '完成时限')],
      ['target-softened'],
    ],
    ['方向相反', [rate('≥98%')], [rate('≤98%')], ['direction-differs']],
    [
      '名称略改，仍是同一项',
      [rate('≥98%', '政务服务事项办结率')],
      [rate('≥98%', '政务服务办结率')],
      [],
    ],
    [
      '“其中”行不比较',
      [rate('≥98%'), { ...rate('≥9%', '其中甲'), isSubRow: true }],
      [rate('≥98%')],
      [],
    ],
  ])('%s', ([, before, after, expected]) => {
    expect(compare(before, after).map(({ code }) => code)).toEqual(expected)
  })

  test('放宽的写明两张表的指标值', () => {
    expect(compare([rate('≥98%')], [rate('≥90%')])).toMatchObject([
      {
        message:
          '第 1 行 “办结率”：指标值比目标表放宽：目标表为 ≥98%，本表为 ≥90%，请恢复或说明调整依据',
        figures: { before: '≥98%', after: '≥90%' },
      },
    ])
  })

  test('没有给出目标表，或目标表就是本表，都不比较', () => {
    expect(compare([rate('≥98%')], [rate('≥90%')], 'self')).toEqual([])
  })
})
