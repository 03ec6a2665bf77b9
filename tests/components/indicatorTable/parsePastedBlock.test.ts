// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { parsePastedBlock, writeTabbed } from '@/components/indicatorTable/parsePastedBlock'

describe('parsePastedBlock', () => {
  test('one cell is typing, not a block', () => {
    expect(parsePastedBlock('', '98%')).toBeUndefined()
    expect(parsePastedBlock('<table><tr><td>98%</td></tr></table>', '98%')).toBeUndefined()
    expect(parsePastedBlock('', '第一行，同一格')).toBeUndefined()
  })

  test('tab-separated text: quoted cells keep line ends, tabs and quotes', () => {
    expect(parsePastedBlock('', '1\t"两行\n“文”"\r\n2\t"a""b"\r\n')).toEqual([
      ['1', '两行\n“文”'],
      ['2', 'a"b'],
    ])
  })

  test('rows of unequal length are filled up with empty cells', () => {
    expect(parsePastedBlock('', 'a\tb\nc')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ])
  })

  test('an empty cell between tabs stays a cell', () => {
    expect(parsePastedBlock('', 'a\t\tb')).toEqual([['a', '', 'b']])
  })

  test('an HTML table wins over the text; merged cells give their text to the first cell', () => {
    const html = `<table>
      <tr><td rowspan="2">产出指标</td><td>数量<br>指标</td></tr>
      <tr><td>≥98%&nbsp;</td></tr>
      <tr><td colspan="2">合计</td></tr></table>`
    expect(parsePastedBlock(html, 'x')).toEqual([
      ['产出指标', '数量\n指标'],
      ['', '≥98%'],
      ['合计', ''],
    ])
  })

  test('markup is text: nothing of it is run or kept', () => {
    const html =
      '<table><tr><td><img src=x onerror="boom()">5</td><td><script>boom()</script></td></tr></table>'
    expect(parsePastedBlock(html, '')?.[0]?.[0]).toBe('5')
  })

  test('an absurd span does not build a sheet of it', () => {
    const html = '<table><tr><td colspan="1000" rowspan="65000">1</td><td>2</td></tr></table>'
    expect(parsePastedBlock(html, 'a\tb')?.length).toBeLessThan(10)
    const many = `<table>${'<tr><td colspan="1000">1</td><td>2</td></tr>'.repeat(200)}</table>`
    expect(parsePastedBlock(many, 'a\tb')).toEqual([['a', 'b']])
  })

  test('what is copied out reads back as the same block', () => {
    const block = [
      ['a', '两行\n文'],
      ['"引"', 'x\ty'],
    ]
    expect(parsePastedBlock('', writeTabbed(block))).toEqual(block)
  })
})
