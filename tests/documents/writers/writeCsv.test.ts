import { describe, expect, test } from 'vitest'
import { formatCsvCell } from '@/documents/writers/writeCsv'

describe('csv 单元格', () => {
  test.for([
    ['=27人', `"'=27人"`],
    ['＝98％', `"'＝98％"`],
    ['+1', `"'+1"`],
    ['－', `"'－"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    [' =1+1', `"' =1+1"`],
    ['\t=1', `"'\t=1"`],
    ['\n文字', `"'\n文字"`],
    ['≥98%', '"≥98%"'],
    ['他说"好"', '"他说""好"""'],
  ])('文字 %j 不会成为公式', ([text, cell]) => {
    expect(formatCsvCell(text)).toBe(cell)
  })

  test('数字仍是数字，没有填写的为空', () => {
    expect([formatCsvCell(-3.5), formatCsvCell(0), formatCsvCell(undefined)]).toEqual([
      '-3.5',
      '0',
      '',
    ])
  })
})
