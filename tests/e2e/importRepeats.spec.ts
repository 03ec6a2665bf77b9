import { expect, type Page, test } from '@playwright/test'

const form = (target: string) =>
  [
    '（2025年度）',
    '项目名称\t窗口运维\t\t',
    '主管部门\t某局\t实施单位\t某中心',
    '一级指标\t二级指标\t三级指标\t指标值',
    `产出指标\t数量指标\t巡检次数\t${target}`,
  ].join('\n')

const choose = (page: Page, files: Record<string, string>) =>
  page.getByTestId('import-files').setInputFiles(
    Object.entries(files).map(([name, text]) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })),
  )

test.beforeEach(async ({ page }) => {
  await page.goto('/#/import')
  await expect(page.getByRole('heading', { name: '导入', level: 1 })).toBeVisible()
})

test('one project in several files is offered once, and the user decides', async ({ page }) => {
  await choose(page, { '甲.txt': form('≥12次'), '乙.txt': form('≥12次'), '丙.txt': form('≥24次') })
  await expect(page.getByText('与“甲.txt · 第2行”内容相同')).toBeVisible()
  await expect(page.getByText('与“甲.txt · 第2行”是同一项目的同一种表，内容不同')).toBeVisible()
  const decisions = page.getByRole('combobox', { name: '窗口运维 的处理方式' })
  await expect(decisions).toHaveCount(3)
  await expect(decisions.nth(1)).toHaveValue('skip')
  await expect(page.getByRole('button', { name: '全部导入（1）' })).toBeEnabled()

  await decisions.nth(2).selectOption('new')
  await expect(page.getByRole('button', { name: '全部导入（2）' })).toBeEnabled()
  await page.getByRole('button', { name: '把 甲.txt 移出清单' }).click()
  await expect(decisions).toHaveCount(2)
  await expect(decisions.nth(0)).toHaveValue('new')
  await expect(decisions.nth(1)).toHaveValue('new')
  await decisions.nth(1).selectOption('skip')

  await page.getByRole('button', { name: '核对 窗口运维' }).nth(1).click()
  await expect(page.getByRole('note')).toContainText('与“乙.txt · 第2行”是同一项目')
  await page.goBack()
  await page.getByRole('button', { name: '全部导入（1）' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已导入 1 张表，1 行' })).toBeVisible()
  await expect(page.getByText('已有同名项目')).toBeVisible()
  await decisions.selectOption('update')
  await page.getByRole('button', { name: '全部导入（1）' }).click()
  await expect(page.getByText('其中更新已有项目 1 个。')).toBeVisible()
})
