import { expect, test } from '@playwright/test'
import { type Column, EvaluationPage } from './pages/evaluationPage'

const project = '青山湖区赣服通维保项目'

const badInputs: [row: string, column: Column, text: string, message: string][] = [
  ['自检通过率', '实际完成值', 'abc', '不是数字'],
  ['自检通过率', '实际完成值', '1e309', '位数太多'],
  ['自检通过率', '实际完成值', '-5%', '负的百分比'],
  ['自检通过率', '分值', '十', '不是数字'],
  ['自检通过率', '得分', '11', '高于分值'],
]

for (const [row, column, text, message] of badInputs) {
  test(`错误输入：${column}填 ${text}，在格内说明，其他不变`, async ({ page }) => {
    const evaluation = new EvaluationPage(page)
    await evaluation.openExample(project)
    const before = await evaluation.cell(row, column).innerText()
    await evaluation.type(row, column, text)
    await expect(evaluation.editor).toHaveAccessibleDescription(new RegExp(message))
    await expect(evaluation.computedTotal).toContainText('94.00')
    await expect(evaluation.undo).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(evaluation.cell(row, column)).not.toContainText('没有保存')
    await expect(evaluation.editor).toHaveValue(before.trim().split('\n')[0] ?? '')
  })
}

test('被拒绝的文字用 Ctrl+Z 收回，存下的不动', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.type('自检通过率', '实际完成值', '76%')
  await expect(evaluation.computedTotal).toContainText('92.00')
  await evaluation.type('自检通过率', '分值', '6.251')
  await expect(evaluation.editor).toHaveAccessibleDescription(/超过 2 位小数/)
  await page.keyboard.press('Control+z')
  await expect(evaluation.cell('自检通过率', '分值')).not.toContainText('没有保存')
  await expect(evaluation.editor).toHaveValue('10')
  await expect(evaluation.computedTotal).toContainText('92.00')
  await page.keyboard.press('Control+z')
  await expect(evaluation.computedTotal).toContainText('94.00')
})

test('资金：金额可带单位，回车和上下键到上下一格，填错的留在原处', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  const blank = (name: string) => page.getByRole('textbox', { name, exact: true })
  const current = blank('其中：当年财政拨款 全年执行数（B）')
  await current.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('一万')
  await page.keyboard.press('Enter')
  await expect(current).toHaveAccessibleDescription(/请填数字，可带元、万元、亿元/)
  await expect(current).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('1200元')
  await page.keyboard.press('Enter')
  await expect(current).toHaveValue('0.12')
  await expect(blank('上年结转资金 全年执行数（B）')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(current).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(blank('年度资金总额 全年执行数（B）')).toBeFocused()
})

test('错误输入：日历上没有的日期', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.type('自检通过率', '指标值', '2022年12月31日前')
  await evaluation.type('自检通过率', '实际完成值', '2022年2月30日')
  await expect(evaluation.editor).toHaveAccessibleDescription(/不是日历上有的日期/)
})

test('粘贴一块：先标出落点，确认后一次填入，一次撤销', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.focusCell('自检通过率', '实际完成值')
  await evaluation.paste({ text: '76%\t10\r\n100%\t10' })
  await expect(page.getByText('将填入 2 行 × 2 列')).toBeVisible()
  await expect(evaluation.cell('自检通过率', '实际完成值')).toHaveText('76%')
  await expect(evaluation.computedTotal).toContainText('94.00')

  await page.keyboard.press('Enter')
  await expect(evaluation.computedTotal).toContainText('92.00')
  await page.keyboard.press('Control+z')
  await expect(evaluation.computedTotal).toContainText('94.00')
  await expect(evaluation.undo).toBeDisabled()
})

test('粘贴取消后什么也没变；太宽的一块整块拒绝', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.focusCell('自检通过率', '实际完成值')
  await evaluation.paste({ html: '<table><tr><td>1</td><td>2</td></tr></table>', text: '1\t2' })
  await page.keyboard.press('Escape')
  await expect(evaluation.cell('自检通过率', '实际完成值')).toHaveText('')
  await evaluation.paste({ text: '1\t2\t3\t4\t5\t6' })
  await expect(page.getByText('粘贴的内容有 6 列，从“实际完成值”起只有 4 列')).toBeVisible()
  await expect(evaluation.undo).toBeDisabled()
})

test('选中一块复制为制表符分隔的文字', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.focusCell('故障重复发生率', '指标值')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await evaluation.copied()).toBe('<=5%\t<=5%\r\n>=95%\t>=95%')
})

test('增、删、移动行，每一步都能撤销', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.focusCell('自检通过率', '三级指标')
  await page.keyboard.press('Control+Enter')
  await expect(evaluation.editor).toHaveAccessibleName('第 4 行 三级指标')
  await page.keyboard.insertText('备件完好率')
  await page.keyboard.press('Enter')
  await expect(evaluation.row('备件完好率')).toBeVisible()
  await expect(evaluation.cell('故障重复发生率', '二级指标')).toHaveAttribute('rowspan', '4')

  await evaluation.focusCell('备件完好率', '三级指标')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('tabpanel')).toContainText('第 3 行')
  await page.getByRole('button', { name: '删除行' }).click()
  await expect(evaluation.row('备件完好率')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(evaluation.row('备件完好率')).toBeVisible()
})

test('推断的方向一键改反，原文不变', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  const cell = evaluation.cell('信息系统运维数', '指标值')
  await expect(cell).toContainText('推断为 ≥ 1')
  await cell.getByRole('button', { name: '改为相反方向' }).click()
  await expect(cell).toContainText('推断为 ≤ 1')
  await expect(cell.getByText('1', { exact: true })).toBeVisible()
})

test('对话框里的 Ctrl+Z 撤销刚打的字，不撤销表里的修改', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(project)
  await evaluation.type('自检通过率', '实际完成值', '76%')
  await expect(evaluation.cell('自检通过率', '实际完成值')).toContainText('76%')
  await page.getByRole('button', { name: '填写姓名' }).first().click()
  const name = page.getByRole('dialog').getByRole('textbox').first()
  await name.focus()
  await page.keyboard.insertText('张三')
  await page.keyboard.press('Control+z')
  await expect(name).toHaveValue('')
  await expect(evaluation.undo).toBeEnabled()
  await expect(evaluation.cell('自检通过率', '实际完成值')).toContainText('76%')
})
