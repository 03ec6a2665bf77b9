import { describe, expect, test } from 'vitest'
import { cleanSheetNames, columnName, writeWorkbook } from '@/documents/writers/xlsxWorkbook'
import { descendants, findPackageFaults, parseXml, readParts } from './officePackage'

const page = { paperSize: 'a4', orientation: 'landscape' } as const

describe('xlsx workbook', () => {
  test.for([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ] as const)('column %i is %s', ([column, name]) => {
    expect(columnName(column)).toBe(name)
  })

  test('sheet names are what Excel accepts, each once', () => {
    expect(
      cleanSheetNames([
        "'a/b[1]'",
        '',
        'History',
        '网络',
        '网络',
        '长'.repeat(40),
        '长'.repeat(35),
      ]),
    ).toEqual([
      'a_b_1_',
      '表',
      '表History',
      '网络',
      '网络(2)',
      '长'.repeat(31),
      `${'长'.repeat(28)}(2)`,
    ])
  })

  test('what a user typed is never a formula, and odd characters do not break the file', async () => {
    const texts = ['=1+1', '+A1', '-1', '@SUM(A1)', '=HYPERLINK("x")', '<img onerror=x>', '{{ 1 }}']
    const odd = ['控制\u0001字符', '残缺\uD800', '_x0041_', 'a\r\nb']
    const bytes = await writeWorkbook(
      [
        {
          name: "它's (1) 项目!",
          columns: [{ width: 10 }],
          cells: [...texts, ...odd].map((value, row) => ({ row, column: 0, value, style: {} })),
          page,
          titleRows: [0, 1],
          printTo: { row: 9, column: 0 },
        },
      ],
      '标题',
    )
    expect(findPackageFaults(bytes)).toEqual([])
    const parts = readParts(bytes)
    expect(descendants(parseXml(parts.get('xl/worksheets/sheet1.xml')!), 'f')).toEqual([])
    const strings = descendants(parseXml(parts.get('xl/sharedStrings.xml')!), 't')
    expect(strings.map(({ text }) => text)).toEqual([
      ...texts,
      '控制字符',
      '残缺\uFFFD',
      '_x005F_x0041_',
      'a\nb',
    ])
    const names = descendants(parseXml(parts.get('xl/workbook.xml')!), 'definedName')
    expect(names.map(({ text }) => text)).toEqual([
      "'它''s (1) 项目!'!$A$1:$A$10",
      "'它''s (1) 项目!'!$1:$2",
    ])
  })

  test('a merged cell carries its border all round; a formula carries its value', async () => {
    const style = { border: { top: { style: 'thin' } } } as const
    const bytes = await writeWorkbook(
      [
        {
          name: 's',
          columns: [{ width: 10 }, { width: 10, isHidden: true }],
          cells: [
            { row: 0, column: 0, rowSpan: 2, columnSpan: 2, value: '合并', style },
            { row: 2, column: 0, value: 7.5, formula: 'ROUND(15/2,2)', note: '按比例', style },
          ],
          page,
        },
      ],
      't',
    )
    expect(findPackageFaults(bytes)).toEqual([])
    const sheet = parseXml(readParts(bytes).get('xl/worksheets/sheet1.xml')!)
    expect(descendants(sheet, 'mergeCell').map(({ attributes }) => attributes.ref)).toEqual([
      'A1:B2',
    ])
    const cells = descendants(sheet, 'c')
    expect(cells.map(({ attributes }) => [attributes.r, attributes.s])).toEqual(
      ['A1', 'B1', 'A2', 'B2', 'A3'].map((name) => [name, cells[0]!.attributes.s]),
    )
    const computed = cells.at(-1)!
    expect(computed.children.map(({ name, text }) => [name, text])).toEqual([
      ['f', 'ROUND(15/2,2)'],
      ['v', '7.5'],
    ])
    expect(descendants(sheet, 'col')[1]!.attributes.hidden).toBe('true')
  })
})
