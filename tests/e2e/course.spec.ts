import { expect, type Page, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { EvaluationPage } from './pages/evaluationPage'
import { ExportDialog } from './pages/exportDialog'
import { ListPage } from './pages/listPage'
import { acceptErrors, exportPackage, mergePackage, openPerson, step } from './pages/people'

const project = '政务大厅设备维保'

/** The target table of January, as it is copied out of the approved file. */
const targetTable = [
  '项目支出绩效目标表',
  '（2025年度）',
  `项目名称\t${project}\t\t\t`,
  '主管部门及代码\t101-某局\t实施单位\t某中心\t',
  '项目资金（万元）\t年度资金总额\t60\t\t',
  '\t其中：财政拨款\t60\t\t',
  '年度绩效目标\t设备全年可用，群众满意。\t\t\t',
  '一级指标\t二级指标\t三级指标\t指标值\t分值',
  '产出指标\t数量指标\t巡检次数\t≥12次\t30',
  '\t质量指标\t故障修复率\t≥98%\t30',
  '效益指标\t社会效益指标\t服务窗口数\t≥20个\t20',
  '满意度指标\t服务对象满意度指标\t群众满意度\t≥95%\t20',
].join('\n')

async function importTable(page: Page): Promise<void> {
  await page.goto('/#/import')
  const file = { name: '目标表.txt', mimeType: 'text/plain', buffer: Buffer.from(targetTable) }
  await page.getByTestId('import-files').setInputFiles(file)
  await page.getByRole('button', { name: '全部导入（1）' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已导入 1 张表，4 行' })).toBeVisible()
}

async function openProject(page: Page): Promise<EvaluationPage> {
  await new ListPage(page).open()
  await page.getByRole('link', { name: project }).click()
  await expect(page.getByTestId('status')).toBeVisible()
  return new EvaluationPage(page)
}

/** August: figures to date, with a light for each. */
async function monitorAugust(page: Page): Promise<void> {
  await page.getByRole('link', { name: '运行监控' }).click()
  await page.getByRole('button', { name: '8月' }).click()
  const row = page.getByRole('row', { name: '巡检次数' })
  await row.getByLabel('巡检次数：1–8月执行情况').fill('4次')
  await row.getByLabel('巡检次数：1–8月执行情况').press('Enter')
  await expect(row.locator('[data-light]')).toHaveText('红灯')
  await page.getByRole('link', { name: '返回评价' }).click()
}

async function reportText(page: Page): Promise<string> {
  const exporting = new ExportDialog(page)
  await exporting.open()
  await exporting.choose('绩效评价报告')
  const { bytes } = await exporting.start()
  return strFromU8(unzipSync(bytes)['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
}

test('一年的过程：导入目标表、八月监控、自评、提交、退回、改正、复核、锁定、报告；三人经数据包接力', async ({
  browser,
}) => {
  const zhang = await openPerson(browser, '张三', '评价人员')
  await importTable(zhang)
  const filling = await openProject(zhang)
  await monitorAugust(zhang)
  await filling.type('巡检次数', '实际完成值', '9次')
  await filling.type('故障修复率', '实际完成值', '98%')
  await filling.type('服务窗口数', '实际完成值', '20个')
  await filling.type('群众满意度', '实际完成值', '96%')
  await expect(filling.computedTotal).toContainText('92.50')
  await acceptErrors(zhang)
  await step(zhang, '提交', '')

  const li = await openPerson(browser, '李四', '复核人员')
  await mergePackage(li, await exportPackage(zhang, project))
  await li.getByRole('link', { name: '复核' }).click()
  await expect(li.getByRole('heading', { name: project })).toBeVisible()
  await step(li, '退回', '巡检记录显示为十次，请核实')

  await mergePackage(zhang, await exportPackage(li, project))
  const correcting = await openProject(zhang)
  await expect(zhang.getByTestId('status')).toHaveText('退回')
  await correcting.type('巡检次数', '实际完成值', '10次')
  await correcting.type('巡检次数', '偏差原因', '两次巡检因闭馆改期')
  await expect(correcting.computedTotal).toContainText('95.00')
  await acceptErrors(zhang)
  await step(zhang, '提交', '已按巡检记录更正')

  await mergePackage(li, await exportPackage(zhang, project))
  await li.getByRole('link', { name: '复核' }).click()
  const row = li.getByRole('row', { name: /巡检次数/ })
  await row.getByLabel(/的复核分$/).fill('24')
  await row.getByLabel(/的复核理由$/).fill('一次巡检没有签字')
  await row.getByLabel(/的复核理由$/).press('Tab')
  await li.getByLabel('复核意见').fill('同意，巡检按九次半计')
  await li.getByLabel('复核意见').press('Tab')
  await step(li, '通过', '同意')

  const wang = await openPerson(browser, '王五', '管理员')
  await mergePackage(wang, await exportPackage(li, project))
  await openProject(wang)
  await step(wang, '锁定', '')
  await expect(wang.getByTestId('status')).toHaveText('锁定')
  await expect(wang.getByTestId('total-reviewed')).toContainText('94.00')
  await expect(wang.getByTestId('total-computed')).toContainText('95.00')
  const text = await reportText(wang)
  expect(text).toMatch(/规则分[^。]*95/)
  expect(text).toMatch(/复核分[^。]*94/)
  expect(text).toMatch(/修改记录\d+条，末条校验码[0-9a-f]{64}；没有佐证材料。/)

  await wang.keyboard.press('Escape')
  await wang.getByRole('tab', { name: '历史' }).click()
  for (const who of ['张三', '李四', '王五'])
    await expect(wang.getByRole('tabpanel').getByText(who).first()).toBeVisible()
  await wang.getByRole('link', { name: '运行监控' }).click()
  await wang.getByRole('button', { name: '8月' }).click()
  await expect(wang.getByRole('row', { name: '巡检次数' }).locator('[data-light]')).toHaveText(
    '红灯',
  )
  for (const page of [zhang, li, wang]) await page.context().close()
})
