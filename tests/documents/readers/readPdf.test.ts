import { describe, expect, test } from 'vitest'
import { readGrids } from '@/documents/readers/readGrids'

/** A page of one line in SimSun, not embedded, GBK-EUC-H encoded, without a ToUnicode table. */
function writeGbkPdf(content: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 6/FontBBox[0 -141 1000 859]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 683/StemV 80>>',
  ]
  let file = '%PDF-1.4\n'
  const entries = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`
  return new TextEncoder().encode(file)
}

describe('pdf', () => {
  test('GBK-EUC-H text without a ToUnicode table is read by the bundled character maps', async () => {
    // 绩效目标 in GBK.
    const bytes = writeGbkPdf('BT /F1 12 Tf 100 700 Td <BCA8D0A7C4BFB1EA> Tj ET')
    const { document, issues } = await readGrids({ name: '公开.pdf', bytes })
    expect(issues).toEqual([])
    expect(document.textAfter).toEqual([{ text: '绩效目标', place: '第1页' }])
  })

  test('a page of pictures says that it has no text layer', async () => {
    const { issues } = await readGrids({ name: '扫描.pdf', bytes: writeGbkPdf('0 0 m') })
    expect(issues).toMatchObject([{ code: 'no-text-layer', severity: 'error', place: '扫描.pdf' }])
  })
})
