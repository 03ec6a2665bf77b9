import { expect, test } from 'vitest'
import { writeDocument } from '@/documents/writeDocument'
import type { Provenance } from '@/domain/evaluation/provenance'
import { descendants, findPackageFaults, parseXml, readParts } from './officePackage'
import { filledEvaluation, profileOf } from './subjects'

const head = 'ab'.repeat(32)
const sha256 = 'cd'.repeat(32)

async function reportText(provenance?: Provenance): Promise<string> {
  const bytes = await writeDocument([filledEvaluation], profileOf('national-2020'), 'report.docx', {
    ...(provenance && { provenance: { [filledEvaluation.id]: provenance } }),
  })
  expect(findPackageFaults(bytes)).toEqual([])
  return descendants(parseXml(readParts(bytes).get('word/document.xml')!), 'w:t')
    .map(({ text }) => text)
    .join('')
}

test('评价报告写明修改记录的条数和末条校验码；没有佐证的如实写明', async () => {
  const text = await reportText({ entries: 37, head, supportingDocuments: [] })
  expect(text).toContain(`数据核验：修改记录37条，末条校验码${head}；没有佐证材料。`)
  expect(text).not.toContain('附表1')
})

test('佐证材料逐份列入附表，写明所属指标、大小和校验码', async () => {
  const [indicator] = filledEvaluation.indicators
  const file = {
    id: 'f',
    fileName: '验收单.pdf',
    mediaType: 'application/pdf',
    size: 20480,
    sha256,
  }
  const text = await reportText({
    entries: 37,
    head,
    supportingDocuments: [
      { ...file, indicatorId: indicator!.id },
      { ...file, id: 'g' },
    ],
  })
  expect(text).toContain('佐证材料2份，清单见附表。')
  expect(text).toMatch(
    new RegExp(`附表2佐证材料清单.*验收单\\.pdf${indicator!.name}20\\.5${sha256}.*整个项目`),
  )
})

test('不知道修改记录的程序写出的报告没有这一段', async () => {
  expect(await reportText()).not.toContain('数据核验')
})
