import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseActual } from '@/domain/actual/parseActual'
import { parseTarget } from '@/domain/target/parseTarget'
import { readPlainFigure } from '@/domain/target/readPlainFigure'
import type { TargetContext } from '@/domain/target/target'

const sign = fc.constantFrom('', '≥', '≤', '=', '>', '<', '＞', '≧', '>=', '不低于', '约', '-')
const digits = fc.oneof(
  fc.nat({ max: 2_100_000 }).map(String),
  fc.tuple(fc.nat({ max: 3000 }), fc.nat({ max: 9999 })).map(([a, b]) => `${a}.${b}`),
  fc.stringMatching(/^[0-9.,]{1,18}$/),
  fc.constantFrom('2024', '007', '0', '0.0', '1.', '.5', '20241231', '1e3', '１２', '三', '1,000'),
)
const units = [
  ...['', '%', '％', '‰', '件', '人次', '万元', '亿元', '万', '元/人', '万元/公里', '个工作日'],
  ...[
    '年',
    '月',
    '日',
    '月底',
    '年度',
    '年全年',
    '季度',
    '个月',
    '天',
    '小时内',
    '天内',
    '分',
    '以上',
  ],
  ...[
    '以下',
    '左右',
    '上下',
    '（含）',
    '(次)',
    '百分比',
    '度',
    '号',
    '日前',
    '年底前',
    '完成',
    'km',
    'm2',
  ],
  ...[
    '户/年',
    '元/月',
    ' 件',
    '~5个',
    '-5%',
    '至5次',
    '次且≤5次',
    '例/10万',
    '全覆盖',
    '级',
    'A级',
    '分以上',
  ],
]
const unit = fc.oneof(fc.constantFrom(...units), fc.string({ maxLength: 4 }))
const text = fc.tuple(sign, digits, unit).map((parts) => parts.join(''))
const context = fc.constantFrom<TargetContext>(
  {},
  { fiscalYear: 2024 },
  { name: '投诉率', fiscalYear: 2024 },
  { name: '运维成本（万元）', firstLevel: '成本指标', secondLevel: '经济成本指标' },
  { name: '企业增收', firstLevel: '效益指标', secondLevel: '经济效益指标', measureUnit: '元' },
  { name: '办结时限', firstLevel: '产出指标', secondLevel: '时效指标', measureUnit: '天' },
)

/** A space in front takes a text past the quick reading; the general rules take the space off. */
const generally = (raw: string) => ` ${raw}`

describe('quick reading of plain figures', () => {
  test('gives every target the meaning that the general rules give it', () => {
    fc.assert(
      fc.property(text, context, (raw, around) => {
        const quick = parseTarget(raw, around)
        const general = parseTarget(generally(raw), around)
        expect(quick).toEqual({ ...general, raw })
      }),
      { numRuns: 20_000 },
    )
  })

  test('gives every actual value the meaning that the general rules give it', () => {
    fc.assert(
      fc.property(text, text, context, (target, actual, around) => {
        const against = parseTarget(target, around)
        expect(parseActual(actual, against, around)).toEqual(
          parseActual(generally(actual), against, around),
        )
      }),
      { numRuns: 20_000 },
    )
  })

  test.for([
    ['≥98.5%', '≥', 98.5, '%'],
    ['27人', undefined, 27, '人'],
    ['100000', undefined, 100_000, undefined],
    ['=8.2万元/人', '=', 8.2, '万元/人'],
    ['≤3个工作日', '≤', 3, '个工作日'],
    ['0.1', undefined, 0.1, undefined],
    ['123456789.123456', undefined, 123_456_789.123_456, undefined],
  ] as const)('reads %s', ([raw, comparator, value, measureUnit]) => {
    expect(readPlainFigure(raw)).toEqual({ comparator, value, measureUnit })
  })

  test.for(['', '≥', '.5', '5.', '1.2.3', '2024年', '12月', '5以上', '5左右', '1234567890123456'])(
    'leaves %j to the general rules',
    (raw) => {
      expect(readPlainFigure(raw)).toBeUndefined()
    },
  )

  test('reads the digits as the number they print', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.nat({ max: 999_999 }), (whole, fraction) => {
        const printed = `${whole}.${fraction}`
        expect(readPlainFigure(printed)?.value).toBe(Number(printed))
      }),
    )
  })
})
