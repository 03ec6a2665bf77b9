import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

/** A target table as it is copied out of a text file. */
const form = (name: string) =>
  [
    '项目支出绩效目标表',
    '',
    '（2025年度）',
    '',
    `项目名称\t${name}\t\t`,
    '主管部门及代码\t101-某局\t实施单位\t某中心',
    '项目资金（万元）\t年度资金总额\t12.5\t',
    '\t其中：财政拨款\t12.5\t',
    '年度绩效目标\t保障窗口运行。\t\t',
    '一级指标\t二级指标\t三级指标\t指标值',
    '产出指标\t数量指标\t巡检次数\t≥12次',
    '\t质量指标\t故障修复率\t≥98%',
    '满意度指标\t服务对象满意度\t群众满意度\t≥95%',
  ].join('\n')

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

async function choose(page: Page, ...files: ReturnType<typeof file>[]) {
  await page.getByTestId('import-files').setInputFiles(files)
}

test.beforeEach(async ({ page }) => {
  await page.goto('/#/import')
  await expect(page.getByRole('heading', { name: '导入', level: 1 })).toBeVisible()
})

test('files are read, checked, accepted at once and taken back at once', async ({ page }) => {
  await choose(page, file('甲.txt', form('窗口运维')), file('乙.txt', form('档案整理')))
  await expect(page.getByRole('cell', { name: '1 张表，3 行' })).toHaveCount(2)

  await page.getByRole('button', { name: '核对 窗口运维' }).click()
  await expect(page.getByRole('heading', { name: '窗口运维' })).toBeVisible()
  await page.locator('[data-path="indicators.0.target"] button').hover()
  await expect(page.locator('td.lit[data-cell]')).toHaveText('≥12次')
  await page.locator('[data-path="indicators.0.target"] button').click()
  await page.keyboard.type('≥24次')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-path="indicators.0.target"]')).toHaveText('≥24次')

  await page.goBack()
  await page.getByRole('button', { name: '全部导入（2）' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已导入 2 张表，6 行' })).toBeVisible()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(page.getByText('已撤销，没有留下任何数据。')).toBeVisible()
})

test('a damaged file is named and harms no other', async ({ page }) => {
  await choose(
    page,
    file('坏.xlsx', 'PK\u0003\u0004 not a workbook'),
    file('空.txt', ''),
    file('好.txt', form('窗口运维')),
  )
  await expect(page.getByRole('cell', { name: '1 张表，3 行' })).toHaveCount(1)
  await expect(page.locator('.issue .chip.error')).toHaveCount(2)
  await expect(page.getByRole('button', { name: '全部导入（1）' })).toBeEnabled()
})

test('an unknown table is read after its columns were named', async ({ page }) => {
  await choose(
    page,
    file('表.txt', '考核内容\t本期要求\t备忘\n巡检指标\t≥12次\t甲\n培训指标\t≥3次\t乙'),
  )
  await page.getByRole('button', { name: '指定列' }).click()
  await page.getByLabel('“考核内容”这一列是').selectOption('name')
  await page.getByLabel('“本期要求”这一列是').selectOption('target')
  await page.getByRole('button', { name: '按此读取' }).click()
  await expect(page.getByRole('cell', { name: '1 张表，2 行' })).toBeVisible()
})

test('the import pages have no accessibility faults', async ({ page }) => {
  const faults = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await faults()).toEqual([])
  await choose(page, file('甲.txt', form('窗口运维')))
  await expect(page.getByRole('cell', { name: '1 张表，3 行' })).toBeVisible()
  expect(await faults()).toEqual([])
  await page.getByRole('button', { name: '核对 窗口运维' }).click()
  await expect(page.getByRole('heading', { name: '窗口运维' })).toBeVisible()
  expect(await faults()).toEqual([])
})
