import { expect, test } from '@playwright/test'
import { gzipSync } from 'node:zlib'
import { expectAccessible } from './axe'
import { ListPage } from './pages/listPage'

test('the script of the first route is at most 200 kB gzip', async ({ page, request }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: '载入示例数据' })).toBeVisible()
  const addresses = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js')),
  )
  let total = 0
  for (const address of new Set(addresses)) {
    total += gzipSync(await (await request.get(address)).body()).length
  }
  process.stdout.write(`script of the first route: ${(total / 1000).toFixed(1)} kB gzip\n`)
  expect(total).toBeGreaterThan(0)
  expect(total).toBeLessThanOrEqual(200_000)
})

test('Ctrl+K 搜索项目、单位、指标，回车打开', async ({ page }) => {
  await new ListPage(page).openWithExample()
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: '搜索' })
  const input = dialog.getByRole('combobox')
  await input.fill('运维')
  await expect(dialog.getByRole('option').first()).toContainText('大楼物业及运维费')
  await expect(dialog.getByRole('option', { name: /物业及运维护/ })).toBeVisible()
  await expectAccessible(page)
  await input.fill('青山湖区网络')
  await input.press('Enter')
  await expect(page).toHaveURL(/unit=/)
  await expect(new ListPage(page).rows).toHaveCount(1)
})

test('切换到英文，刷新后仍是英文；再切回中文', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: '切换到英文' }).click()
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible()
  await page.getByRole('button', { name: 'Switch to Chinese' }).click()
  await expect(page.getByRole('heading', { name: '项目', level: 1 })).toBeVisible()
})

test('深色：随系统，可自选，首屏不闪白', async ({ page }) => {
  const html = page.locator('html')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/')
  await expect(html).toHaveClass(/dark/)
  await expectAccessible(page)
  await page.getByRole('radio', { name: '浅色' }).check({ force: true })
  await expect(html).not.toHaveClass(/dark/)
  await page.getByRole('radio', { name: '深色' }).check({ force: true })
  await expect(html).toHaveClass(/dark/)

  // Without the app's own script, only the first-paint script of the page can have set the class.
  await page.emulateMedia({ colorScheme: 'light' })
  await page.route('**/*.js', (route) => route.abort())
  await page.reload()
  await expect(html).toHaveClass(/dark/)
})

test('姓名只问一次，记在顶栏', async ({ page }) => {
  await new ListPage(page).openWithExample()
  const notice = page.getByRole('region', { name: '当前人员' })
  await notice.getByRole('button', { name: '填写姓名' }).click()
  const dialog = page.getByRole('dialog', { name: '当前人员' })
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(dialog.getByText('请填写姓名。')).toBeVisible()
  await dialog.getByLabel('姓名').fill('王敏')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(notice).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: '当前人员：王敏' })).toBeVisible()
  await expect(notice).toBeHidden()
})

test('键盘第一站是“跳到正文”；左栏标明当前页', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: '载入示例数据' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '跳到正文' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  const rail = page.getByRole('navigation', { name: '主导航' })
  await expect(rail.getByRole('link', { name: '项目' })).toHaveAttribute('aria-current', 'page')
})

test('不存在的地址有说明，可回到列表', async ({ page }) => {
  await page.goto('/#/no-such-page')
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
  await page.getByRole('link', { name: '回到项目列表' }).click()
  await expect(page.getByRole('heading', { name: '项目', level: 1 })).toBeVisible()
})
