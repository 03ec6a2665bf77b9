import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readGrids } from '@/documents/readers/readGrids'
import { gridRows, gridSpans } from './gridRows'

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

async function read(body: string) {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`
  const bytes = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(xml),
  })
  const { document, issues } = await readGrids({ name: '表.docx', bytes })
  expect(issues).toEqual([])
  return document
}

describe('docx', () => {
  test('cells merged over rows and columns stand once, with their spans', async () => {
    const { grids } = await read(
      table(
        row(cell('产出', '<w:vMerge w:val="restart"/>'), cell('数量', '<w:gridSpan w:val="2"/>')),
        row(cell('不显示', '<w:vMerge/>'), cell('人数'), cell('≥5')),
        row(cell('效益'), cell('收入'), cell('≥1')),
      ),
    )
    expect(gridRows(grids[0])).toEqual([
      ['产出', '数量', ''],
      ['', '人数', '≥5'],
      ['效益', '收入', '≥1'],
    ])
    expect(gridSpans(grids[0])).toEqual(['0,0 2×1', '0,1 1×2'])
  })

  test('a merge that continues nothing keeps its text', async () => {
    const { grids } = await read(
      table(row(cell('产出', '<w:vMerge/>'), cell('甲')), row(cell('', '<w:vMerge/>'), cell('乙'))),
    )
    expect(gridRows(grids[0])).toEqual([
      ['产出', '甲'],
      ['', '乙'],
    ])
    expect(gridSpans(grids[0])).toEqual(['0,0 2×1'])
  })

  test('a row that begins further right keeps its columns', async () => {
    const { grids } = await read(
      table(
        row(cell('甲'), cell('乙')),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('丙')}</w:tr>`,
      ),
    )
    expect(gridRows(grids[0])).toEqual([
      ['甲', '乙'],
      ['', '丙'],
    ])
  })

  test('a nested table is a grid of its own behind the one that holds it', async () => {
    const inner = table(row(cell('内一'), cell('内二')))
    const { grids } = await read(table(row(`<w:tc>${inner}${paragraph('外')}</w:tc>`)))
    expect(grids.map((grid) => gridRows(grid))).toEqual([[['外']], [['内一', '内二']]])
  })

  test('text between tables goes to the table behind it, the rest to the end', async () => {
    const document = await read(
      `${paragraph('项目支出绩效目标表')}${paragraph('（2025年度）')}${table(row(cell('甲')))}${paragraph('注')}`,
    )
    expect(document.grids[0]).toMatchObject({
      title: '项目支出绩效目标表',
      place: '表.docx · 表1',
      textBefore: [
        { text: '项目支出绩效目标表', place: '第1段' },
        { text: '（2025年度）', place: '第2段' },
      ],
    })
    expect(document.textAfter).toEqual([{ text: '注', place: '第3段' }])
  })

  test('insertions are read, deletions, hidden text and field codes are not', async () => {
    const { grids } = await read(
      table(
        row(
          `<w:tc><w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>` +
            `<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>` +
            `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>MERGEFIELD 项目</w:instrText></w:r><w:r><w:t>值</w:t></w:r>` +
            `<w:r><w:rPr><w:ins w:id="1"/></w:rPr><w:br/><w:t>末</w:t></w:r></w:p></w:tc>`,
        ),
        `<w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell('删去的行')}</w:tr>`,
      ),
    )
    expect(gridRows(grids[0])).toEqual([['新值\n末']])
  })

  test('content controls are transparent; a fallback picture of the same text is not read twice', async () => {
    const { grids } = await read(
      table(
        row(
          `<w:tc><w:sdt><w:sdtContent>${paragraph('甲')}</w:sdtContent></w:sdt>` +
            `<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>乙</w:t></w:r></mc:Choice>` +
            `<mc:Fallback><w:r><w:t>乙</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p></w:tc>`,
        ),
      ),
    )
    expect(gridRows(grids[0])).toEqual([['甲\n乙']])
  })
})
