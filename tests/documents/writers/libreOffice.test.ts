import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readGrids } from '@/documents/readers/readGrids'
import { writeDocument, type DocumentFormat } from '@/documents/writeDocument'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { scoreEvaluation } from '@/domain/scoring/scoreEvaluation'
import { filledEvaluation, storedExamples } from './subjects'

/** Cases are registered where the programs are; elsewhere one line says «not run». */
const hasPrograms = ['soffice', 'pdftotext'].every(
  (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0,
)

const PDF_FORMATS: readonly DocumentFormat[] = [
  'self-evaluation.docx',
  'targets.docx',
  'declaration.docx',
  'report.docx',
]

/** Printed from the workbook, with what each must show. */
const SHEETS: readonly (readonly [format: DocumentFormat, texts: readonly string[]])[] = [
  ['self-evaluation.xlsx', ['项目支出绩效自评表', '产出指标', '总分']],
  ['targets.xlsx', ['绩效目标表', '产出指标']],
  ['declaration.xlsx', ['申报表', '产出指标']],
  ['monitoring.xlsx', ['绩效目标执行监控表', '产出指标']],
  ['summary.xlsx', ['项目名称', '规则分', '自评分']],
]

/** Only a program that really computes the formulas then shows their values. */
function withoutCachedValues(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const path = 'xl/worksheets/sheet1.xml'
  const sheet = strFromU8(parts[path]!).replace(/<\/f><v>[^<]*<\/v>/g, '</f>')
  return zipSync({ ...parts, [path]: strToU8(sheet) })
}

function checkConversions(): void {
  let folder = ''

  /** One start for many files: it takes seconds. @returns what the program said, for warnings. */
  function convert(to: string, files: readonly string[]): string {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const { stdout, stderr, status } = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', folder, ...files],
      { encoding: 'utf8', cwd: folder },
    )
    expect(status).toBe(0)
    return `${stdout}\n${stderr}`
  }

  let said = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiping-'))
    mkdirSync(join(folder, 'profile'))
    const sheets: string[] = []
    for (const profile of builtInProfiles) {
      const name = `${profile.id}.xlsx`
      const bytes = await writeDocument([filledEvaluation], profile, 'self-evaluation.xlsx')
      writeFileSync(join(folder, name), withoutCachedValues(bytes))
      sheets.push(name)
    }
    for (const format of PDF_FORMATS) {
      const bytes = await writeDocument(
        [filledEvaluation, ...storedExamples.slice(0, 3)],
        builtInProfiles,
        format,
      )
      writeFileSync(join(folder, `print-${format}`), bytes)
    }
    for (const [format] of SHEETS) {
      const bytes = await writeDocument([filledEvaluation], builtInProfiles, format)
      writeFileSync(join(folder, `sheet-${format}`), bytes)
    }
    said += convert('csv:Text - txt - csv (StarCalc):44,34,76', sheets)
    said += convert(
      'pdf',
      PDF_FORMATS.map((format) => `print-${format}`),
    )
    said += convert(
      'pdf',
      SHEETS.map(([format]) => `sheet-${format}`),
    )
  }, 240_000)

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const pdfText = (name: string): string =>
    execFileSync('pdftotext', ['-layout', join(folder, name), '-'], { encoding: 'utf8' })

  test('converts without a warning', () => {
    const unexpected = said
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^convert |javaldx|^Overwriting/.test(line))
    expect(unexpected).toEqual([])
  })

  test.each(builtInProfiles.map((profile) => [profile.name, profile] as const))(
    '%s：重新计算的总分与系统一致',
    async (_, profile) => {
      const score = scoreEvaluation(filledEvaluation, profile)
      const bytes = new Uint8Array(readFileSync(join(folder, `${profile.id}.csv`)))
      const { document } = await readGrids({ name: 'a.csv', bytes })
      const cells = document.grids[0]!.cells
      const label = cells.find(({ text }) => text === '总分')!
      const texts = cells.filter(({ row }) => row === label.row).map(({ text }) => text)
      expect(texts).toContain(String(score.declaredTotal))
    },
  )

  test.each(SHEETS)('%s 打印出来内容齐全，没有缺字', (format, texts) => {
    const printed = pdfText(`sheet-${format.replace('.xlsx', '.pdf')}`).replaceAll(/\s/g, '')
    for (const text of texts) expect(printed).toContain(text)
    expect(printed).not.toContain('\uFFFD')
  })

  test('docx 转成 pdf：标题、各章、页码齐全，没有缺字', () => {
    const report = pdfText('print-report.pdf')
    for (const chapter of ['一、基本情况', '四、绩效评价指标分析', '七、其他需要说明的问题']) {
      expect(report).toContain(chapter)
    }
    expect(report).toMatch(/—\s*2\s*—/)
    const form = pdfText('print-self-evaluation.pdf')
    expect(form).toContain('项目支出绩效自评表')
    expect(form).toContain('产出指标')
    // pdftotext writes U+FFFD for a glyph without a character.
    expect(`${report}${form}`).not.toContain('\uFFFD')
  })
}

if (hasPrograms) describe('LibreOffice', checkConversions)
else test('LibreOffice cases: not run, soffice or pdftotext is not installed', () => undefined)
