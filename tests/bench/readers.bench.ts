import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre'
import { readDocument } from '@/documents/readDocument'
import { openPdf } from '@/documents/readers/pdf/openPdf'
import { writeDocument } from '@/documents/writeDocument'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { type Report, startBenchApp } from './benchApp'
import { generateEvaluations } from './generateEvaluations'
import { watchFrames } from './watchFrames'

const FORMS = 1_000
const ROWS = 50_000
const PAGES = 200
const PORT = 4395

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const megabytes = () => process.memoryUsage().rss / 1_000_000

/** One workbook of very many rows: a whole province in one sheet. */
function manyRows(): Promise<Uint8Array> {
  const head = ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分']
  const rows = Array.from({ length: ROWS }, (_, index) => [
    '产出指标',
    '数量指标',
    `指标${String(index)}`,
    `≥${String(index % 100)}个`,
    `${String(index % 100)}个`,
    1,
    1,
  ])
  return writeXlsx({
    sheets: [{ name: '自评表', rows: [['项目支出绩效自评表'], head, ...rows] }],
  })
}

/** A pdf of lines of text, written by hand: nothing but what a reader has to go through. */
function manyPages(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const kids: string[] = []
  for (let page = 0; page < PAGES; page += 1) {
    const lines = Array.from(
      { length: 40 },
      (_, line) =>
        `BT /F1 9 Tf 50 ${String(780 - line * 18)} Td (row ${String(line)}) Tj 120 0 Td (${String(page * line)}) Tj 120 0 Td (98%) Tj ET`,
    ).join('\n')
    objects.push(`<</Length ${String(lines.length)}>>stream\n${lines}\nendstream`)
    const content = objects.length
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${String(content)} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
    )
    kids.push(`${String(objects.length)} 0 R`)
  }
  objects[1] = `<</Type/Pages/Count ${String(PAGES)}/Kids[${kids.join(' ')}]>>`
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  text += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF`
  return new TextEncoder().encode(text)
}

async function bareTextOf(bytes: Uint8Array): Promise<void> {
  const pdf = await openPdf(bytes).promise
  for (let page = 1; page <= pdf.numPages; page += 1) {
    await (await pdf.getPage(page)).getTextContent()
  }
}

/** Reading beside the library's bare parse; then the page while a worker reads. */
export default async function bench(report: Report): Promise<void> {
  const evaluations = generateEvaluations({ count: 50, seed: 3 })
  const forms: Uint8Array[] = []
  for (const evaluation of evaluations) {
    forms.push(await writeDocument([evaluation], builtInProfiles, 'self-evaluation.xlsx'))
  }
  const each = async (read: (bytes: Uint8Array) => Promise<unknown>) => {
    for (let index = 0; index < FORMS; index += 1) await read(forms[index % forms.length]!)
  }
  const wide = await manyRows()
  const long = manyPages()
  await readDocument({ name: '表.xlsx', bytes: forms[0]! })

  const formsFloor = await timeOf(() => each((bytes) => readXlsx(bytes)))
  const formsTime = await timeOf(() => each((bytes) => readDocument({ name: '表.xlsx', bytes })))
  report(
    `${String(FORMS)} workbooks of one form (${(FORMS / (formsTime / 1000)).toFixed(0)} files/s)`,
    formsTime,
    { floor: formsFloor },
  )
  const wideFloor = await timeOf(() => readXlsx(wide))
  report(
    `one workbook of ${String(ROWS)} rows`,
    await timeOf(() => readDocument({ name: '表.xlsx', bytes: wide })),
    { floor: wideFloor },
  )
  const longFloor = await timeOf(() => bareTextOf(long))
  report(
    `one pdf of ${String(PAGES)} pages`,
    await timeOf(() => readDocument({ name: '表.pdf', bytes: long })),
    { floor: longFloor },
  )
  console.log(`  peak memory of this process: ${megabytes().toFixed(0)} MB`)
  await benchPage(wide, report)
}

async function benchPage(bytes: Uint8Array, report: Report): Promise<void> {
  const app = await startBenchApp(PORT)
  const context = await app.start()
  try {
    const page = await context.newPage()
    await page.addInitScript(watchFrames)
    await page.goto('/#/import')
    const input = page.getByTestId('import-files')
    await input.waitFor({ state: 'attached' })
    // From the disk, as a user's file: handing it over as a message would itself hold the page.
    const folder = mkdtempSync(join(tmpdir(), 'jiping-bench-'))
    const file = join(folder, '五万行.xlsx')
    writeFileSync(file, bytes)
    const before = await page.evaluate(() => performance.now())
    await input.setInputFiles(file)
    await page
      .getByRole('table')
      .getByText(/行|没有|存疑/)
      .first()
      .waitFor({ timeout: 120_000 })
    await page.getByText('正在读取').waitFor({ state: 'hidden', timeout: 120_000 })
    const longest = await page.evaluate(
      (since) =>
        Math.max(
          0,
          ...window.longTasks.filter(({ start }) => start > since).map(({ duration }) => duration),
        ),
      before,
    )
    rmSync(folder, { recursive: true })
    report('longest task of the page while it is read (0: none over 50 ms)', longest, {
      target: 50,
    })
  } finally {
    await context.close()
    await app.close()
  }
}
