import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { OverviewPage } from './pages/overviewPage'
import { openWithEvaluations, type SeedEvaluation } from './pages/seededEvaluations'

const image = '<img src=x onerror="window.attacked=1">'
const mustache = '{{ 7 * 7 }}'

/** Names that would act if anything took them for markup or for a template. */
const hostile: SeedEvaluation[] = [2024, 2025].map((fiscalYear) => ({
  id: `h${String(fiscalYear)}`,
  projectKey: 'h',
  projectName: `项目${image}${mustache}`,
  unit: `单位${image}${mustache}`,
  fiscalYear,
  budget: 100,
  execution: 90,
  rows: [
    { kind: 'quality', name: `指标${image}${mustache}`, maxScore: 50, declared: fiscalYear - 1990 },
    {
      kind: 'quantity',
      name: '未填的指标',
      maxScore: 40,
      ...(fiscalYear === 2025 && { declared: 40 }),
    },
  ],
}))

/** Nothing has acted, and no element was made of a name. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'attacked' in window)).toBe(false)
  await expect(page.locator('img')).toHaveCount(0)
  await expect(page.getByText('49', { exact: true })).toHaveCount(0)
}

/** Text of a chart kept as SVG. */
async function saveSvg(page: Page, region: string): Promise<string> {
  const frame = page.getByRole('region', { name: region, exact: true }).first()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: '存为 SVG' }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

for (const bypassCSP of [false, true]) {
  test.describe(bypassCSP ? 'without the content security policy' : 'as built', () => {
    test.use({ bypassCSP })

    test('names with markup and templates are text: cells, tips, legends, files', async ({
      page,
    }) => {
      await openWithEvaluations(page, hostile)
      for (const query of [
        '',
        '?table=1',
        '?table=1&rows=unit',
        '?columns=indicator',
        '?group=unit',
      ]) {
        await page.goto(`/#/overview${query}`)
        await expect(page.getByTestId('evaluation-count')).toHaveText('2')
        await expectHarmless(page)
      }
      await page.goto(
        `/#/overview?table=1&columns=indicator&unit=${encodeURIComponent(hostile[0]?.unit ?? '')}`,
      )
      const heads = page.getByRole('columnheader')
      await expect(heads.filter({ hasText: `指标${image}${mustache}` })).toBeVisible()
      const chips = page.getByRole('list', { name: '筛选' })
      await expect(chips.getByText(`单位：单位${image}${mustache}`)).toBeVisible()

      await page.goto('/#/overview?columns=indicator')
      const overview = new OverviewPage(page)
      const box = await overview.picture.boundingBox()
      await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 70)
      await expect(page.getByTestId('heatmap-tip')).toContainText(`项目${image}${mustache}`)
      await expectHarmless(page)

      for (const region of ['得分率热力图', '失分排行']) {
        const svg = await saveSvg(page, region)
        const shown = await page.evaluate((text) => {
          const drawing = new DOMParser().parseFromString(text, 'image/svg+xml')
          const elements = [...drawing.querySelectorAll('*')]
          return {
            names: [...new Set(elements.map(({ localName }) => localName))],
            isBroken: drawing.querySelector('parsererror') !== null,
            handlers: elements.filter((element) =>
              element.getAttributeNames().some((name) => name.startsWith('on')),
            ).length,
            text: drawing.documentElement.textContent,
          }
        }, svg)
        expect(shown.isBroken).toBe(false)
        expect(shown.handlers).toBe(0)
        expect(shown.names).not.toContain('img')
        expect(shown.names).not.toContain('script')
        expect(shown.text).toContain(region)
        expect(shown.text).toContain('计分方案：财预〔2020〕10号')
      }
      await expectHarmless(page)
    })
  })
}

test('每张图都可存为 PNG 和 SVG', async ({ page }) => {
  await openWithEvaluations(page, hostile)
  await page.goto('/#/overview')
  for (const region of ['得分率热力图', '失分排行', '自评分与规则分之差', '预算执行率与总分']) {
    const frame = page.getByRole('region', { name: region, exact: true }).first()
    for (const format of ['PNG', 'SVG']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('button', { name: `存为 ${format}` }).click(),
      ])
      expect(download.suggestedFilename()).toBe(`${region}.${format.toLowerCase()}`)
      const bytes = readFileSync(await download.path())
      expect(bytes.length).toBeGreaterThan(1000)
      expect(bytes.subarray(0, 4).toString('latin1')).toBe(format === 'PNG' ? '\x89PNG' : '<svg')
    }
  }
})

