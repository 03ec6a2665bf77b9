import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { delayProgress, expectProgressDelivered } from './lateMessages'
import { ExportDialog } from './pages/exportDialog'

test('列表：选中全部项目，导出自评表压缩包，一个项目一个文件', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: '载入示例数据' }).click()
  await page.getByRole('checkbox', { name: '选择全部' }).check()
  const exporting = new ExportDialog(page)
  await exporting.open()
  await exporting.choose('绩效自评表', 'docx')
  const { name, bytes } = await exporting.start()
  expect(name).toMatch(/_17个项目_自评表\.zip$|^17个项目_自评表\.zip$/)
  const files = Object.keys(unzipSync(bytes))
  expect(files).toHaveLength(17)
  expect(files).toContain('2025_南昌市青云谱区政务服务数据管理局_网络运行维护费_自评表.docx')
  await expect(exporting.dialog.getByRole('status')).toContainText('已导出')
})

test('进度的消息比文件来得晚：已导出之后不再说正在生成', async ({ page }) => {
  await delayProgress(page, 1_000)
  await page.goto('/')
  await page.getByRole('button', { name: '载入示例数据' }).click()
  await page.getByRole('checkbox', { name: '选择全部' }).check()
  const exporting = new ExportDialog(page)
  await exporting.open()
  await exporting.choose('绩效自评表', 'xlsx')
  await exporting.start()
  await expectProgressDelivered(page)
  await expect(exporting.dialog.getByRole('status')).toContainText('已导出')
})

test('评价页：导出一个项目的自评表和报告', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: '载入示例数据' }).click()
  await page.getByText('青山湖区赣服通维保项目').first().click()
  await page.keyboard.press('Enter')
  const exporting = new ExportDialog(page)
  await exporting.open()
  await exporting.choose('绩效自评表', 'xlsx')
  const form = await exporting.start()
  expect(form.name).toBe('2022_青山湖区网络信息中心_青山湖区赣服通维保项目_自评表.xlsx')
  expect(Object.keys(unzipSync(form.bytes))).toContain('xl/worksheets/sheet1.xml')
  await exporting.choose('绩效评价报告')
  const report = await exporting.start()
  expect(report.name).toMatch(/_绩效评价报告\.docx$/)
  expect(Object.keys(unzipSync(report.bytes))).toContain('word/document.xml')
})

test('打印评价页：每页都是 A4 横向', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: '载入示例数据' }).click()
  await page.getByText('青山湖区赣服通维保项目').first().click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeVisible()
  const bytes = await page.pdf({ preferCSSPageSize: true })
  // A statement before the form must not get a sheet of its own.
  expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2)
  const sizes = bytes.toString('latin1').match(/MediaBox \[[^\]]*\]/g) ?? []
  expect(new Set(sizes)).toEqual(new Set(['MediaBox [0 0 841.91998 594.95996]']))
})
