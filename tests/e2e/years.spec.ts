import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { openWithEvaluations, type SeedEvaluation } from './pages/seededEvaluations'

const year = (
  fiscalYear: number,
  names: readonly string[],
  overrides: Partial<SeedEvaluation> = {},
): SeedEvaluation => ({
  id: `y${String(fiscalYear)}`,
  projectKey: 'network',
  projectName: '网络运行维护费',
  unit: '区大数据中心',
  fiscalYear,
  budget: 40,
  execution: 30,
  rows: names.map((name) => ({ kind: 'quality', name, maxScore: 30, declared: 28 })),
  ...overrides,
})

test('同一项目各年并列，删去和新增的标出；上年实际完成值带入作基期值，可撤销', async ({ page }) => {
  await openWithEvaluations(page, [
    year(2023, ['故障处理及时率', '巡检覆盖率', '系统可用率']),
    year(2024, ['故障处理及时率', '系统可用率', '备份完整率']),
  ])
  await page.goto('/#/evaluations/y2024/years')
  await expect(page.getByRole('heading', { name: '“网络运行维护费”各年对比' })).toBeVisible()
  await expect(page.getByTestId('year-changes')).toContainText('2024 年较上年：新增 1，删去 1')
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row('巡检覆盖率')).toContainText('删去')
  await expect(row('备份完整率')).toContainText('新增')
  await expect(row('预算执行率')).toContainText('75.00%')
  await expectAccessible(page)

  await page.getByRole('button', { name: '把 2023 年实际完成值带入作基期值' }).click()
  await expect(row('故障处理及时率')).toContainText('2023 年实际')
  await expect(page.getByTestId('carry-state')).toHaveText('已带入 2 项基期值。')
  await page.reload()
  await expect(row('系统可用率')).toContainText('2023 年实际')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(row('系统可用率')).not.toContainText('2023 年实际')

  await page.getByLabel('只看有变化的指标').check()
  await expect(row('故障处理及时率')).toHaveCount(0)
  await expect(row('巡检覆盖率')).toBeVisible()
})

test('改过名称的往年评价，由人关联后并列；关联可撤销、可解除', async ({ page }) => {
  await openWithEvaluations(page, [
    year(2023, ['故障处理及时率'], { projectKey: 'old', projectName: '网络运维服务费' }),
    year(2024, ['故障处理及时率']),
  ])
  await page.goto('/#/evaluations/y2024/years')
  await expect(page.getByText('这个项目目前只有一个年度。')).toBeVisible()
  const links = page.getByRole('region', { name: '关联其他年度' })
  await links.getByRole('searchbox').fill('运维 2023')
  await links.getByRole('button', { name: '关联“网络运维服务费”（2023）' }).click()
  await expect(page.getByRole('columnheader', { name: '2023 年' })).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('columnheader', { name: '2023 年' })).toHaveCount(0)

  await links.getByRole('button', { name: '关联“网络运维服务费”（2023）' }).click()
  await links.getByRole('button', { name: '解除与“网络运维服务费”（2023）的关联' }).click()
  await expect(page.getByRole('columnheader', { name: '2023 年' })).toHaveCount(0)
})

test('没有这份评价时说明，并回到列表', async ({ page }) => {
  await page.goto('/#/evaluations/none/years')
  await page.getByRole('link', { name: /列表/ }).click()
  await expect(page.getByRole('heading', { name: '项目', level: 1 })).toBeVisible()
})
