import {
  type CellObject,
  read as readWithSheetJs,
  utils,
  write as writeWithSheetJs,
} from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { readGrids } from '@/documents/readers/readGrids'
import { formatCellNumber } from '@/documents/readers/workbook/formatCellNumber'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Parts {
  /** Content of `<sheetData>`, or the whole sheet where it begins with "<?xml". */
  sheet: string
  behind?: string
  strings?: string
  styles?: string
  properties?: string
  target?: string
  name?: string
}

/** A workbook of one sheet, each part as it is given. */
function workbookOf(parts: Parts): Uint8Array {
  const {
    sheet,
    behind = '',
    strings,
    styles,
    properties = '',
    name = 'xl/worksheets/sheet1.xml',
  } = parts
  const own = sheet.startsWith('<?xml')
    ? sheet
    : `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData>${behind}</worksheet>`
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`
  const type = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('xl/workbook.xml', 'sheet.main')}${type(name, 'worksheet')}${type('xl/sharedStrings.xml', 'sharedStrings')}${type('xl/styles.xml', 'styles')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}">${properties}<sheets><sheet name="表&amp;一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${relation('rId1', 'worksheet', parts.target ?? 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    ),
    [name]: strToU8(own),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(strings) }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': strToU8(styles) }),
  })
}

async function gridOf(bytes: Uint8Array) {
  const { document, issues } = await readGrids({ name: '表.xlsx', bytes })
  const cells = document.grids[0]?.cells ?? []
  return {
    grid: document.grids[0],
    issues,
    texts: cells.map(({ place, text }) => `${place} ${text}`),
  }
}

const textsOf = async (parts: Parts) => (await gridOf(workbookOf(parts))).texts

const styles = (...formats: readonly string[]) =>
  `<styleSheet><numFmts>${formats.map((format, index) => `<numFmt numFmtId="${String(200 + index)}" formatCode="${format}"/>`).join('')}</numFmts><dxfs><dxf><numFmt numFmtId="200" formatCode="0.000"/></dxf></dxfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${String(200 + index)}"/>`).join('')}<xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="10"/></cellXfs></styleSheet>`

describe('what a sheet shows, however its writer wrote it', () => {
  test('numbers, words, truth and errors; references and control characters in words', async () => {
    const sheet =
      '<row r="2"><c r="B2"><v>0.1</v></c><c r="C2" t="str"><v>≥98% &amp; &#x4F18;&#33391;</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#DIV/0!</v></c><c r="F2" t="str"><v>甲_x000D_乙</v></c></row>'
    expect(await textsOf({ sheet })).toEqual([
      '表&一!B2 0.1',
      '表&一!C2 ≥98% & 优良',
      '表&一!D2 TRUE',
      '表&一!E2 #DIV/0!',
      '表&一!F2 甲\n乙',
    ])
  })

  test('shared texts by number, with their runs and without the readings above them', async () => {
    const strings =
      '<sst><si><t>甲</t></si><si/><si><r><t>完成</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 率</t></r><rPh sb="0" eb="1"><t>ワン</t></rPh><phoneticPr/></si><si><t><![CDATA[<5>]]></t></si></sst>'
    const cells = [0, 1, 2, 3, 9].map((at) => `<c t="s"><v>${String(at)}</v></c>`).join('')
    expect(await textsOf({ sheet: `<row>${cells}</row>`, strings })).toEqual([
      '表&一!A1 甲',
      '表&一!C1 完成 率',
      '表&一!D1 <5>',
    ])
  })

  test('texts in the cell itself, formulas by the value saved with them', async () => {
    const sheet =
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>实际</t></r><r><t>完成值</t></r></is></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>A9</f></c></row>'
    const { texts, issues } = await gridOf(workbookOf({ sheet }))
    expect(texts).toEqual(['表&一!A1 实际完成值', '表&一!B1 2'])
    expect(issues.map(({ code, place }) => [code, place])).toEqual([
      ['formula-without-value', '表&一!D1'],
    ])
  })

  test('a namespace with a prefix, other quotes, other blanks, no addresses, comments', async () => {
    const sheet = `<?xml version='1.0'?><x:worksheet xmlns:x='${main}'><!-- <x:c> --><x:sheetData><x:row r='3'><x:c
      r='B3' t = 'str'><x:v>甲</x:v></x:c><x:c t="str"><x:v xml:space="preserve">乙</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref='B3:B4'/></x:mergeCells></x:worksheet>`
    const { grid, texts } = await gridOf(workbookOf({ sheet }))
    expect(texts).toEqual(['表&一!B3 甲', '表&一!C3 乙', '表&一!A4 1'])
    expect(grid?.cells[0]).toMatchObject({ rowSpan: 2, columnSpan: 1 })
  })

  test('number formats by style: own ones, built-in ones, dates counted from 1904', async () => {
    const cells = [1, 2, 3, 4, 5]
      .map((style) => `<c s="${String(style)}"><v>${style === 5 ? '0.5' : '43831'}</v></c>`)
      .join('')
    const parts = {
      sheet: `<row>${cells}</row>`,
      styles: styles('0.0', 'yyyy&quot;年&quot;m&quot;月&quot;'),
    }
    expect(await textsOf(parts)).toEqual([
      '表&一!A1 43831.0',
      '表&一!B1 2020年1月',
      '表&一!C1 2020/1/1',
      '表&一!D1 2020年1月1日',
      '表&一!E1 50.00%',
    ])
    const from1904 = await textsOf({ ...parts, properties: '<workbookPr date1904="1"/>' })
    expect(from1904.slice(0, 3)).toEqual([
      '表&一!A1 43831.0',
      '表&一!B1 2024年1月',
      '表&一!C1 2024/1/2',
    ])
  })

  test.for([
    ['an absolute target', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['a target with dots', '../xl/worksheets/./sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ])('parts are found: %s', async ([, target = '', name = '']) => {
    const sheet = '<row><c><v>1</v></c></row>'
    expect(await textsOf({ sheet, target, name })).toEqual(['表&一!A1 1'])
  })

  test('a sheet that ends in the middle is not read as a shorter one', async () => {
    const sheet = `<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>`
    const { document, issues } = await readGrids({
      name: '表.xlsx',
      bytes: workbookOf({ sheet }),
    })
    expect(document.grids.flatMap(({ cells }) => cells)).toEqual([])
    expect(issues.map(({ severity }) => severity)).toContain('error')
  })

  test('a part whose checksum does not hold is damaged, not read with other figures', async () => {
    const bytes = zipSync(unzipSync(workbookOf({ sheet: '<row><c><v>30</v></c></row>' })), {
      level: 0,
    })
    const at = new TextDecoder('latin1').decode(bytes).indexOf('<v>30')
    bytes[at + 3] = '8'.charCodeAt(0)
    const { document, issues } = await readGrids({ name: '表.xlsx', bytes })
    expect(document.grids).toEqual([])
    expect(issues.map(({ code }) => code)).toEqual(['file-damaged'])
  })
})

/** Texts and merges as SheetJS reads them, in the notation of a grid. */
function readAgain(bytes: Uint8Array) {
  const book = readWithSheetJs(bytes, { type: 'array', dense: true, cellNF: true })
  const sheet = book.Sheets[book.SheetNames[0]!]!
  const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const value = cell?.v
      if (value === undefined) return []
      const text =
        typeof value === 'number' ? formatCellNumber(value, String(cell?.z ?? '')) : String(value)
      return text.trim() === ''
        ? []
        : [`${utils.encode_cell({ r: row, c: column })} ${text.trim()}`]
    }),
  )
}

