import { expect, type Page, test } from '@playwright/test'
import { FULL_ID, openHostile, singleId } from './pages/hostileRecords'
import { expectQuiet, findForeignMarkup, textOf, watchPage } from './pages/pageWatch'
import { xssPayloads } from './pages/xssPayloads'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const inField = (field: string) => xssPayloads.map((payload) => `${payload}〔${field}〕`)

/** Goes to an address inside the app and waits until its page says `text`. */
async function visit(page: Page, address: string, text: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `#/${address}`)
  await page.waitForFunction(
    (awaited) => document.querySelector('main')?.textContent.includes(awaited),
    text,
    { timeout: 20_000 },
  )
}

/** No element was made of a text, and every payload stands in each of the fields as it was given. */
async function expectText(page: Page, ...fields: string[]): Promise<void> {
  expect(await findForeignMarkup(page)).toEqual([])
  const said = await textOf(page)
  expect(fields.flatMap(inField).filter((text) => !said.includes(text))).toEqual([])
}

/** What a list says that keeps only the rows in sight, from its top to its end. */
async function textWhileScrolling(page: Page): Promise<string> {
  const grid = page.getByRole('grid', { name: '项目列表' })
  let said = ''
  for (let top = 0; top < 6000; top += 500) {
    await grid.evaluate((table, offset) => {
      for (let box: Element | null = table; box; box = box.parentElement) box.scrollTop = offset
    }, top)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    said += await textOf(page)
  }
  return said
}

/** Moves over every chart in sight, so that its tips open. */
async function sweepCharts(page: Page): Promise<void> {
  for (const chart of await page.locator('[_echarts_instance_]').all()) {
    await chart.scrollIntoViewIfNeeded()
    const box = await chart.boundingBox()
    if (!box) continue
    for (let x = 0.05; x < 1; x += 0.15) {
      await page.mouse.move(box.x + box.width * x, box.y + 60 + 40 * x, { steps: 2 })
    }
  }
}

async function expectLists(page: Page): Promise<void> {
  const listed = await textWhileScrolling(page)
  expect(
    [...inField('项目名称'), ...inField('实施单位')].filter((text) => !listed.includes(text)),
  ).toEqual([])
  expect(await findForeignMarkup(page)).toEqual([])
  await page.keyboard.press('Control+k')
  const search = page.getByRole('dialog', { name: '搜索' })
  for (const words of ['hit()', '<img', xssPayloads[0] ?? '']) {
    await search.getByRole('combobox').fill(words)
    await expect(search.getByRole('option').first()).toContainText(words)
    expect(await findForeignMarkup(page)).toEqual([])
  }
  await search.getByRole('button', { name: '关闭' }).click()
}

async function expectOverview(page: Page): Promise<void> {
  for (const query of ['', '?columns=indicator', '?group=unit', '?table=1', '?table=1&rows=unit']) {
    await visit(page, 'overview', '总览')
    await visit(page, `overview${query}`, '总览')
    await expect(page.getByTestId('evaluation-count')).toHaveText(String(xssPayloads.length + 1))
    await sweepCharts(page)
    await expectText(page, ...(query.includes('table=1') ? ['实施单位'] : []))
  }
}

async function expectEvaluation(page: Page): Promise<void> {
  await visit(page, `evaluations/${FULL_ID}`, '〔三级指标〕')
  await expectText(
    page,
    ...['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '偏差原因'],
    ...['资金', '目标', '完成'],
  )
  await page.getByRole('tab', { name: '校验' }).click()
  await expectText(page)
  await page.getByRole('tab', { name: '历史' }).click()
  const earlier = page.getByRole('button', { name: /^显示更早的/ })
  while ((await earlier.count()) > 0) await earlier.click()
  await expectText(page, '新备注', '备注')
  await page.getByRole('tab', { name: '佐证' }).click()
  await expectText(page, '佐证')
  await page.emulateMedia({ media: 'print' })
  await expectText(page, '三级指标')
  await page.emulateMedia({ media: null })

  await visit(page, `evaluations/${FULL_ID}/report`, '〔章〕')
  await expectText(page, '段落', '数字')
  await button(page, '预览').click()
  await expectText(page, '段落', '数字')
  await visit(page, `review/${FULL_ID}`, '〔三级指标〕')
  await expectText(page, '三级指标', '指标值', '实际完成值', '偏差原因')
}

/** Fields that a record has once: the page of every record. */
async function expectEveryRecord(page: Page): Promise<void> {
  for (const [index, payload] of xssPayloads.entries()) {
    await visit(page, `evaluations/${singleId(index)}`, `${payload}〔实施单位〕`)
    expect(await findForeignMarkup(page)).toEqual([])
  }
}

/** A person with such a name, and the pages that show no project. */
async function expectOtherPages(page: Page): Promise<void> {
  const text = `<img src=x onerror=hit()>"'{{ hit() }}`
  await button(page, '填写姓名').first().click()
  const person = page.getByRole('dialog', { name: '当前人员' })
  await person.getByLabel('姓名').fill(text)
  await person.getByLabel('单位').fill(text)
  await person.getByRole('button', { name: '确定' }).click()
  await expect(button(page, `当前人员：${text}`)).toBeVisible()
  for (const [address, heading] of Object.entries(otherPages)) {
    await visit(page, address, '')
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
    await expectText(page)
  }
}

const otherPages = {
  profiles: '财预〔2020〕10号',
  safety: '数据与安全',
  merge: '合并数据包',
  help: '计分规则',
  import: '导入',
  'no-such-page': '没有这个页面',
}

const everyPage = [expectLists, expectOverview, expectEvaluation, expectOtherPages]

test.describe('without the content security policy', () => {
  test.use({ bypassCSP: true })

  test('a hundred payloads in every field of every page are text', async ({ page }) => {
    test.setTimeout(300_000)
    expect(xssPayloads.length).toBeGreaterThanOrEqual(100)
    const watch = await watchPage(page)
    await openHostile(page)
    for (const expectPart of [...everyPage, expectEveryRecord]) {
      await expectPart(page)
      expectQuiet(watch)
    }
  })
})

test('a hundred payloads are text under the policy as well, and it has nothing to stop', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const watch = await watchPage(page)
  await openHostile(page)
  for (const expectPart of everyPage) {
    await expectPart(page)
    expectQuiet(watch)
  }
})
