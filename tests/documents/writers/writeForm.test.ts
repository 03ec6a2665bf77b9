import { describe, expect, test } from 'vitest'
import { buildFormGrid } from '@/documents/forms/buildFormGrid'
import type { FormGrid } from '@/documents/forms/formGrid'
import type { Grid } from '@/documents/grid'
import { readGrids } from '@/documents/readers/readGrids'
import { writeDocument, type DocumentFormat } from '@/documents/writeDocument'
import { printedForm, type FormFormat } from '@/documents/writers/printedForm'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { descendants, findPackageFaults, parseXml, readParts } from './officePackage'
import { filledEvaluation, profileOf, storedExamples } from './subjects'

const FORM_FORMATS: readonly FormFormat[] = [
  'self-evaluation.xlsx',
  'self-evaluation.docx',
  'targets.xlsx',
  'targets.docx',
  'declaration.xlsx',
  'declaration.docx',
  'monitoring.xlsx',
  'monitoring.docx',
]

const subjects: readonly Evaluation[] = [filledEvaluation, ...storedExamples]

/** Text and place of every printed cell that says something. */
const printedCells = (grid: FormGrid | Grid): string[] =>
  grid.cells
    .filter(({ text }) => text.trim() !== '')
    .map(
      ({ row, column, rowSpan, columnSpan, text }) =>
        `${String(row)},${String(column)} ${String(rowSpan)}×${String(columnSpan)} ${text.trim()}`,
    )

async function readBack(bytes: Uint8Array, format: DocumentFormat): Promise<Grid[]> {
  const { document } = await readGrids({ name: format.replace(/^.*\./, 'a.'), bytes })
  return document.grids
}

describe.each(FORM_FORMATS)('%s', (format) => {
  test('every example is read back cell by cell as the form prints it', async () => {
    const bytes = await writeDocument(subjects, builtInProfiles, format)
    expect(findPackageFaults(bytes)).toEqual([])
    const grids = await readBack(bytes, format)
    expect(grids).toHaveLength(subjects.length)
    subjects.forEach((evaluation, index) => {
      const score = scoreEvaluation(evaluation, profileOf(evaluation.profileId))
      const printed = buildFormGrid(evaluation, printedForm(evaluation, format), score)
      expect(printedCells(grids[index]!)).toEqual(printedCells(printed))
    })
  })

  test('no evaluation gives a file that opens all the same, or is refused in words', async () => {
    const empty: Evaluation = {
      ...filledEvaluation,
      projectName: '',
      goals: [],
      funds: { printedUnit: '万元', rows: [] },
      indicators: [],
    }
    expect(findPackageFaults(await writeDocument([empty], builtInProfiles, format))).toEqual([])
  })
})