const arbitraryCell = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  fc.constantFrom('≥98%', '<b>甲</b>', 'a&amp;b', '第一行\n第二行', '_x0041_', "'单'", ''),
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  fc.constant(null),
)
const arbitraryRows = fc.array(fc.array(arbitraryCell, { maxLength: 8 }), {
  minLength: 1,
  maxLength: 12,
})

describe('the same cells as another reader finds', () => {
  const same = async (bytes: Uint8Array) => {
    const { grid } = await gridOf(bytes)
    const found = (grid?.cells ?? []).map(({ place, text }) => `${place.split('!')[1]} ${text}`)
    expect(found).toEqual(readAgain(bytes))
  }
  // SheetJS has its own way with control characters, and decodes some references twice.
  const isPlain = (cell: unknown) =>
    typeof cell !== 'string' ||
    !/[\p{Cc}\p{Cf}\p{Cs}\u00a0\u2028_]|&\w+;/u.test(cell.replaceAll('\n', ''))

  test('workbooks that hucre wrote', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, async (rows) => {
        fc.pre(rows.flat().every(isPlain))
        await same(await writeXlsx({ sheets: [{ name: '表', rows }] }))
      }),
      { numRuns: 60 },
    )
  })

  test.for([true, false])('workbooks that SheetJS wrote, shared texts: %s', async (bookSST) => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, async (rows) => {
        fc.pre(rows.flat().every(isPlain))
        const book = utils.book_new()
        utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '表')
        const bytes = writeWithSheetJs(book, {
          type: 'array',
          bookType: 'xlsx',
          bookSST,
        }) as ArrayBuffer
        await same(new Uint8Array(bytes))
      }),
      { numRuns: 60 },
    )
  })
})
