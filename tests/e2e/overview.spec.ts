import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { OverviewPage } from './pages/overviewPage'

const selfEvaluation = '2022 青山湖区赣服通维保项目'

test('没有数据时，总览说明怎么办', async ({ page }) => {
  await page.goto('/#/overview')
  await expect(page.getByText('还没有可汇总的项目')).toBeVisible()
  await expect(page.getByRole('link', { name: '去项目列表' })).toBeVisible()
})

test('示例数据：概况、热力图，以及与图相同的表格', async ({ page }) => {
  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  await expect(overview.evaluationCount).toHaveText('17')
  await expect(overview.mean).toHaveText('92.00')
  await expect(overview.picture).toBeVisible()

  await overview.showTable()
  // 自评分 92: 失分 8；质量 30/30，成本 6/10，满意度 8/10。
  const row = await overview.rowOf(selfEvaluation)
  expect(row[1]).toBe('8.00')
  expect(row).toContain('60.0%')

  await overview.choose('得分口径', '规则分')
  await expect(overview.mean).toHaveText('94.00')
  expect((await overview.rowOf(selfEvaluation))[1]).toBe('6.00')
})

test('从单位到项目到评价逐级打开，返回时筛选仍在，地址可重现', async ({ page }) => {
  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  await overview.choose('行', '单位')
  await overview.showTable()
  await overview.table.getByRole('button', { name: '青山湖区网络信息中心', exact: true }).click()
  await expect(overview.trail.last()).toHaveText('单位：青山湖区网络信息中心')
  await expect(overview.evaluationCount).toHaveText('1')

  const address = page.url()
  await overview.table.getByRole('button', { name: selfEvaluation, exact: true }).click()
  await expect(page).toHaveURL(/evaluations\//)
  await page.goBack()
  expect(page.url()).toBe(address)
  await expect(overview.evaluationCount).toHaveText('1')

  await page.reload()
  await expect(overview.evaluationCount).toHaveText('1')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(overview.evaluationCount).toHaveText('17')
})

test('逐级向下时写明当前位置，点上一级回到那一级', async ({ page }) => {
  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  await overview.choose('行', '年度')
  await overview.showTable()
  await overview.table.getByRole('button', { name: '2022', exact: true }).click()
  await overview.table.getByRole('button', { name: '青山湖区网络信息中心', exact: true }).click()
  await expect(overview.trail).toHaveText(['全部项目', '年度：2022', '单位：青山湖区网络信息中心'])
  await expect(overview.evaluationCount).toHaveText('1')

  await overview.trail.getByRole('button', { name: '年度：2022' }).click()
  await expect(overview.trail).toHaveText(['全部项目', '年度：2022'])
  await expect(page.getByLabel('行', { exact: true })).toHaveValue('unit')
  await page.goBack()
  await expect(overview.trail).toHaveCount(3)
  await overview.trail.getByRole('button', { name: '全部项目' }).click()
  await expect(overview.trail).toHaveCount(0)
  await expect(page.getByLabel('行', { exact: true })).toHaveValue('year')
  await expect(overview.evaluationCount).toHaveText('17')
})

test('深色下打印：纸上是浅色，写明日期、筛选和计分方案', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  await overview.choose('等级', '优')
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(await background()).toBe('rgb(18, 22, 27)')

  // What page.pdf() does, held still: the browser says that it prints, then lays out for paper.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  expect(await background()).toBe('rgb(255, 255, 255)')
  const corner = await overview.picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(2, 2, 1, 1)
    return [...data]
  })
  expect(corner[3] === 0 || Math.min(...corner.slice(0, 3)) > 240).toBe(true)
  await expect(page.getByText(/^打印日期：\d{4}年\d{1,2}月\d{1,2}日$/)).toBeVisible()
  await expect(page.getByText(/筛选：等级：优.*计分方案：财预〔2020〕10号/)).toBeVisible()

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  expect(await background()).toBe('rgb(18, 22, 27)')
})

test('试算：改一个实际完成值，总分与名次随之变化，记录不变', async ({ page }) => {
  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  await overview.showTable()
  await page.getByRole('button', { name: '试算' }).click()
  await overview.table.getByRole('button', { name: selfEvaluation, exact: true }).click()
  await expect(page.getByTestId('what-if-total')).toHaveText('94.00')
  await page.getByLabel(/^畅通政务服务办理渠道.*实际完成值$/).fill('100%')
  await expect(page.getByTestId('what-if-total')).toHaveText('96.00')
  await expect(page.getByTestId('what-if-rank')).toHaveText('第 1 / 1')
  await page.getByLabel(/^畅通政务服务办理渠道.*实际完成值$/).fill('')
  await expect(page.getByTestId('what-if-total')).toHaveText('未完成填报')

  await page.reload()
  await expect(overview.mean).toHaveText('92.00')
})

test('图可存为 PNG 和 SVG，并写明标题、筛选和计分方案', async ({ page }) => {
  const overview = new OverviewPage(page)
  await overview.openWithExamples()
  const frame = page.getByRole('region', { name: '得分率热力图', exact: true })
  for (const format of ['PNG', 'SVG']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: `存为 ${format}` }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`得分率热力图.${format.toLowerCase()}`)
  }
})

for (const address of ['/#/overview', '/#/overview?table=1&rows=unit']) {
  test(`axe: nothing serious on ${address}`, async ({ page }) => {
    const overview = new OverviewPage(page)
    await overview.openWithExamples()
    await page.goto(address)
    await expect(overview.evaluationCount).toHaveText('17')
    const shown = address.includes('table=1') ? overview.table : overview.picture
    await expect(shown).toBeVisible()
    await expectAccessible(page)
  })
}
