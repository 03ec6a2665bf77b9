import type { BrowserContext, Page } from '@playwright/test'
import {
  type BenchApp,
  buildPageScript,
  heapOf,
  medianOf,
  type Report,
  startBenchApp,
} from './benchApp'
import { watchFrames } from './watchFrames'

const evaluations = 10_000
const seed = 7
const coldOpenings = 5

/** Opens the overview in a browser that was started for it. @returns ms from the address to the picture */
async function openCold(app: BenchApp): Promise<number> {
  const context = await app.start()
  const page = await openOverview(context)
  const painted = await page.evaluate(() => window.heatmap.painted)
  await context.close()
  return painted
}

async function openOverview(context: BrowserContext): Promise<Page> {
  await context.addInitScript(watchFrames)
  const page = await context.newPage()
  await page.goto('/#/overview')
  await page.waitForFunction(() => window.heatmap.painted > 0)
  return page
}

/** Chooses in one of the selects. @returns ms until the frame that shows the new picture */
const choose = (page: Page, label: string, value: string): Promise<number> =>
  page.evaluate(
    ([name, choice]) =>
      new Promise<number>((resolve, reject) => {
        const select = [...document.querySelectorAll('select')].find(
          (field) => field.getAttribute('aria-label') === name,
        )
        if (!select) {
          reject(new Error(`there is no select ${String(name)}`))
          return
        }
        const started = performance.now()
        select.value = choice ?? ''
        select.dispatchEvent(new Event('change', { bubbles: true }))
        const look = () => {
          const { painted } = window.heatmap
          if (painted > started) setTimeout(() => resolve(painted - started), 600)
          else requestAnimationFrame(look)
        }
        look()
      }),
    [label, value],
  )

async function reportFilters(page: Page, report: Report): Promise<void> {
  const choices: [label: string, value: string][] = [
    ['年度', '2023'],
    ['年度', ''],
    ['单位', '第7号实施单位'],
    ['单位', ''],
    ['等级', 'good'],
    ['等级', ''],
    ['状态', 'draft'],
    ['状态', ''],
    ['得分口径', 'computed'],
    ['得分口径', 'declared'],
    ['排序', 'name'],
    ['排序', 'lost-points'],
    ['列', 'indicator'],
    ['列', 'second-level'],
    ['行', 'unit'],
    ['行', 'year'],
    ['行', 'evaluation'],
  ]
  const filters = new Set(['年度', '单位', '等级', '状态'])
  const times: { choice: string; isFilter: boolean; time: number }[] = []
  for (const [label, value] of choices) {
    const time = await choose(page, label, value)
    times.push({ choice: `${label} ${value}`.trim(), isFilter: filters.has(label), time })
  }
  for (const [words, isFilter] of [
    ['filter', true],
    ['order or look', false],
  ] as const) {
    const ofKind = times.filter((each) => each.isFilter === isFilter)
    const median = medianOf(ofKind.map(({ time }) => time))
    report(`${words} changed, to the new picture (median)`, median, { target: 100 })
    const slowest = ofKind.reduce((most, each) => (each.time > most.time ? each : most))
    report(`… the slowest of them (${slowest.choice})`, slowest.time, { target: 100 })
  }
}

/** Longest task while something is done, ms; 0 when none was over 50. */
async function longestTask(page: Page, action: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.longTasks.length = 0
  })
  await action()
  return page.evaluate(() => Math.max(0, ...window.longTasks.map(({ duration }) => duration)))
}

