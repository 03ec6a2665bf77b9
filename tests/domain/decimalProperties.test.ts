import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addFractions,
  compare,
  compareFraction,
  divideByPower,
  formatDecimals,
  formatPlain,
  meanOf,
  multiply,
  round,
  roundProportion,
  subtract,
  sum,
  toNumber,
} from '@/domain/decimal'

/** Exact quotient by long division of whole numbers: slow, and certain. */
function oracle(
  factor: number,
  numerator: number,
  denominator: number,
  decimals: number,
  mode: 'half-up' | 'half-even',
): number {
  const scale = new Big(10).pow(40)
  const whole = (value: Big) => BigInt(value.times(scale).toFixed(0))
  const top = whole(new Big(factor).times(numerator).times(new Big(10).pow(decimals)))
  const bottom = whole(new Big(denominator))
  const quotient = top / bottom
  const twice = (top - quotient * bottom) * 2n
  const isUp = twice > bottom || (twice === bottom && (mode === 'half-up' || quotient % 2n === 1n))
  return new Big(String(isUp ? quotient + 1n : quotient)).div(new Big(10).pow(decimals)).toNumber()
}

const decimals = fc.constantFrom(0, 1, 2)
const modes = fc.constantFrom<'half-up' | 'half-even'>('half-up', 'half-even')
const printed = fc
  .tuple(fc.nat({ max: 2_000_000_000 }), fc.constantFrom(0, 1, 2, 3, 4, 6, 9))
  .map(([digits, places]) => Number(new Big(digits).div(new Big(10).pow(places)).toString()))
const positive = printed.filter((value) => value > 0)
const anyDouble = fc.double({ min: 1e-9, max: 1e15, noNaN: true })

describe('精确的比例与取舍', () => {
  test('分值 × 实际 ÷ 指标，与逐位长除的结果没有一位不同', () => {
    fc.assert(
      fc.property(
        printed,
        printed,
        positive,
        decimals,
        modes,
        (factor, top, bottom, places, mode) => {
          const share = { numerator: top, denominator: bottom }
          expect(roundProportion(factor, share, places, mode)).toBe(
            oracle(factor, top, bottom, places, mode),
          )
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('任意双精度数也一样', () => {
    fc.assert(
      fc.property(
        anyDouble,
        anyDouble,
        anyDouble,
        decimals,
        modes,
        (factor, top, bottom, places, mode) => {
          const share = { numerator: top, denominator: bottom }
          expect(roundProportion(factor, share, places, mode)).toBe(
            oracle(factor, top, bottom, places, mode),
          )
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('恰好在半分上：四舍五入进，五成双看前一位', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), (hundredths) => {
        const share = { numerator: hundredths * 10 + 5, denominator: 1000 }
        expect(roundProportion(1, share, 2, 'half-up')).toBe((hundredths + 1) / 100)
        expect(roundProportion(1, share, 2, 'half-even')).toBe(
          (hundredths + (hundredths % 2)) / 100,
        )
      }),
    )
  })

  test('负数按绝对值取舍', () => {
    expect(roundProportion(10, { numerator: -1, denominator: 3 }, 2)).toBe(-3.33)
    expect(roundProportion(10, { numerator: -1, denominator: -3 }, 2)).toBe(3.33)
    expect(Object.is(roundProportion(1, { numerator: -1, denominator: 1e6 }, 2), 0)).toBe(true)
  })

  test('除数为 0 是程序错误', () => {
    expect(() => roundProportion(10, { numerator: 1, denominator: 0 }, 2)).toThrow(RangeError)
  })

  test.for([Number.NaN, Number.POSITIVE_INFINITY])('%d 不能取舍', (value) => {
    expect(() => round(value, 2)).toThrow(RangeError)
  })

  test('求和与 big.js 没有一位不同', () => {
    fc.assert(
      fc.property(fc.array(printed, { maxLength: 60 }), (values) => {
        const exact = values.reduce((total, value) => total.plus(value), new Big(0))
        expect(sum(values)).toBe(exact.toNumber())
      }),
      { numRuns: 1000 },
    )
  })

  test.for([printed, anyDouble])('积、差与 big.js 没有一位不同', (figure) => {
    fc.assert(
      fc.property(figure, figure, (left, right) => {
        expect(toNumber(multiply(left, right))).toBe(new Big(left).times(right).toNumber())
        expect(toNumber(subtract(left, right))).toBe(new Big(left).minus(right).toNumber())
        expect(compare(multiply(left, right), new Big(left).times(right))).toBe(0)
        expect(compare(subtract(left, right), new Big(left).minus(right))).toBe(0)
      }),
      { numRuns: 5000 },
    )
  })

  test.for([1, 4, 8])('除以 10 的 %d 次方不丢位', (places) => {
    const power = 10 ** places
    fc.assert(
      fc.property(fc.oneof(printed, anyDouble), (value) => {
        expect(compare(divideByPower(value, power), new Big(value).times(`1e-${places}`))).toBe(0)
      }),
      { numRuns: 2000 },
    )
  })

  test('打印与 big.js 一字不差', () => {
    fc.assert(
      fc.property(fc.oneof(printed, anyDouble), fc.constantFrom(0, 1, 2), (value, places) => {
        expect(formatPlain(value)).toBe(new Big(value).toFixed())
        expect(formatPlain(-value)).toBe(new Big(-value).toFixed().replace(/^-0$/, '0'))
        expect(formatDecimals(value, places)).toBe(new Big(value).toFixed(places))
      }),
      { numRuns: 5000 },
    )
  })

  test('大数求和不丢末位', () => {
    expect(sum([900_000_000_000_000, 0.01])).toBe(900_000_000_000_000.01)
    expect(sum([9_999_999_999_999, 9_999_999_999_999, 0.25])).toBe(19_999_999_999_998.25)
  })

  test('分数相加、平均和比较不经过小数', () => {
    const third = { numerator: 1, denominator: 3 }
    expect(compareFraction(addFractions([third, third, third]), 1)).toBe(0)
    expect(compareFraction(meanOf([third, third, third]), 0.3333333333)).toBe(1)
  })

  test('按位数打印', () => {
    expect(formatDecimals(8, 2)).toBe('8.00')
  })
})
