import { expect, test } from '@playwright/test'
import { EvaluationPage } from './pages/evaluationPage'

const project = '青山湖区赣服通维保项目'

test('003：自评 92 与规则 94 并列；清空一格就没有总分，填回又有，刷新后仍在', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await expect(evaluation.declaredTotal).toContainText('92.00')
  await expect(evaluation.computedTotal).toContainText('94.00')
  await expect(evaluation.declaredTotal).toContainText('优')
  await expect(evaluation.tableTotal).toHaveText('92.00')

  await evaluation.clear('群众满意度', '实际完成值')
  await expect(evaluation.computedTotal).toContainText('未完成填报 (9/10)')
  await expect(evaluation.computedTotal).not.toContainText('94.00')

  await evaluation.type('群众满意度', '实际完成值', '=80%')
  await expect(evaluation.computedTotal).toContainText('94.00')
  await expect(evaluation.declaredTotal).toContainText('92.00')

  await evaluation.type('信息系统运维数', '偏差原因', '无偏差')
  await expect(evaluation.saveState).toHaveText(/已保存 \d\d:\d\d:\d\d/)
  await page.reload()
  await expect(evaluation.computedTotal).toContainText('94.00')
  await expect(evaluation.declaredTotal).toContainText('92.00')
  await expect(evaluation.cell('信息系统运维数', '偏差原因')).toHaveText('无偏差')
  await expect(evaluation.cell('群众满意度', '实际完成值')).toHaveText('=80%')
})

test('填实际完成值后立即计分，说明写出规则和算式', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.type('自检通过率', '实际完成值', '76%')
  await evaluation.focusCell('自检通过率', '实际完成值')
  await expect(evaluation.explanation).toContainText('76 ÷ 95 × 10 = 8.00')
  await expect(evaluation.cell('自检通过率', '得分')).toContainText('规则 8.00')
})

test('得分与规则分不同时要说明理由：不写不改，Esc 还原，写了才存', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.type('自检通过率', '得分', '9')
  const dialog = page.getByRole('dialog', { name: /得分与规则分不同/ })
  await expect(dialog).toContainText('填写得分 9，规则分为 10.00')

  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('请写明理由')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(evaluation.editor).toHaveValue('10.00')

  await evaluation.type('自检通过率', '得分', '9')
  await page.keyboard.insertText('两次自检未通过')
  await page.keyboard.press('Enter')
  await expect(evaluation.editor).toHaveValue('9.00')
  await expect(evaluation.declaredTotal).toContainText('91.00')
  await evaluation.openTab('历史')
  await expect(page.getByText('理由：两次自检未通过')).toBeVisible()
})

test('撤销与重做：按钮和 Ctrl+Z、Ctrl+Y', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.type('自检通过率', '实际完成值', '76%')
  await expect(evaluation.computedTotal).toContainText('92.00')
  await page.keyboard.press('Control+z')
  await expect(evaluation.computedTotal).toContainText('94.00')
  await page.keyboard.press('Control+y')
  await expect(evaluation.computedTotal).toContainText('92.00')
  await evaluation.undo.click()
  await expect(evaluation.cell('自检通过率', '实际完成值')).toHaveText('>=95%')
  await evaluation.redo.click()
  await expect(evaluation.cell('自检通过率', '实际完成值')).toHaveText('76%')
})

test('只用键盘：Tab 和方向键移动，Enter 编辑，Esc 还原，直接键入即替换', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.focusCell('信息系统运维数', '实际完成值')
  await page.keyboard.press('ArrowDown')
  await expect(evaluation.editor).toHaveAccessibleName('故障重复发生率 (%) 实际完成值')
  await page.keyboard.type('4%')
  await page.keyboard.press('Tab')
  await expect(evaluation.editor).toHaveAccessibleName('故障重复发生率 (%) 分值')
  await expect(evaluation.cell('故障重复发生率', '实际完成值')).toHaveText('4%')

  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('0')
  await expect(evaluation.editor).toHaveValue('4%0')
  await page.keyboard.press('Escape')
  await expect(evaluation.editor).toHaveValue('4%')

  await page.keyboard.press('Home')
  await expect(evaluation.editor).toHaveAccessibleName(/一级指标/)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(evaluation.editor).toHaveAccessibleName('故障重复发生率 (%) 一级指标')
  await page.keyboard.press('Control+End')
  await expect(evaluation.editor).toHaveAccessibleName(/群众满意度.* 偏差原因/)
})
