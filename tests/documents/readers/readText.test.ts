import { describe, expect, test } from 'vitest'
import { readGrids } from '@/documents/readers/readGrids'

const read = (text: string, name = '目标表.txt') =>
  readGrids({ name, bytes: new TextEncoder().encode(text) })

const rows = async (text: string, name?: string) => {
  const { document } = await read(text, name)
  return document.grids.map((grid) =>
    Array.from({ length: grid.rowCount }, (_, row) =>
      Array.from(
        { length: grid.columnCount },
        (_, column) =>
          grid.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '',
      ),
    ),
  )
}

describe('text and Markdown', () => {
  test('rows that stand apart by blank lines are one table; a broken cell is put together', async () => {
    const text =
      '\t\t项目资金\n（万元）\t\t\t\t年度资金总额\n\n\t\t\t\t\t\t其他资金\n\n\t\t一级指标'
    expect(await rows(text)).toEqual([
      [
        ['', '项目资金\n（万元）', '', '年度资金总额'],
        ['', '', '', '其他资金'],
        ['', '一级指标', '', ''],
      ],
    ])
  })

  test('the text between tables keeps its lines', async () => {
    const { document } = await read('## 项目支出绩效目标表\n\n（2025年度）\n\na\tb\nc\td\n\n注：完')
    const [grid] = document.grids
    expect(grid).toMatchObject({
      title: '项目支出绩效目标表',
      place: '目标表.txt · 第5行',
      textBefore: [
        { text: '项目支出绩效目标表', place: '第1行' },
        { text: '（2025年度）', place: '第3行' },
      ],
    })
    expect(document.textAfter).toEqual([{ text: '注：完', place: '第8行' }])
  })

  test('a pipe table torn by a page break is one table again', async () => {
    const text =
      '| 一级指标 | 指标值 |\n|---|---|\n| 产出 | ≥1 |\n\n|  |  |\n|--|--|\n| 效益 | $\\geq$ |\n'
    expect(await rows(text)).toEqual([
      [
        ['一级指标', '指标值'],
        ['产出', '≥1'],
        ['', ''],
        ['效益', '$\\geq$'],
      ],
    ])
  })

  test('markup goes, wrapped words join, the words stay', async () => {
    const text = '| <b>提高群<br>众满意<br>度</b> | 1.甲；<br>2.乙 |\n|---|---|\n| 5 &lt; 6 | a |\n'
    expect((await rows(text))[0]?.[0]).toEqual(['提高群众满意度', '1.甲；\n2.乙'])
    expect((await rows(text))[0]?.[1]).toEqual(['5 < 6', 'a'])
  })

  test('values of a csv file are never reinterpreted', async () => {
    expect(await rows('编号,值\n007,3-4\n"95%","甲,乙\n丙""丁"""\n', '表.csv')).toEqual([
      [
        ['编号', '值'],
        ['007', '3-4'],
        ['95%', '甲,乙\n丙"丁"'],
      ],
    ])
  })

  test.for([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xe5, 0xb9, 0xb4, 0x2c, 0x31, 0x0a, 0x32, 0x2c, 0x33]],
    ['GB18030', [0xc4, 0xea, 0x2c, 0x31, 0x0a, 0x32, 0x2c, 0x33]],
    ['UTF-16', [0xff, 0xfe, 0x74, 0x5e, 0x2c, 0, 0x31, 0, 0x0a, 0, 0x32, 0, 0x2c, 0, 0x33, 0]],
  ] as const)('%s is told by its bytes', async ([, bytes]) => {
    const { document } = await readGrids({ name: '表.csv', bytes: Uint8Array.from(bytes) })
    expect(document.grids[0]?.cells.map((cell) => cell.text)).toEqual(['年', '1', '2', '3'])
  })
})
