import { describe, expect, test } from 'vitest'
import { readClipboard } from '@/documents/readers/readClipboard'
import { readGrids } from '@/documents/readers/readGrids'
import { gridRows, gridSpans } from './gridRows'

const read = (html: string, name = '表.xls') =>
  readGrids({ name, bytes: new TextEncoder().encode(html) })

describe('HTML, also where it calls itself xls', () => {
  test('spans, line breaks and character references', async () => {
    const { document, issues } = await read(
      '<html><body><h2>绩效目标表</h2><table><tr><td rowspan=2>产出</td><td colspan="2">甲<br>乙</td></tr>' +
        '<tr><td>A&nbsp;&ge;5</td><td>&#19969;</td></tr></table>注</body></html>',
    )
    const [grid] = document.grids
    expect(gridRows(grid)).toEqual([
      ['产出', '甲\n乙', ''],
      ['', 'A ≥5', '丁'],
    ])
    expect(gridSpans(grid)).toEqual(['0,0 2×1', '0,1 1×2'])
    expect(grid?.title).toBe('绩效目标表')
    expect(document.textAfter).toEqual([{ text: '注', place: '第2段' }])
    expect(issues).toEqual([
      {
        code: 'extension-mismatch',
        severity: 'hint',
        place: '表.xls',
        message: '扩展名是 .xls，内容是网页（HTML），已按内容读取。',
      },
    ])
  })

  test('unclosed cells and rows, hidden parts and scripts', async () => {
    const { document } = await read(
      '<table><tr><td>甲<td>乙<script>document.write("<td>丙")</script>' +
        '<tr style="display:none"><td>隐<td>藏</tr><tr><td>丁',
      '表.html',
    )
    expect(gridRows(document.grids[0])).toEqual([
      ['甲', '乙'],
      ['丁', ''],
    ])
  })

  test('a nested table is a grid of its own', async () => {
    const { document } = await read('<table><tr><td>外<table><tr><td>内</table>', '表.html')
    expect(document.grids.map((grid) => gridRows(grid))).toEqual([[['外']], [['内']]])
  })
})

describe('clipboard', () => {
  test('the HTML table is preferred: it keeps merged cells', () => {
    const { document } = readClipboard({
      html: '<html><table><tr><td rowspan="2">产出</td><td>≥98%</td></tr><tr><td>≥5</td></tr></table></html>',
      text: '产出\t≥98%\n\t≥5',
    })
    expect(gridSpans(document.grids[0])).toEqual(['0,0 2×1'])
  })

  test('tab text of a sheet: quotes hold line breaks', () => {
    const { document } = readClipboard({ text: '"项目资金\n（万元）"\t10.84\r\n其他\t0\r\n' })
    expect(gridRows(document.grids[0])).toEqual([
      ['项目资金\n（万元）', '10.84'],
      ['其他', '0'],
    ])
  })

  test('prose without a table stays prose', () => {
    const { document } = readClipboard({ html: '<p>没有表</p>', text: '没有表' })
    expect(document).toMatchObject({ grids: [], textAfter: [{ text: '没有表' }] })
  })
})
