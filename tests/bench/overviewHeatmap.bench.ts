import { chromium } from '@playwright/test'
import { chromiumArguments, findChromium } from '../e2e/chromium.mjs'
import { buildPageScript, heapOf, medianOf, type Report } from './benchApp'

/** The heatmap of 10,000 × 30 cells beside a bare canvas with the same cells. */
export default async function run(report: Report): Promise<void> {
  const script = await buildPageScript('tests/bench/heatmapPage.ts')
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.setContent('<!doctype html><title>bench</title><body></body>')
  await page.addScriptTag({ type: 'module', content: script })
  await page.waitForFunction(() => 'heatmapBench' in window)
  await page.evaluate(() => {
    window.matrix = window.heatmapBench.makeMatrix()
  })

  const bare: number[] = []
  const charts: { first: number; longest: number }[] = []
  for (let run = 0; run < 6; run += 1) {
    bare.push(await page.evaluate(() => window.heatmapBench.drawBare(window.matrix)))
    charts.push(await page.evaluate(() => window.heatmapBench.drawChart(window.matrix)))
  }
  // The first round warms both up alike.
  const floor = medianOf(bare.slice(1))
  report('bare canvas of 10,000 × 30 cells', floor)
  report(
    'heatmap of the same cells, first frame',
    medianOf(charts.slice(1).map(({ first }) => first)),
    {
      floor,
      target: Math.round(200 * floor) / 100,
    },
  )
  report(
    '… longest frame of 180 while scrolling and zooming',
    medianOf(charts.slice(1).map(({ longest }) => longest)),
    {
      target: 33,
    },
  )
  const before = await heapOf(page)
  await page.evaluate(() => window.heatmapBench.keepChart(window.matrix))
  const above = (await heapOf(page)) - before
  console.log(
    `  heap above the data: ${above.toFixed(1)} MB · target 30 MB: ${above < 30 ? 'kept' : 'MISSED'}`,
  )
  await browser.close()
}
