import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { readGrids } from '@/documents/readers/readGrids'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (name: string, bytes: Uint8Array) => readGrids({ name, bytes })

async function issueOf(name: string, bytes: Uint8Array) {
  const { document, issues } = await read(name, bytes)
  expect(document.grids).toEqual([])
  expect(issues).toHaveLength(1)
  return issues[0]
}

const sheetXml = (cells: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`

/** A workbook of one sheet, with parts put in the place of its own. */
async function workbookWith(parts: Record<string, Uint8Array>): Promise<Uint8Array> {
  const { unzipSync } = await import('fflate')
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [['甲', '乙']] }] })
  return zipSync({ ...unzipSync(bytes), ...parts })
}

describe('bad files get one clear message each', () => {
  test.for([
    ['an empty file', new Uint8Array(), 'file-empty', '文件是空的'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2), 'unknown-format', '这是图片'],
    ['a program', Uint8Array.of(0x4d, 0x5a, 0, 0, 0, 0), 'unknown-format', '无法识别'],
    ['a cut-off archive', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2), 'unknown-format', '损坏'],
    [
      'a cut-off xls',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'file-damaged',
      '损坏',
    ],
    ['a pdf without content', utf8('%PDF-1.4\n'), 'file-damaged', '损坏'],
    ['a file over the limit', new Uint8Array(51 * 1024 * 1024), 'file-too-large', '50 MB'],
  ] as const)('%s', async ([, bytes, code, message]) => {
    const issue = await issueOf('文件.xlsx', bytes)
    expect(issue).toMatchObject({ code, severity: 'error', place: '文件.xlsx' })
    expect(issue?.message).toContain(message)
  })

  test('a bomb is refused while it grows, whatever sizes it declares', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': utf8('<Types/>'),
      'xl/workbook.xml': utf8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(150 * 1024 * 1024),
    })
    expect(await issueOf('炸弹.xlsx', bomb)).toMatchObject({ code: 'zip-bomb' })
    // The central directory lies about the unpacked size: 24 bytes into each entry.
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    for (let at = 0; at + 4 <= bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    const started = performance.now()
    expect(await issueOf('炸弹.xlsx', bomb)).toMatchObject({ code: 'zip-bomb' })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('entities in xlsx and docx are refused, not expanded', async () => {
    const lol = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    const workbook = await workbookWith({
      'xl/worksheets/sheet1.xml': strToU8(lol + sheetXml('<row r="1"/>')),
    })
    expect(await issueOf('表.xlsx', workbook)).toMatchObject({ code: 'xml-entities' })
    const document = zipSync({ 'word/document.xml': strToU8(`${lol}<w:document/>`) })
    expect(await issueOf('表.docx', document)).toMatchObject({ code: 'xml-entities' })
  })

  test('a value in the last corner of a sheet is refused by its limit, quickly', async () => {
    const corner =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    const bytes = await workbookWith({ 'xl/worksheets/sheet1.xml': strToU8(sheetXml(corner)) })
    const started = performance.now()
    const issue = await issueOf('表.xlsx', bytes)
    expect(issue?.message).toContain('100000 行')
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('a million empty rows and styles to the end of the sheet are trimmed', async () => {
    let rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    for (let row = 2; row <= 1_000_000; row++) rows += `<row r="${row}"/>`
    rows += '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    const bytes = await workbookWith({ 'xl/worksheets/sheet1.xml': strToU8(sheetXml(rows)) })
    const { document } = await read('表.xlsx', bytes)
    expect(document.grids[0]).toMatchObject({ rowCount: 1, columnCount: 1 })
  })

  test('__proto__ as a header is a text like any other', async () => {
    const { document } = await read('表.csv', utf8('__proto__,constructor\n1,2\n'))
    expect(document.grids[0]?.cells.map((cell) => cell.text)).toEqual([
      '__proto__',
      'constructor',
      '1',
      '2',
    ])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('macros and links to other workbooks are left alone, and said', async () => {
    const bytes = await workbookWith({
      'xl/vbaProject.bin': Uint8Array.of(1),
      'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
    })
    const { document, issues } = await read('表.xlsm', bytes)
    expect(document.grids).toHaveLength(1)
    expect(issues.map((issue) => issue.code)).toEqual(['macros-ignored', 'external-links-ignored'])
  })

  test('a workbook with a password says so', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: '表', rows: [['甲']] }],
      encryption: { password: '1', spinCount: 1 },
    })
    expect(await issueOf('表.xlsx', bytes)).toMatchObject({ code: 'password-protected' })
  })

  test('a cancelled reading throws the reason of the signal', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'))
    const reading = readGrids({ name: '表.csv', bytes: utf8('a,b\n1,2') }, { signal })
    await expect(reading).rejects.toThrow('cancelled')
  })
})

describe('workbooks', () => {
  test('cells print as the sheet shows them; merged, hidden and several sheets are kept', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '自评表',
          rows: [
            ['完成率', 0.98],
            ['日期', 45658],
            ['合并', null],
          ],
          cells: new Map([
            ['0,1', { value: 0.98, style: { numFmt: '0%' } }],
            ['1,1', { value: 45658, style: { numFmt: 'yyyy"年"m"月"d"日"' } }],
          ]),
          merges: [{ startRow: 2, startCol: 0, endRow: 2, endCol: 1 }],
        },
        { name: '字典', rows: [['甲']], hidden: true },
      ],
    })
    const { document, issues } = await read('自评.xlsx', bytes)
    expect(issues).toEqual([])
    const [first, second] = document.grids
    expect(first?.cells.map(({ text, place }) => [text, place])).toEqual([
      ['完成率', '自评表!A1'],
      ['98%', '自评表!B1'],
      ['日期', '自评表!A2'],
      ['2025年1月1日', '自评表!B2'],
      ['合并', '自评表!A3'],
    ])
    expect(first?.cells.at(-1)).toMatchObject({ rowSpan: 1, columnSpan: 2 })
    expect(first?.isHidden).toBeUndefined()
    expect(second).toMatchObject({ title: '字典', place: '自评.xlsx · 字典', isHidden: true })
  })
})
