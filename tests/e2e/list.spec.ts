import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { ListPage } from './pages/listPage'

const declared = '青山湖区赣服通维保项目'

test('从空白开始：载入示例数据，003 号表自评 92.00、规则 94.00，可一次撤销', async ({ page }) => {
  const list = new ListPage(page)
  await list.open()
  await expectAccessible(page)
  await list.openWithExample()

  const row = list.row(declared)
  await expect(row).toContainText('92.00')
  await expect(row).toContainText('94.00')
  await expect(row.getByRole('img', { name: '规则分比自评分高 2.00 分' })).toBeVisible()
  await expect(row).toContainText('优')
  await expectAccessible(page)

  await list.undo.click()
  await expect(page.getByText('还没有项目。')).toBeVisible()
})

test('筛选写在地址里：文字、单位、年度、等级；后退撤回，刷新不变', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()

  await list.filterText('维保')
  await expect(list.rows).toHaveCount(1)
  await list.clearFilters()
  await expect(list.rows).toHaveCount(17)

  await list.filterBy('等级', '优')
  await expect(list.rows).toHaveCount(1)
  await expect(page).toHaveURL(/grade=excellent/)
  await page.reload()
  await expect(list.rows).toHaveCount(1)
  await page.goBack()
  await expect(list.rows).toHaveCount(17)

  await list.filterBy('单位', '青山湖区')
  await expect(list.rows).toHaveCount(1)
  await list.clearFilters()

  await page.getByRole('combobox', { name: '年度' }).selectOption({ label: '2022 年' })
  await expect(list.rows).toHaveCount(1)
  await list.filterText('没有这样的项目')
  await expect(page.getByText('没有符合筛选条件的项目。')).toBeVisible()
})

test('常用筛选：起名保存，刷新后仍可使用', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await list.filterBy('等级', '优')
  await page.getByRole('button', { name: '常用筛选' }).click()
  await page.getByRole('textbox', { name: '给当前筛选起个名字' }).fill('优秀项目')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await list.open()
  await page.reload()
  await expect(list.rows).toHaveCount(17)
  await page.getByRole('button', { name: '常用筛选' }).click()
  await page.getByRole('button', { name: '优秀项目', exact: true }).click()
  await expect(list.rows).toHaveCount(1)
})

test('排序：缺的分数总在最后', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await list.sortBy('自评分')
  await expect(list.rows.first()).toContainText(declared)
  await expect(page).toHaveURL(/sort=-declared/)
  await list.sortBy('自评分')
  await expect(list.rows.first()).toContainText(declared)
  await expect(page).toHaveURL(/sort=declared/)
})

test('复制到下年：实际完成值和得分不带过去', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await list.select(declared)
  await list.action('复制到下年')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: '复制到年度' })).toHaveValue('2023')
  await dialog.getByRole('button', { name: '复制到下年' }).click()
  await expect(list.rows).toHaveCount(18)
  const copy = list.row(declared).filter({ hasText: '2023' })
  await expect(copy).toContainText('0/10')
  await expect(copy).not.toContainText('92.00')
})

test('删除后十秒内可撤销', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await list.select(declared)
  await list.action('删除')
  await expect(list.rows).toHaveCount(16)
  await list.undo.click()
  await expect(list.row(declared)).toContainText('92.00')
})

test('只用键盘：移动、选择、删除、撤销、打开、返回', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await list.sortBy('自评分')
  await list.grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(list.row(declared)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Delete')
  await expect(list.rows).toHaveCount(16)
  await list.undo.press('Enter')
  await expect(list.rows).toHaveCount(17)

  await list.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/evaluations\//)
  await page.goBack()
  await expect(page).toHaveURL(/sort=-declared/)
  await expect(list.rows).toHaveCount(17)
})

test('新建：从往年的表复制到下一年，打开复制出来的表', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await page.getByRole('button', { name: '新建项目' }).first().click()
  const dialog = page.getByRole('dialog', { name: '新建项目' })
  await dialog.getByLabel('从往年的表复制').check()
  await dialog.getByLabel('按项目、单位或年度查找').fill('赣服通')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await expect(dialog.getByLabel('复制到年度')).toHaveValue('2023')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '复制到下年' }).click()
  await expect(page).toHaveURL(/#\/evaluations\//)
  await expect(page.getByText('2023 年度').first()).toBeVisible()
  await expect(page.getByTestId('total-computed')).toContainText('未完成填报')
})

test('新建：缺名称时在原处说明；建好后打开这张表', async ({ page }) => {
  const list = new ListPage(page)
  await list.open()
  await page.getByRole('button', { name: '新建项目' }).first().click()
  const dialog = page.getByRole('dialog', { name: '新建项目' })
  await dialog.getByRole('button', { name: '新建项目' }).click()
  await expect(dialog.getByText('请填写项目名称。')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('项目名称').fill('校舍维修')
  await dialog.getByRole('button', { name: '新建项目' }).click()
  await expect(page).toHaveURL(/#\/evaluations\//)
  await list.open()
  await expect(list.row('校舍维修')).toBeVisible()
})
