import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { chromiumArguments, findChromium } from '../e2e/chromium.mjs'

type Report = (
  name: string,
  milliseconds: number,
  limits?: { floor?: number; target?: number },
) => void

const medianOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Answered by the bench itself; localhost, so that it is a secure context as in use. */
const ADDRESS = 'http://localhost:4999/'

async function buildPage(outDir: string): Promise<string> {
  await build({
    root: process.cwd(),
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      lib: { entry: 'tests/bench/storagePage.ts', formats: ['es'], fileName: 'page' },
    },
  })
  return readFileSync(join(outDir, 'page.js'), 'utf8')
}

/** Storage in Chromium, on a profile on disk: saving one edit, and the list of 10,000 evaluations. */
export default async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiping-bench-'))
  const script = await buildPage(join(folder, 'page'))
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: findChromium(),
    args: chromiumArguments,
    headless: true,
  })
  const page = await context.newPage()
  await page.route(`${ADDRESS}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  )
  await page.goto(ADDRESS)
  await page.addScriptTag({ type: 'module', content: script })
  await page.waitForFunction(() => 'storageBench' in window)

  const { saved, bare } = await page.evaluate(() => window.storageBench.saveEdits(300))
  const floor = medianOf(bare)
  report('bare IndexedDB put of the same document, strict', floor)
  report('save one edit through the kernel, strict', medianOf(saved), {
    floor,
    target: Math.round(200 * floor) / 100,
  })

  const lists = await page.evaluate(() => window.storageBench.loadSummaries(10_000))
  report('create 10,000 evaluations of 20 rows, scored, with history', lists.create)
  const getAll = medianOf(lists.bare)
  report('bare getAll of 10,000 summaries', getAll)
  report('list 10,000 summaries, checksums verified', medianOf(lists.list), { floor: getAll })
  report('list on after one edit', lists.next)
  await context.close()
  rmSync(folder, { recursive: true, force: true })
}
