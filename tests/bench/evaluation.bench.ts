import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { chromiumArguments, findChromium } from '../e2e/chromium.mjs'
import { EvaluationPage } from '../e2e/pages/evaluationPage'

type Report = (
  name: string,
  milliseconds: number,
  limits?: { floor?: number; target?: number },
) => void

const port = 4998
const edits = 15
const medianOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** The 92-point table with rows pasted below it, 60 in all. */
async function openSixtyRows(page: Page): Promise<void> {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample('青山湖区赣服通维保项目')
  await evaluation.focusCell('群众满意度', '三级指标')
  const rows = Array.from({ length: 51 }, (_, i) => `指标${i}\t≥${100 + i}件\t90`)
  await evaluation.paste({ text: rows.join('\n') })
  await page.keyboard.press('Enter')
  await evaluation.type('指标30', '分值', '10')
  await page.getByTestId('total-computed').getByText('.').waitFor()
}

/** Milliseconds, by Chromium's own account of the page. */
async function accountOf(session: CDPSession): Promise<{ script: number; layout: number }> {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') }
}

/** Presses Enter on a typed value and waits for the frame after the total has changed. */
const commitAndWait = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const total = document.querySelector('[data-testid=total-computed]')
        const field = document.querySelector('td.active textarea')
        if (!total || !field) throw new Error('the page is not open')
        const started = performance.now()
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now() - started))
        })
        observer.observe(total, { subtree: true, characterData: true, childList: true })
        const press = { key: 'Enter', bubbles: true, cancelable: true }
        field.dispatchEvent(new KeyboardEvent('keydown', press))
      }),
  )

/** One edit on the evaluation page, from key press to repainted total, with 60 indicators in sight. */
export default async function run(report: Report): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), 'jiping-bench-'))
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({ preview: { port, strictPort: true }, build: { outDir } })
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments })
  const page = await browser.newPage({
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
  })
  await openSixtyRows(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')

  const evaluation = new EvaluationPage(page)
  const times: { script: number; layout: number; wall: number }[] = []
  for (let i = 0; i < edits; i += 1) {
    await evaluation.focusCell('指标30', '实际完成值')
    await page.keyboard.insertText(String(3 + i * 8))
    const before = await accountOf(session)
    const wall = await commitAndWait(page)
    const after = await accountOf(session)
    times.push({ script: after.script - before.script, layout: after.layout - before.layout, wall })
  }
  report('one edit with 60 rows, script', medianOf(times.map(({ script }) => script)), {
    target: 16,
  })
  report('… layout and style', medianOf(times.map(({ layout }) => layout)))
  report('… key press to the frame after the new total', medianOf(times.map(({ wall }) => wall)))

  await browser.close()
  await server.close()
  rmSync(outDir, { recursive: true, force: true })
}
