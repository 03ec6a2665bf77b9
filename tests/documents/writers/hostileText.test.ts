import { describe, expect, test } from 'vitest'
import { type DocumentFormat, writeDocument } from '@/documents/writeDocument'
import { formatCsvCell } from '@/documents/writers/writeCsv'
import type { Evaluation, Indicator } from '@/domain/evaluation/evaluation'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { parseTarget } from '@/domain/target/parseTarget'
import { xssPayloads } from '../../e2e/pages/xssPayloads'
import { descendants, parseXml, readParts, type XmlElement } from './officePackage'

const row = (text: string, index: number): Indicator => ({
  id: String(index),
  firstLevel: 'output',
  firstLevelLabel: text,
  secondLevel: 'quality',
  secondLevelLabel: text,
  name: `${text}〔指标〕`,
  target: parseTarget(text),
  maxScore: 1,
  actual: { raw: text },
  declared: { score: 0.5, reason: text },
  deviationAnalysis: `${text}〔原因〕`,
  note: text,
})

const evaluation: Evaluation = {
  id: 'hostile',
  profileId: 'national-2020',
  form: 'self-evaluation',
  scope: 'project',
  projectName: xssPayloads[0]!,
  competentDepartment: xssPayloads[1]!,
  implementingUnit: '=HYPERLINK("http://example.invalid","点我")',
  fiscalYear: 2025,
  goals: xssPayloads
    .slice(0, 9)
    .map((text) => ({ expected: text, attained: text, term: 'annual' })),
  funds: {
    printedUnit: '万元',
    rows: xssPayloads.slice(9, 18).map((label) => ({ kind: 'other', label, annualBudget: 1 })),
  },
  budgetExecution: { maxScore: 10, printedRate: '=1+1' },
  indicators: xssPayloads.map(row),
}

const write = (format: DocumentFormat) => writeDocument([evaluation], builtInProfiles, format)

const textOf = (element: XmlElement): string => element.text + element.children.map(textOf).join('')

/** What XML can hold of a text; line breaks become elements. */
const legible = (text: string) => text.replaceAll(/[\u0000-\u001f\s]/g, '')

const officeFormats: readonly DocumentFormat[] = [
  ...(['self-evaluation.xlsx', 'targets.xlsx', 'declaration.xlsx', 'summary.xlsx'] as const),
  ...(['self-evaluation.docx', 'targets.docx', 'declaration.docx', 'report.docx'] as const),
  'monitoring.xlsx',
]

/** Elements that act when a file is opened or clicked: never made of a user's text. */
const acting = /^(hyperlink|w:hyperlink|w:fldSimple|w:object|oleObject|externalReference|ddeLink)$/

describe('含脚本和公式的文字写进文件，仍是文字', () => {
  test.for(officeFormats)('%s', async (format) => {
    const parts = readParts(await write(format))
    let said = ''
    for (const [path, source] of parts) {
      expect(path).not.toMatch(/vbaProject|externalLinks|embeddings|activeX/)
      if (!/\.(xml|rels)$/.test(path)) continue
      const root = parseXml(source)
      said += textOf(root)
      for (const element of descendants(root)) {
        expect(element.name).not.toMatch(acting)
        expect(element.attributes['TargetMode']).toBeUndefined()
        // The only field is the number of the page.
        if (element.name === 'w:instrText')
          expect(textOf(element)).toMatch(/^\s*(PAGE|NUMPAGES)\s*$/)
        if (element.name === 'f') expect(textOf(element)).not.toMatch(/hit|HYPERLINK|cmd|http/i)
      }
    }
    const written = legible(said)
    const names = xssPayloads.map((text) => legible(`${text}〔指标〕`))
    const shown = format === 'summary.xlsx' ? [legible(xssPayloads[0]!)] : names
    if (format !== 'report.docx')
      expect(shown.filter((text) => !written.includes(text))).toEqual([])
    expect(written).toContain(legible(xssPayloads[0]!))
  })

  test('csv：没有一格会成为公式', async () => {
    const source = new TextDecoder().decode(await write('csv'))
    const cells = [...source.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = '']) => text)
    expect(cells.length).toBeGreaterThan(xssPayloads.length * 5)
    expect(cells.filter((text) => /^\s*[=+\-@＝＋－＠]/.test(text))).toEqual([])
    const written = legible(source.replaceAll('""', '"'))
    expect(xssPayloads.filter((text) => !written.includes(legible(`${text}〔指标〕`)))).toEqual([])
  })

  test.for(['\u0001=1+1', '\u0000\u001f@SUM(1)', '\u0008 -1', '\ufeff=1', '\u200b=1', '\u202e=1'])(
    'csv：等号前的不可见字符不让公式漏过：%j',
    (text) => {
      expect(formatCsvCell(text)).toMatch(/^"'/)
    },
  )

  test('json：读回来一字不差', async () => {
    const source = new TextDecoder().decode(await write('json'))
    const said = JSON.stringify(JSON.parse(source))
    for (const text of xssPayloads) expect(said).toContain(JSON.stringify(text).slice(1, -1))
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