async function reportList(page: Page, report: Report): Promise<void> {
  await page.goto('/#/')
  const grid = page.getByRole('grid')
  await grid.locator('tbody tr').nth(5).waitFor()
  await page.waitForTimeout(1000)
  const box = await grid.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 300, 500)
  const scroll = await longestTask(page, async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      await page.mouse.wheel(0, turn % 2 === 0 ? 700 : 4000)
      await page.waitForTimeout(30)
    }
  })
  report('list of 10,000: longest task over 50 ms while scrolling', scroll, { target: 50 })
  for (const column of ['项目名称', '单位', '自评分', '状态']) {
    const longest = await longestTask(page, async () => {
      await grid.getByRole('button', { name: column, exact: true }).click()
      await page.waitForTimeout(400)
    })
    report(`… sorted by ${column}`, longest)
  }
  const all = await longestTask(page, async () => {
    await grid.getByRole('checkbox').first().click()
    await page.waitForTimeout(400)
  })
  report('… all selected', all)
  const search = await longestTask(page, async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('满意度 第7', { delay: 60 })
    await page.waitForTimeout(400)
  })
  report('search over 10,000 evaluations and 150,000 indicators: longest task', search, {
    target: 50,
  })
  await page.keyboard.press('Escape')
}

async function reportVisits(page: Page, report: Report): Promise<void> {
  const heaps: number[] = []
  for (let visit = 0; visit < 20; visit += 1) {
    await page.goto('/#/overview')
    await page.getByTestId('evaluation-count').waitFor()
    await page.waitForTimeout(700)
    await page.goto('/#/')
    await page.getByRole('grid').waitFor()
    if (visit === 4 || visit === 19) heaps.push(await heapOf(page))
  }
  const [after5 = 0, after20 = 0] = heaps
  console.log(
    `  heap after 5 visits ${after5.toFixed(1)} MB, after 20 ${after20.toFixed(1)} MB: ` +
      `${(after20 - after5).toFixed(2)} MB more`,
  )
  report('memory after 20 visits, per cent of that after 5', (after20 / after5) * 100, {
    target: 102,
  })
}

/** Openings in a browser that was just started, before and after the first visit has packed. */
async function reportOpenings(app: BenchApp, script: string, report: Report): Promise<void> {
  const bare: number[] = []
  const firstVisits: number[] = []
  for (let run = 0; run < coldOpenings; run += 1) {
    const context = await app.start()
    const page = await app.openBlank(context, script)
    await page.waitForFunction(() => 'seeding' in window)
    bare.push(await page.evaluate(() => window.seeding.readBare()))
    await context.close()
    // Left as soon as it is painted, and so without packs the next time again.
    firstVisits.push(await openCold(app))
  }
  const context = await app.start()
  await openOverview(context)
  const blank = await app.openBlank(context, script)
  await blank.waitForFunction(() => 'seeding' in window)
  // Asked one by one: an asynchronous condition is a promise, and that holds at once.
  while ((await blank.evaluate(() => window.seeding.countPacks())) === 0) {
    await blank.waitForTimeout(100)
  }
  await context.close()
  const laterVisits: number[] = []
  for (let run = 0; run < coldOpenings; run += 1) laterVisits.push(await openCold(app))

  const floor = medianOf(bare)
  report('bare IndexedDB getAll of 10,000 summaries, browser just started', floor)
  const limits = { floor, target: 1000 }
  report(
    'overview, from the address to the painted heatmap, first visit after an import',
    medianOf(firstVisits),
    limits,
  )
  report('… every later visit, browser just started', medianOf(laterVisits), limits)
}

/** The manager's view and the list over 10,000 evaluations, 100 units, 5 years, 150,000 indicators. */
export default async function run(report: Report): Promise<void> {
  const script = await buildPageScript('tests/bench/seedPage.ts')
  const app = await startBenchApp(4996)
  const first = await app.start()
  const blank = await app.openBlank(first, script)
  await blank.waitForFunction(() => 'seeding' in window)
  await blank.evaluate((options) => window.seeding.seedDatabase(options), {
    count: evaluations,
    seed,
  })
  await first.close()

  await reportOpenings(app, script, report)

  const context = await app.start()
  const page = await openOverview(context)
  await page.waitForTimeout(2000)
  await reportFilters(page, report)
  await reportList(page, report)
  await reportVisits(page, report)
  await context.close()
  await app.close()
}
