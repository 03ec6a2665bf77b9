import { expect, type Page, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expectAccessible } from './axe'
import { EvaluationPage } from './pages/evaluationPage'
import { ExportDialog } from './pages/exportDialog'
import { ListPage } from './pages/listPage'
import { acceptErrors, exportPackage, mergePackage, openPerson, step } from './pages/people'

const project = '青山湖区赣服通维保项目'

async function openProject(page: Page) {
  const list = new ListPage(page)
  await list.open()
  await page.getByRole('link', { name: project }).first().click()
  await expect(page.getByTestId('status')).toBeVisible()
}

async function reviewRow(page: Page, name: RegExp, score: string, reason: string) {
  const row = page.getByRole('row', { name })
  await row.getByLabel(/的复核分$/).fill(score)
  await row.getByLabel(/的复核理由$/).fill(reason)
  await row.getByLabel(/的复核理由$/).press('Tab')
}

test('003 号表：提交、退回、改后再提交、复核 94 分、通过、锁定；三人经数据包接力，报告列出三个总分', async ({
  browser,
}) => {
  const zhang = await openPerson(browser, '张三', '评价人员')
  await new ListPage(zhang).openWithExample()
  await openProject(zhang)
  await acceptErrors(zhang)
  await step(zhang, '提交', '')
  await expect(zhang.getByTestId('status')).toHaveText('已提交')

  const li = await openPerson(browser, '李四', '复核人员')
  await mergePackage(li, await exportPackage(zhang, project))
  await li.getByRole('link', { name: '复核' }).click()
  await expect(li.getByRole('heading', { name: project })).toBeVisible()
  await expectAccessible(li)
  await step(li, '退回', '请补充群众满意度的偏差原因')
  await expect(li.getByText('没有等待复核的评价。')).toBeVisible()

  await mergePackage(zhang, await exportPackage(li, project))
  await openProject(zhang)
  await expect(zhang.getByTestId('status')).toHaveText('退回')
  await expect(zhang.getByText(/^退回意见：请补充群众满意度的偏差原因（李四，/)).toBeVisible()
  await new EvaluationPage(zhang).type('自检通过率', '偏差原因', '已补充说明')
  await acceptErrors(zhang)
  await step(zhang, '提交', '已补充')

  await mergePackage(li, await exportPackage(zhang, project))
  await li.getByRole('link', { name: '复核' }).click()
  // A score that waits for its reason stays while another row is kept.
  const waiting = li.getByRole('row', { name: /畅通/ }).getByLabel(/的复核分$/)
  await waiting.fill('8')
  await reviewRow(li, /成本/, '10', '支出未超预算')
  await expect(li.getByTestId('review-totals')).toContainText('核增 4.00 分')
  await expect(waiting).toHaveValue('8')
  await reviewRow(li, /畅通/, '8', '全年有两次中断')
  await expect(li.getByTestId('review-totals')).toHaveText(
    '自评 92.00，复核 94.00；核减 2.00 分，核增 4.00 分。',
  )
  await li.getByLabel('复核意见').fill('同意，按复核分执行')
  await li.getByLabel('复核意见').press('Tab')
  await step(li, '通过', '同意')

  const wang = await openPerson(browser, '王五', '管理员')
  await mergePackage(wang, await exportPackage(li, project))
  await openProject(wang)
  await step(wang, '锁定', '')
  await expect(wang.getByTestId('status')).toHaveText('锁定')
  await expect(wang.getByTestId('total-declared')).toContainText('92.00')
  await expect(wang.getByTestId('total-reviewed')).toContainText('94.00优')
  await expect(wang.getByTestId('total-computed')).toContainText('94.00')

  const exporting = new ExportDialog(wang)
  await exporting.open()
  await exporting.choose('绩效评价报告')
  const { bytes } = await exporting.start()
  const text = strFromU8(unzipSync(bytes)['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
  expect(text).toMatch(/规则分[^。]*94/)
  expect(text).toMatch(/自评分[^。]*92/)
  expect(text).toMatch(/复核分[^。]*94/)
  for (const page of [zhang, li, wang]) await page.context().close()
})

test('没有改正的错误挡住提交；自己复核自己提交的要写明原因', async ({ browser }) => {
  const page = await openPerson(browser, '张三', '评价人员')
  await new ListPage(page).openWithExample()
  await openProject(page)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '提交' })
  await expect(dialog.getByRole('alert')).toContainText('处错误须先改正')
  await expect(dialog.getByRole('button', { name: '确认提交' })).toBeDisabled()
  await dialog.getByRole('button', { name: '取消' }).click()
  await acceptErrors(page)
  await step(page, '提交', '')
  await page.getByRole('link', { name: '复核', exact: true }).last().click()
  // The page that is left has a 通过 of its own.
  await expect(page.getByTestId('review-totals')).toBeVisible()
  await page.getByRole('button', { name: '通过', exact: true }).click()
  const approval = page.getByRole('dialog', { name: '通过' })
  await expect(approval.getByRole('alert')).toContainText('由您本人提交')
  await approval.getByRole('button', { name: '确认通过' }).click()
  await expect(approval.getByText('请写明意见或原因。')).toBeVisible()
  await page.context().close()
})

test('提交时还有行没有填：说明几行，不挡', async ({ page }) => {
  await new EvaluationPage(page).openExample(project)
  await new EvaluationPage(page).clear('自检通过率', '实际完成值')
  await acceptErrors(page)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '提交' })
  await expect(dialog.getByText('还有 1 行没有填实际完成值')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '确认提交' })).toBeEnabled()
})

test('抽样：按规则抽取并记下规则，只看抽中的', async ({ browser }) => {
  const page = await openPerson(browser, '李四', '复核人员')
  await new ListPage(page).openWithExample()
  await openProject(page)
  await acceptErrors(page)
  await step(page, '提交', '')
  await page.getByRole('link', { name: '复核', exact: true }).first().click()
  await page.getByText('抽样', { exact: true }).click()
  await page.getByRole('button', { name: '抽取' }).click()
  await expect(page.getByText(/李四 从 1 个中抽取 1 个：比例 20%，按单位，种子/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/李四 从 1 个中抽取 1 个/)).toBeVisible()
  await page.context().close()
})
