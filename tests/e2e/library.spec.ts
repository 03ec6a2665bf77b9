import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { EvaluationPage } from './pages/evaluationPage'
import { ListPage } from './pages/listPage'

test('指标库：查找、按二级指标和领域筛选，条件在地址里，列出出处', async ({ page }) => {
  await new ListPage(page).openWithExample()
  await page.getByRole('link', { name: '指标库' }).click()
  await expect(page.getByRole('heading', { name: '指标库', level: 1 })).toBeVisible()
  const rows = page.getByRole('region', { name: '指标库' }).locator('tbody').getByRole('row')
  await expect(rows.first()).toBeVisible()
  const all = await rows.count()
  expect(all).toBeGreaterThan(50)
  await expectAccessible(page)

  await page.getByRole('searchbox').fill('满意度')
  await expect(page.getByTestId('library-count')).toContainText('符合条件')
  expect(await rows.count()).toBeLessThan(all)
  await page.getByLabel('二级指标').selectOption({ label: '服务对象满意度指标' })
  await page.getByLabel('只看已量化的').check()
  await expect(page).toHaveURL(/q=.+kind=service-recipient-satisfaction.+quantified=1/)
  await page.reload()
  await expect(rows.first()).toContainText('满意度')
  await rows.first().getByText(/处$/).click()
  await expect(rows.first().getByRole('link').first()).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(rows).toHaveCount(all)
})

test('没有自己的评价时，指标库里是示例数据', async ({ page }) => {
  await page.goto('/#/library')
  const rows = page.getByRole('region', { name: '指标库' }).locator('tbody').getByRole('row')
  await expect(rows.first()).toBeVisible()
  await page.getByRole('searchbox').fill('查不到的词')
  await expect(page.getByText('没有符合条件的指标。')).toBeVisible()
})

test('从指标库插入一行，撤销即回；未量化的指标采用量化的写法', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample('青山湖区赣服通维保项目')
  await expect(page.getByTestId('status')).toBeVisible()
  const rows = evaluation.table.locator('tbody').getByRole('row')
  const count = await rows.count()
  const dialog = page.getByRole('dialog', { name: '从指标库选指标' })
  await page.getByRole('button', { name: '从指标库选' }).click()
  await dialog.getByRole('searchbox').fill('故障')
  await expectAccessible(page)
  await dialog
    .getByRole('button', { name: /^插入“/ })
    .first()
    .click()
  await expect(page.getByTestId('library-done')).toContainText('分值待定')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(rows).toHaveCount(count + 1)
  await evaluation.undo.click()
  await expect(rows).toHaveCount(count)

  await evaluation.type('群众满意度', '指标值', '提高满意度')
  await evaluation.openTab('校验')
  await page.getByRole('button', { name: '看指标库的写法' }).first().click()
  await expect(dialog.getByText('未量化的指标（1）')).toBeVisible()
  await dialog
    .getByRole('button', { name: /^把“群众满意度/ })
    .first()
    .click()
  await expect(page.getByTestId('library-done')).toContainText('已改为')
  await expect(dialog.getByText(/^未量化的指标/)).toHaveCount(0)
})