describe('self-evaluation.xlsx', () => {
  async function sheetOf(evaluation: Evaluation, profileId: string) {
    const bytes = await writeDocument([evaluation], profileOf(profileId), 'self-evaluation.xlsx')
    const parts = readParts(bytes)
    const root = parseXml(parts.get('xl/worksheets/sheet1.xml')!)
    const formulas = new Map(
      descendants(root, 'c').flatMap((cell) => {
        const formula = cell.children.find(({ name }) => name === 'f')
        return formula ? [[cell.attributes.r!, formula.text] as const] : []
      }),
    )
    return { parts, root, formulas }
  }

  test('得分与总分是公式，定性和时限是数值，每行有说明规则的批注', async () => {
    const { parts, formulas, root } = await sheetOf(filledEvaluation, 'national-2020')
    const scores = [...formulas].filter(([cell]) => cell.startsWith('G'))
    // 十行中八行为数量关系；总分一行。
    expect(scores).toHaveLength(9)
    expect(scores.at(-1)![1]).toMatch(/^IF\(COUNT\(.*\)=11,ROUND\(SUM\(/)
    const comments = parseXml(parts.get('xl/comments1.xml')!)
    expect(descendants(comments, 'comment').length).toBeGreaterThanOrEqual(12)
    expect(parts.get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
    const setup = descendants(root, 'pageSetup')[0]!.attributes
    expect([setup.paperSize, setup.orientation]).toEqual(['9', 'landscape'])
    expect(parts.get('xl/workbook.xml')).toMatch(/Print_Titles[^>]*>'网络运行维护费'!\$\d+:\$\d+</)
  })

  test('公式读取的数值在隐藏列中，不含用户填写的文字', async () => {
    const hostile = {
      ...filledEvaluation,
      projectName: '=HYPERLINK("http://x")',
      indicators: filledEvaluation.indicators.map((row) => ({
        ...row,
        name: `=1+1 ${row.name}`,
        deviationAnalysis: '@SUM(A1)<img src=x onerror=alert(1)>{{7*7}}',
      })),
    }
    const { root, formulas } = await sheetOf(hostile, 'national-2020')
    const hidden = descendants(root, 'col').filter(({ attributes }) => attributes.hidden)
    expect(hidden).toHaveLength(6)
    for (const formula of formulas.values()) {
      expect(formula).toMatch(/^[A-Z0-9$(),:;<>=*/+.\-" ]+$/)
      expect(formula).not.toMatch(/HYPERLINK|http|1\+1/)
    }
  })

  test('自评分与规则分不同时以数值列示，批注写明两者', async () => {
    const [first, ...rest] = filledEvaluation.indicators
    const declared = { ...first!, declared: { score: 9, reason: '设备已到货' } }
    const { parts, formulas } = await sheetOf(
      { ...filledEvaluation, indicators: [declared, ...rest] },
      'national-2020',
    )
    const before = await sheetOf(filledEvaluation, 'national-2020')
    expect(formulas.size).toBeLessThan(before.formulas.size)
    expect(parts.get('xl/comments1.xml')).toContain('自评分 9，规则分 6.67。理由：设备已到货')
  })

  test('四舍六入的方案不能用公式表示，以数值列示并注明', async () => {
    const halfEven = profileOf('national-2020')
    const profile = { ...halfEven, rounding: { ...halfEven.rounding, mode: 'half-even' as const } }
    const bytes = await writeDocument([filledEvaluation], profile, 'self-evaluation.xlsx')
    const parts = readParts(bytes)
    const formulas = descendants(parseXml(parts.get('xl/worksheets/sheet1.xml')!), 'f')
    expect(formulas.every(({ text }) => !text.includes('*'))).toBe(true)
    expect(parts.get('xl/comments1.xml')).toContain('得分以数值列示，不随表格重算。')
  })

  test('没有填报的行留空，总分不写 0', async () => {
    const [first, ...rest] = filledEvaluation.indicators
    const { actual, ...blank } = first!
    expect(actual).toBeDefined()
    const evaluation = { ...filledEvaluation, indicators: [blank, ...rest] }
    const bytes = await writeDocument([evaluation], builtInProfiles, 'self-evaluation.xlsx')
    const [grid] = await readBack(bytes, 'self-evaluation.xlsx')
    const label = grid!.cells.find(({ text }) => text === '总分')!
    const total = grid!.cells.filter(({ row }) => row === label.row).map(({ text }) => text)
    expect(total.filter((text) => text !== '')).toEqual(['总分', '100'])
    expect(readParts(bytes).get('xl/comments1.xml')).toContain('未完成填报（10/11）')
  })
})

describe('self-evaluation.docx', () => {
  test('指标表的表头在每页重复，跨页不拆行，页码在外侧', async () => {
    const bytes = await writeDocument([filledEvaluation], builtInProfiles, 'self-evaluation.docx')
    const parts = readParts(bytes)
    const tables = descendants(parseXml(parts.get('word/document.xml')!), 'w:tbl')
    expect(tables).toHaveLength(2)
    const [, indicators] = tables
    const rows = indicators!.children.filter(({ name }) => name === 'w:tr')
    expect(descendants(rows[0]!, 'w:tblHeader')).toHaveLength(1)
    expect(descendants(rows[1]!, 'w:tblHeader')).toHaveLength(0)
    expect(rows.every((row) => descendants(row, 'w:cantSplit').length === 1)).toBe(true)
    expect(parts.get('word/settings.xml')).toContain('evenAndOddHeaders')
    const alignments = [...parts]
      .filter(([path]) => /footer\d\.xml$/.test(path))
      .map(([, content]) => /<w:jc w:val="(\w+)"/.exec(content)?.[1])
    expect(alignments.sort()).toEqual(['left', 'right'])
  })
})
