import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { EvaluationPage } from './pages/evaluationPage'

const project = '青山湖区赣服通维保项目'

test('校验：列出问题和数字，跳到单元格，说明后接受，刷新后仍是已接受', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.openTab('校验')
  for (const code of ['bracket-differs', 'actual-repeats-target', 'execution-missing']) {
    await expect(evaluation.finding(code).first()).toBeVisible()
  }
  const missing = evaluation.finding('deviation-analysis-missing')
  await expect(missing).toHaveCount(1)
  await missing.getByRole('button', { name: '跳转' }).click()
  await expect(evaluation.editor).toHaveAccessibleName(/畅通.* 偏差原因分析及改进措施/)

  const contradicting = evaluation.finding('analysis-contradicts')
  await contradicting.getByRole('button', { name: '说明并接受' }).click()
  await page.keyboard.insertText('合同金额含税，已核对')
  await page.keyboard.press('Enter')
  await expect(contradicting).toHaveCount(0)
  await expect(page.getByText('已接受 1 条')).toBeVisible()
  await expect(evaluation.saveState).toHaveText(/已保存 \d\d:\d\d:\d\d/)

  await page.reload()
  await evaluation.openTab('校验')
  await page.getByText('已接受 1 条').click()
  await expect(page.getByText('合同金额含税，已核对')).toBeVisible()
})

test('校验没有对应的行：跳到资金、目标等所在的区', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.openTab('校验')
  await evaluation.finding('execution-missing').getByRole('button', { name: '跳转' }).click()
  await expect(page.locator('[data-block=funds]')).toBeInViewport()
  await expect(page.locator('[data-block=funds] :focus')).toBeVisible()
  const bracket = evaluation.finding('bracket-differs').first()
  await bracket.getByRole('button', { name: '跳转' }).click()
  await expect(evaluation.editor).toHaveAccessibleName(/ 分值/)
})

test('计分说明链接到所依据的规则', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.focusCell('群众满意度', '实际完成值')
  await evaluation.openTab('计分说明')
  await page.getByRole('link', { name: '看规则：正向指标' }).click()
  await expect(page.getByRole('heading', { name: '正向指标' })).toBeFocused()
})

test('没有分值的目标表：写明不计分，不说 0/0', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample('服装定制采购')
  await expect(page.getByTestId('total-computed')).toHaveText('无分值，不计分')
  await expect(page.getByTestId('table-total')).toHaveText('无分值，不计分')
})

test('部门整体支出绩效目标表：列名、定性等次与 Alt+1', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample('部门整体支出', '东湖区')
  await expect(page.getByRole('columnheader', { name: '目标值' })).toBeVisible()
  await expect(evaluation.cell('互联网+监管任务完成时限', '指标值')).toContainText('2024-12-31 前')
  await evaluation.focusCell('“惠企通”平台企业注册数', '实际完成值')
  await page.keyboard.press('Alt+1')
  await expect(evaluation.cell('“惠企通”平台企业注册数', '实际完成值')).toContainText('达成')
  await evaluation.type('互联网+监管任务完成时限', '实际完成值', '2023年10月')
  await expect(evaluation.cell('互联网+监管任务完成时限', '实际完成值')).toHaveText('2023年10月')
})

test('项目支出绩效目标申报表：符号、数值、单位分三格', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample('12345')
  const row = '按时办结率'
  await expect(evaluation.cell(row, '计算符号')).toHaveText('=')
  await expect(evaluation.cell(row, '计量单位')).toHaveText('%')
  const name = await evaluation.cell(row, '三级指标').boundingBox()
  expect(name?.width).toBeGreaterThan(100)
  await evaluation.type(row, '计算符号', '≥')
  await expect(evaluation.cell(row, '指标值')).toContainText('≥ 100 %')
  await expect(evaluation.cell(row, '计算符号')).toHaveText('≥')
})

test('按计分方案分配分值：合计正好，可以撤销', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample('服装定制采购')
  await page.getByRole('button', { name: '分配分值' }).click()
  await page.getByRole('button', { name: '分配', exact: true }).click()
  await expect(page.getByRole('row', { name: /^总分/ })).toContainText('100')
  await evaluation.undo.click()
  await expect(page.getByRole('row', { name: /^总分/ })).not.toContainText('100')
})

test('换计分方案前先看规则分的变化', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await page.getByRole('button', { name: /^计分方案/ }).click()
  await expect(page.getByTestId('effect-core-2021')).toContainText('规则分 94.00 → 88.00')
  await page.getByRole('radio', { name: /不设成本指标/ }).check()
  await page.getByRole('button', { name: '使用这个方案' }).click()
  await expect(evaluation.computedTotal).toContainText('88.00')
  await expect(evaluation.declaredTotal).toContainText('92.00')
})

test('没有这项评价：说明并回到列表', async ({ page }) => {
  await page.goto('/#/evaluations/not-there')
  await expect(page.getByRole('heading', { name: '没有这项评价' })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`无障碍检查没有严重问题（${theme}）`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    const evaluation = new EvaluationPage(page)
    await evaluation.openExample(project)
    await evaluation.openTab('校验')
    await expectAccessible(page)
  })
}
