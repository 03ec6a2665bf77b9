import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { ListPage } from './pages/listPage'
import { RectificationPage } from './pages/rectificationPage'

const project = '青山湖区赣服通维保项目'

async function openRectification(page: Page): Promise<RectificationPage> {
  await new ListPage(page).openWithExample()
  await page.getByRole('link', { name: project }).first().click()
  await expect(page.getByTestId('status')).toBeVisible()
  await page.getByRole('link', { name: '整改', exact: true }).last().click()
  await expect(page.getByRole('heading', { name: `“${project}”的整改` })).toBeVisible()
  return new RectificationPage(page)
}

test('校验的问题列入整改，定责任人和期限，逾期标出，刷新仍在，可撤销', async ({ page }) => {
  const rectification = await openRectification(page)
  await expect(page.getByText('台账里还没有问题。从下面列入，或自行登记。')).toBeVisible()
  const count = await rectification.proposals.count()
  expect(count).toBeGreaterThan(3)
  await rectification.proposals.first().getByRole('button').click()
  await expect(rectification.rows).toHaveCount(1)
  await expect(rectification.proposals).toHaveCount(count - 1)

  await rectification.fill('责任人', '张三')
  await rectification.fill('完成期限', '2024-03-31')
  await expect(rectification.rows.first()).toContainText(/逾期 \d+ 天/)
  await rectification.choose('状态', '整改中')
  await expect(rectification.facts).toHaveText(
    '共 1 项：待整改 0，整改中 1，已完成 0，不予采纳 0；逾期 1。',
  )
  await expectAccessible(page)

  await page.reload()
  await expect(rectification.field('责任人')).toHaveValue('张三')
  await expect(rectification.field('状态')).toHaveValue('in-progress')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(rectification.field('状态')).toHaveValue('open')
  await page.getByRole('button', { name: '重做', exact: true }).click()
  await expect(rectification.field('状态')).toHaveValue('in-progress')
})

test('不予采纳先要理由；移出台账可撤销；自行登记', async ({ page }) => {
  const rectification = await openRectification(page)
  await page.getByLabel('自行登记一个问题').fill('验收资料未归档')
  await page.keyboard.press('Enter')
  await expect(rectification.rows).toHaveCount(1)
  await rectification.choose('状态', '不予采纳')
  await expect(page.getByText('请先在备注里写明不予采纳的理由。')).toBeVisible()
  await expect(rectification.facts).toContainText('不予采纳 0')
  await rectification.fill('备注', '资料在档案馆')
  await expect(rectification.facts).toContainText('不予采纳 1')

  await page.getByRole('button', { name: '移出台账：验收资料未归档' }).click()
  await expect(rectification.rows).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(rectification.field('备注')).toHaveValue('资料在档案馆')

  await page.getByText('修改记录（5 条）').click()
  const changes = page.locator('details').getByRole('listitem')
  await expect(changes.first()).toContainText('列入台账 · 验收资料未归档')
  await expect(changes.first()).toContainText('撤销')
  await expect(changes.nth(1)).toContainText('移出台账 · 验收资料未归档')
  await expect(changes.nth(2)).toContainText('待整改→不予采纳')
  await expect(changes.nth(3)).toContainText('资料在档案馆')
  await expectAccessible(page)
})

test('别的行改了，正等理由的选择不会收回', async ({ page }) => {
  const rectification = await openRectification(page)
  const waits = page.getByText('请先在备注里写明不予采纳的理由。')
  for (const [index, problem] of ['验收资料未归档', '合同未公示'].entries()) {
    await page.getByLabel('自行登记一个问题').fill(problem)
    await page.keyboard.press('Enter')
    await expect(rectification.rows).toHaveCount(index + 1)
    if (index === 0) await rectification.choose('状态', '不予采纳')
  }
  await expect(page.getByText('修改记录（2 条）')).toBeVisible()
  await expect(waits).toBeVisible()
  await rectification.fill('责任人', '张三', 1)
  await expect(page.getByText('修改记录（3 条）')).toBeVisible()
  await expect(waits).toBeVisible()
  await expect(rectification.field('状态')).toHaveValue('declined')
})

test('移出之后又改了别的，提示里不再有撤销，撤销按钮收回的是最后一处', async ({ page }) => {
  const rectification = await openRectification(page)
  for (const [index, problem] of ['验收资料未归档', '合同未公示'].entries()) {
    await page.getByLabel('自行登记一个问题').fill(problem)
    await page.keyboard.press('Enter')
    await expect(rectification.rows).toHaveCount(index + 1)
  }
  await page.getByRole('button', { name: '移出台账：验收资料未归档' }).click()
  const undoInNotice = page.getByRole('status').getByRole('button', { name: '撤销' })
  await expect(undoInNotice).toBeVisible()
  await rectification.fill('责任人', '张三')
  await expect(page.getByText('修改记录（4 条）')).toBeVisible()
  await expect(undoInNotice).toHaveCount(0)
  const undo = page.getByRole('button', { name: '撤销', exact: true })
  await undo.click()
  await expect(rectification.field('责任人')).toHaveValue('')
  await undo.click()
  await expect(rectification.rows).toHaveCount(2)
})

test('全部项目的整改：按状态、逾期、责任人筛选，条件在地址里', async ({ page }) => {
  const rectification = await openRectification(page)
  await page.getByRole('button', { name: '全部列入' }).click()
  await expect(page.getByText('没有尚未列入的问题。')).toBeVisible()
  await rectification.fill('完成期限', '2024-03-31')
  await rectification.fill('责任人', '张三')
  const total = await rectification.rows.count()

  await page.getByRole('link', { name: '全部项目的整改' }).click()
  await expect(rectification.rows).toHaveCount(total)
  await expect(rectification.rows.first()).toContainText('逾期')
  await page.getByLabel('只看逾期').check()
  await expect(rectification.rows).toHaveCount(1)
  await expect(page).toHaveURL(/overdue=1/)
  await rectification.choose('状态', '已完成')
  await expect(page.getByText('没有符合条件的整改事项。')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByRole('search').getByLabel('状态').selectOption({ label: '已完成' })
  await expect(rectification.rows).toHaveCount(1)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(rectification.rows).toHaveCount(total)
  await page.getByRole('searchbox').fill('张三')
  await expect(rectification.rows).toHaveCount(1)
  await expectAccessible(page)
})

test('没有整改事项时说明从哪里开始', async ({ page }) => {
  await page.goto('/#/rectification')
  await expect(page.getByText('还没有整改事项。')).toBeVisible()
  await page.getByRole('link', { name: '到项目列表' }).click()
  await expect(page.getByRole('heading', { name: '项目', level: 1 })).toBeVisible()
})
