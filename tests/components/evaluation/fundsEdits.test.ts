import { describe, expect, test } from 'vitest'
import { parseAmount } from '@/components/evaluation/fundsEdits'

describe('资金格：可带元、万元、亿元，折成万元存', () => {
  test.for<[string, '元' | '万元', number]>([
    ['1200', '万元', 1200],
    ['１，234.5', '万元', 1234.5],
    ['1200元', '万元', 0.12],
    ['12,345.67 元', '万元', 1.234567],
    ['43.56万', '万元', 43.56],
    ['43.56万元', '元', 43.56],
    ['0.5亿元', '万元', 5000],
    ['1.2亿', '元', 12000],
    ['435600', '元', 43.56],
    ['0', '万元', 0],
  ])('%s（表上单位 %s）', ([text, printedUnit, value]) => {
    expect(parseAmount(text, printedUnit)).toEqual({ kind: 'figure', value })
  })

  test.for<[string, '元' | '万元', string]>([
    ['一千二百', '万元', 'not-an-amount'],
    ['万元', '万元', 'not-an-amount'],
    ['1200美元', '万元', 'not-an-amount'],
    ['1200件', '万元', 'not-an-amount'],
    ['-5', '万元', 'number-negative'],
    ['0.001元', '万元', 'too-many-decimals'],
    ['1.234', '元', 'too-many-decimals'],
    ['9000000000亿', '万元', 'too-many-digits'],
  ])('%s（表上单位 %s）不收：%s', ([text, printedUnit, code]) => {
    expect(parseAmount(text, printedUnit)).toMatchObject({
      kind: 'problem',
      problem: { code, figures: { text } },
    })
  })

  test('清空是没有填', () => {
    expect(parseAmount(' ', '万元')).toEqual({ kind: 'empty' })
  })
})