test('only the keyboard: walk the cells, zoom, pin, open, come back', async ({ page }) => {
  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  const heatmap = page.getByRole('group', { name: /^热力图/ })
  for (let presses = 0; presses < 60; presses += 1) {
    if (await heatmap.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(heatmap).toBeFocused()
  const spoken = heatmap.locator('[aria-live]')
  await page.keyboard.press('ArrowDown')
  await expect(spoken).toContainText('2022 青山湖区赣服通维保项目')
  await page.keyboard.press('End')
  await expect(spoken).toContainText('满意度')
  await expect(spoken).toContainText('得分 8.00 / 分值 10.00，得分率 80.0%')
  await page.keyboard.press('ArrowDown')
  await expect(spoken).not.toContainText('2022 青山湖区赣服通维保项目')
  await page.keyboard.press('+')
  await page.keyboard.press('0')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('p')
  await expect(page).toHaveURL(/pin=/)

  await page.reload()
  await expect(overview.evaluationCount).toHaveText('17')
  await heatmap.focus()
  await page.keyboard.press('ArrowDown')
  await expect(spoken).toContainText('2022 青山湖区赣服通维保项目')
  const address = page.url()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/evaluations\//)
  await page.goBack()
  expect(page.url()).toBe(address)
})

test('rows stay pinned on top of the table, and let go again', async ({ page }) => {
  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  await overview.showTable()
  const last = overview.table.locator('tbody tr').last()
  const name = (await last.locator('th').innerText()).trim()
  await last.getByRole('button', { name: `固定 ${name}` }).click()
  const first = overview.table.locator('tbody tr').first()
  await expect(first.locator('th')).toHaveText(name)
  await page.reload()
  await expect(first.locator('th')).toHaveText(name)
  await first.getByRole('button', { name: `固定 ${name}` }).click()
  await expect(first.locator('th')).not.toHaveText(name)
  await expect(page).not.toHaveURL(/pin=/)
})

test('axe: nothing serious in any state of the overview', async ({ page }) => {
  test.setTimeout(300_000)
  await page.goto('/#/overview')
  await expect(page.getByText('还没有可汇总的项目')).toBeVisible()
  await expectAccessible(page)

  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  for (const query of [
    '?group=unit',
    '?columns=indicator',
    '?table=1&group=year',
    '?unit=没有这个单位',
  ]) {
    await page.goto(`/#/overview${query}`)
    await page.getByText('清除筛选').or(overview.mean).first().waitFor()
    await expectAccessible(page)
  }
  await page.goto('/#/overview?table=1')
  await page.getByRole('button', { name: '试算' }).click()
  await overview.table
    .getByRole('button', { name: '2022 青山湖区赣服通维保项目', exact: true })
    .click()
  await expect(page.getByTestId('what-if-total')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/#/overview')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html.dark')).toHaveCount(1)
  await expectAccessible(page)
})

test('a hundred visits leave no chart, node or listener behind', async ({ page }) => {
  test.setTimeout(300_000)
  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  async function weigh() {
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
  }
  async function visit() {
    await page.evaluate(() => (window.location.hash = '#/help'))
    await expect(page.locator('[_echarts_instance_]')).toHaveCount(0)
    await page.evaluate(() => (window.location.hash = '#/overview'))
    await page.locator('[_echarts_instance_] canvas').nth(1).waitFor()
  }
  for (let turn = 0; turn < 20; turn += 1) await visit()
  const before = await weigh()
  for (let turn = 0; turn < 80; turn += 1) await visit()
  const after = await weigh()
  expect(after.nodes - before.nodes).toBeLessThan(200)
  expect(after.listeners - before.listeners).toBeLessThan(20)
  // Eighty heatmaps that were kept, with their rows and painters, would be ten times this.
  expect(after.heap - before.heap).toBeLessThan(2_000_000)
})
