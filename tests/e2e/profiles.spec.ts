import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { ListPage } from './pages/listPage'
import { ProfilesPage } from './pages/profilesPage'

test('内置方案：每个取值写明依据和可信程度；两个方案可比较', async ({ page }) => {
  const profiles = new ProfilesPage(page)
  await profiles.open()
  await expect(profiles.field('反向指标未达标时')).toContainText('分值 × 指标值 ÷ 实际完成值')
  await expect(profiles.field('反向指标未达标时')).toContainText('已核对原文')
  await expectAccessible(page)
  await page
    .getByLabel('与其他方案比较')
    .selectOption({ label: '财预〔2021〕101号（不设成本指标）' })
  await page.getByLabel('只看不同之处').check()
  await expect(profiles.field('及格线')).toContainText('不同')
  await expect(profiles.field('反向指标未达标时')).toBeHidden()
})

test('复制后修改：不合要求在原处说明，刷新不丢，保存为新版本，试算后改用', async ({ page }) => {
  await new ListPage(page).openWithExample()
  const profiles = new ProfilesPage(page)
  await profiles.open()
  await profiles.copy.click()

  const grade = page.getByRole('textbox', { name: '优' })
  await grade.fill('八十')
  await expect(page.getByText('请填写数字。')).toBeVisible()
  await expect(profiles.save).toBeDisabled()
  await grade.fill('70')
  await expect(page.getByText('等级界限应为优 > 良 > 中 > 0')).toBeVisible()
  await grade.fill('95')
  await page.getByLabel('方案名称').fill('本区方案')
  await page.getByRole('combobox', { name: '及格线' }).selectOption('rescaled')
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByLabel('方案名称')).toHaveValue('本区方案')
  await expect(grade).toHaveValue('95')

  await profiles.save.click()
  await expect(page.getByText('已保存“本区方案”第 1 版')).toBeVisible()
  await expect(profiles.field('及格线')).toContainText('本项目决定')

  await page.getByRole('button', { name: '试算', exact: true }).click()
  const row = page.getByRole('row', { name: /青山湖区赣服通维保项目/ })
  await expect(row).toContainText('94.00')
  await expect(row).toContainText('85.00')
  await expect(row).toContainText('−9.00')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '所选 1 项改用此方案' }).click()
  await expect(page.getByText('已有 1 项改用“本区方案”')).toBeVisible()

  const list = new ListPage(page)
  await list.open()
  await expect(list.row('青山湖区赣服通维保项目')).toContainText('85.00')
  await expect(list.row('青山湖区赣服通维保项目')).toContainText('92.00')
})
