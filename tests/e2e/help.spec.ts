import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'

test('规则说明：每条规则有依据、算式和算例，可查找，可按地址直达', async ({ page }) => {
  await page.goto('/#/help')
  await expect(page.getByRole('heading', { name: '计分规则' })).toBeVisible()
  const negative = page.getByRole('region', { name: '反向指标' })
  await expect(negative).toContainText('依据：')
  await expect(negative).toContainText('指标值 ≤5天，实际完成值 8，分值 10 → 6.25')
  await expectAccessible(page)

  await page.getByRole('searchbox', { name: '在规则中查找' }).fill('及格线')
  await expect(page.getByRole('heading', { name: '及格线' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '直接赋分' })).toBeHidden()
  await page.getByRole('searchbox', { name: '在规则中查找' }).fill('没有这样的规则')
  await expect(page.getByText('没有找到“没有这样的规则”。')).toBeVisible()

  await page.goto(`/#/help#${encodeURIComponent('预算执行率')}`)
  await expect(page.getByRole('heading', { name: '预算执行率' })).toBeFocused()
  await expect(page.getByRole('heading', { name: '预算执行率' })).toBeInViewport()
})
