import { expect, type Page, test } from '@playwright/test'
import { EvaluationPage } from './pages/evaluationPage'
import { ImportPage, textForm } from './pages/importPage'
import { ListPage } from './pages/listPage'
import { RectificationPage } from './pages/rectificationPage'

const project = '青山湖区赣服通维保项目'

/** Opens the page of a project behind one of its links. */
async function openPage(page: Page, link: string): Promise<void> {
  await new EvaluationPage(page).openExample(project)
  await page.getByRole('main').getByRole('link', { name: link, exact: true }).click()
}

/** By the keys or the button of the browser: nothing on the page is clicked, so nothing is left. */
async function goBackAndForth(page: Page): Promise<void> {
  await page.goBack()
  await expect(page).toHaveURL(/#\/evaluations\//)
  await expect(page.getByTestId('status')).toBeVisible()
  await page.goForward()
}

test.describe('还开着的格子里的文字，按浏览器的后退也不丢', () => {
  test('评价报告的一段', async ({ page }) => {
    await openPage(page, '评价报告')
    const paragraph = page.getByRole('textbox', { name: /^五、/ }).first()
    await paragraph.fill('资料齐全。')
    await goBackAndForth(page)
    await expect(paragraph).toHaveValue('资料齐全。')
  })

  test('整改的责任人', async ({ page }) => {
    await openPage(page, '整改')
    const rectification = new RectificationPage(page)
    await rectification.proposals.first().getByRole('button').click()
    await rectification.field('责任人').fill('张三')
    await goBackAndForth(page)
    await expect(rectification.field('责任人')).toHaveValue('张三')
  })

  test('自评表的偏差原因', async ({ page }) => {
    const evaluation = new EvaluationPage(page)
    await evaluation.openExample(project)
    await evaluation.type('自检通过率', '偏差原因', '线路改造')
    await page.goBack()
    await expect(new ListPage(page).grid).toBeVisible()
    await page.goForward()
    await expect(page.getByText('线路改造')).toBeVisible()
  })
})

test('导入核对时写到一半，鼠标移过别处也不丢', async ({ page }) => {
  const importing = new ImportPage(page)
  await importing.open()
  await importing.choose([textForm('窗口运维')])
  await importing.reviewOf('窗口运维').click()
  const cells = page.getByRole('table').locator('[data-path]')
  const name = cells.filter({ hasText: '窗口运维' }).getByRole('button')
  await name.click()
  const field = page.getByRole('textbox', { name: '窗口运维' })
  await field.fill('窗口运维（二期）')
  await cells.last().hover()
  await cells.first().hover()
  await expect(field).toHaveValue('窗口运维（二期）')
  await field.press('Enter')
  await expect(page.getByRole('button', { name: '窗口运维（二期）' })).toBeVisible()
})

test('评价报告的同一段在两个窗口里写：后写的不压掉先写的，两边都列出，由人选', async ({
  page,
  context,
}) => {
  await openPage(page, '评价报告')
  const paragraphOn = (window: Page) => window.getByRole('textbox', { name: /^五、/ }).first()
  await paragraphOn(page).fill('资料齐全。')
  const other = await context.newPage()
  await other.goto(page.url())
  await paragraphOn(other).fill('资料不全。')
  await paragraphOn(other).press('Tab')
  await expect(other.getByText('已修改，数字变动时标出。')).toBeVisible()
  await expect(page.getByText('已修改，数字变动时标出。')).toBeVisible()
  await expect(paragraphOn(page)).toHaveValue('资料齐全。')

  await paragraphOn(page).press('Tab')
  const notice = page.getByRole('alert').filter({ hasText: '资料不全。' })
  await expect(notice).toContainText('资料齐全。')
  await notice.getByRole('button').first().click()
  await expect(notice).toHaveCount(0)
  await expect(paragraphOn(other)).toHaveValue('资料齐全。')
})
