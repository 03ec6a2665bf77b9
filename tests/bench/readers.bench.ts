import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre'
import { readDocument } from '@/documents/readDocument'
import { openPdf } from '@/documents/readers/pdf/openPdf'
import { writeDocument } from '@/documents/writeDocument'
import { builtInProfiles } from '@/domain/profile/builtInProfiles'
import { type BenchApp, medianOf, type Report, startBenchApp } from './benchApp'
import { generateEvaluations } from './generateEvaluations'
import { manyPages, plainText, ruledTable } from './manyPages'
import { traceTasks } from './traceTasks'

const FORMS = 1_000
const ROWS = 50_000
const PAGES = 200
const ROUNDS = 5
const PORT = 4395

type Work = (bytes: Uint8Array) => Promise<unknown>

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

/** What anyone who wants the cells of a workbook does with the library, number formats included. */
const parseXlsx: Work = (bytes) => readXlsx(bytes, { readStyles: true })

/** The same, unpacked at once: in small files the library's streams cost more than its parsing. */
const parseUnpacked: Work = (bytes) =>
  readXlsx(zipSync(unzipSync(bytes), { level: 0 }), { readStyles: true })

const parsePdf =
  (take: 'getTextContent' | 'getOperatorList'): Work =>
  async (bytes) => {
    const task = openPdf(bytes)
    const pdf = await task.promise
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      await page[take]()
      page.cleanup()
    }
    await task.destroy()
  }

/** Times each way of reading in turn, round by round, so that a slow moment hits all alike. */
async function compare(
  report: Report,
  name: string,
  files: readonly Uint8Array[],
  works: Readonly<Record<string, Work>>,
  count = files.length,
): Promise<void> {
  const times = new Map<string, number[]>()
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [label, work] of Object.entries(works)) {
      const started = performance.now()
      for (let at = 0; at < count; at += 1) await work(files[at % files.length]!)
      // The first round warms up.
      if (round > 0) times.set(label, [...(times.get(label) ?? []), performance.now() - started])
    }
  }
  const time = (label: string) => medianOf(times.get(label) ?? [])
  const [own = '', ...floors] = Object.keys(works)
  for (const floor of floors) {
    report(`${name}, beside ${floor} ${time(floor).toFixed(0)} ms`, time(own), {
      floor: time(floor),
    })
  }
}

/** Reads one file: what a process of its own is asked to do, whose peak of memory is then known. */
export async function readOnce(path: string, isBare: boolean): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path))
  const isPdf = path.endsWith('.pdf')
  if (!isBare) await readDocument({ name: path, bytes })
  else await (isPdf ? parsePdf('getTextContent') : parseXlsx)(bytes)
  console.log(String(process.resourceUsage().maxRSS / 1000))
}

function peakOf(path: string, isBare: boolean): string {
  const call = `import(${JSON.stringify(import.meta.url)}).then((bench) => bench.readOnce(${JSON.stringify(path)}, ${String(isBare)}))`
  const { stdout } = spawnSync(process.execPath, ['-e', call], { encoding: 'utf8' })
  return `${Number(stdout.trim().split('\n').at(-1)).toFixed(0)} MB`
}

/** Reading beside the library's bare parse; then the page while a worker reads. */
export default async function bench(report: Report): Promise<void> {
  const evaluations = generateEvaluations({ count: 50, seed: 3 })
  const forms: Uint8Array[] = []
  for (const evaluation of evaluations) {
    forms.push(await writeDocument([evaluation], builtInProfiles, 'self-evaluation.xlsx'))
  }
  const wide = await manyRows()
  const read =
    (name: string): Work =>
    (bytes) =>
      readDocument({ name, bytes })
  const workbooks = {
    ours: read('表.xlsx'),
    'the bare parse': parseXlsx,
    'unpacking at once and the bare parse': parseUnpacked,
  }
  const pdfs = {
    ours: read('表.pdf'),
    'getTextContent of each page': parsePdf('getTextContent'),
    'the operators of each page, which also have the lines': parsePdf('getOperatorList'),
  }
  await compare(report, `${String(FORMS)} workbooks of one form`, forms, workbooks, FORMS)
  await compare(report, `one workbook of ${String(ROWS)} rows`, [wide], workbooks)
  const [plain, ruled] = [manyPages(PAGES, plainText), manyPages(PAGES, ruledTable)]
  await compare(report, `one pdf of ${String(PAGES)} pages`, [plain], pdfs)
  await compare(report, `one pdf of ${String(PAGES)} ruled pages`, [ruled], pdfs)

  const folder = mkdtempSync(join(tmpdir(), 'jiping-bench-'))
  const put = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  for (const path of [put('五万行.xlsx', wide), put('二百页.pdf', ruled)])
    console.log(
      `  peak memory of a process that reads ${path.split('/').at(-1) ?? ''}: ${peakOf(path, false)}; that only parses it: ${peakOf(path, true)}`,
    )
  const files = Array.from({ length: FORMS }, (_, at) =>
    put(`${String(at)}.xlsx`, forms[at % forms.length]!),
  )
  const app = await startBenchApp(PORT)
  await benchPage(app, report, 'one file of 50,000 rows', [join(folder, '五万行.xlsx')])
  await benchPage(app, report, `${String(FORMS)} files`, files)
  await app.close()
  rmSync(folder, { recursive: true })
}

/** The import page in Chromium while files from the disk are read. */
async function benchPage(
  app: BenchApp,
  report: Report,
  name: string,
  files: readonly string[],
): Promise<void> {
  const context = await app.start()
  try {
    const page = await context.newPage()
    await page.goto('/#/import')
    const input = page.getByTestId('import-files')
    await input.waitFor({ state: 'attached' })
    const started = performance.now()
    const { longest, peakMemory } = await traceTasks(page, async () => {
      await input.setInputFiles([...files])
      await page.getByRole('button', { name: /^全部导入（[1-9]/ }).waitFor({ timeout: 120_000 })
      await page.locator('progress').first().waitFor({ state: 'hidden', timeout: 120_000 })
    })
    report(`the page reads ${name}`, performance.now() - started)
    report('longest task of the page meanwhile, of the processor', longest, { target: 50 })
    console.log(`  peak memory of the tab: ${peakMemory?.toFixed(0) ?? 'not known'} MB`)
  } finally {
    await context.close()
  }
}
