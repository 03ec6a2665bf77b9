import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
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
  await expect(page.getByText('单位：青山湖区网络信息中心')).toBeVisible()
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
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
}
