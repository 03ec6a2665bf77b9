import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { EvaluationPage } from './pages/evaluationPage'
import { ExportDialog } from './pages/exportDialog'
import { MonitoringPage } from './pages/monitoringPage'
import { openWithEvaluations } from './pages/seededEvaluations'

const PROJECT = '青山湖区赣服通维保项目'

test('八月监控：填数见灯和算式，刷新仍在', async ({ page }) => {
  await new EvaluationPage(page).openExample(PROJECT)
  const monitoring = new MonitoringPage(page)
  await monitoring.open()
  await monitoring.chooseMonth(8)
  await expect(page.getByText('8月还没有记录。')).toBeVisible()

  await monitoring.type('平台稳定运行时长', '执行情况', '180天')
  await expect(monitoring.cell('平台稳定运行时长', '预警')).toHaveText('黄灯')
  await expect(monitoring.arithmetic).toHaveText(
    '180 ÷ (360 × 8 ÷ 12) = 75.00%，60%（含）至 80% 为黄灯。',
  )
  await page.getByRole('button', { name: '填入 270天' }).click()
  await expect(monitoring.textOf('平台稳定运行时长', '全年预计')).toHaveValue('270天')

  await monitoring.cell('平台稳定运行时长', '经费保障').getByRole('textbox').focus()
  await page.keyboard.press('Space')
  await expect(monitoring.textOf('平台稳定运行时长', '经费保障')).toHaveValue('√')
  await monitoring.cell('平台稳定运行时长', '有可能').getByRole('button').click()
  await monitoring.type('故障重复发生率', '执行情况', '6%')
  await expect(monitoring.cell('故障重复发生率', '预警')).toHaveText('红灯')
  await expect(monitoring.lightCounts).toContainText('红灯 1，黄灯 1')
  await expectAccessible(page)

  await monitoring.amount('年度资金总额 年初预算数').fill('43.56')
  await page.keyboard.press('Enter')
  await monitoring.amount('年度资金总额 1–8月执行数').fill('21.78')
  await page.keyboard.press('Enter')
  await expect(monitoring.progress).toContainText('1–8月执行数 21.78 ÷ 年初预算数 43.56 = 50.00%')
  await expect(monitoring.saveState).toHaveText(/已保存/)

  await page.reload()
  await expect(monitoring.textOf('平台稳定运行时长', '执行情况')).toHaveValue('180天')
  await expect(monitoring.cell('平台稳定运行时长', '预警')).toHaveText('黄灯')
})

test('导出监控表，删去这个月，再导入，一格不丢', async ({ page }) => {
  await new EvaluationPage(page).openExample(PROJECT)
  const monitoring = new MonitoringPage(page)
  await monitoring.open()
  await monitoring.chooseMonth(8)
  await monitoring.type('平台稳定运行时长', '执行情况', '180天')
  await monitoring.type('平台稳定运行时长', '经费保障', '√')
  await monitoring.amount('年度资金总额 1–8月执行数').fill('21.78')
  await page.keyboard.press('Enter')
  await expect(monitoring.saveState).toHaveText(/已保存/)

  const exporting = new ExportDialog(page)
  await exporting.open()
  await expect(exporting.dialog.getByRole('radio', { name: '绩效运行监控表' })).toBeChecked()
  const { name, bytes } = await exporting.start()
  expect(name).toContain('绩效运行监控表_1-8月.xlsx')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '删除 8月的记录' }).click()
  await expect(page.getByText('8月还没有记录。')).toBeVisible()
  await page.goto('/#/import')
  await page
    .getByTestId('import-files')
    .setInputFiles([{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }])
  await expect(page.getByLabel(`${PROJECT} 的监控月份`)).toHaveValue('8')
  await expect(page.getByLabel(`${PROJECT} 的处理方式`)).toHaveValue('update')
  await page.getByRole('button', { name: '全部导入（1）' }).click()
  await expect(page.getByText('其中更新已有项目 1 个。')).toBeVisible()

  await page.getByRole('link', { name: '查看项目' }).click()
  await page.getByRole('link', { name: PROJECT }).first().click()
  await monitoring.open()
  await expect(monitoring.textOf('平台稳定运行时长', '执行情况')).toHaveValue('180天')
  await expect(monitoring.textOf('平台稳定运行时长', '经费保障')).toHaveValue('√')
  await expect(monitoring.amount('年度资金总额 1–8月执行数')).toHaveValue('21.78')
})

test('撤销退回一格；带入自评不替换已有的实际完成值，除非勾选', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample(PROJECT)
  const monitoring = new MonitoringPage(page)
  await monitoring.open()
  await monitoring.chooseMonth(12)
  await monitoring.type('平台稳定运行时长', '执行情况', '364天')
  await monitoring.type('自检通过率', '执行情况', '97%')
  await monitoring.undo.click()
  await expect(monitoring.textOf('自检通过率', '执行情况')).toHaveValue('')
  await expect(monitoring.textOf('平台稳定运行时长', '执行情况')).toHaveValue('364天')

  await page.getByRole('button', { name: '带入自评' }).click()
  const dialog = page.getByRole('dialog', { name: '把 1–12月的数带入自评' })
  await expect(dialog.getByRole('button', { name: '带入 0 项' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /平台稳定运行时长/ }).check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '带入 1 项' }).click()
  await page.getByRole('link', { name: '返回评价' }).click()
  await expect(evaluation.cell('平台稳定运行时长', '实际完成值')).toContainText('364天')
  await evaluation.undo.click()
  await expect(evaluation.cell('平台稳定运行时长', '实际完成值')).not.toContainText('364天')
})

test('方向键在格子间移动，Esc 恢复，Delete 清空', async ({ page }) => {
  await new EvaluationPage(page).openExample(PROJECT)
  const monitoring = new MonitoringPage(page)
  await monitoring.open()
  const first = monitoring.textOf('故障重复发生率', '执行情况')
  await first.focus()
  await page.keyboard.insertText('3%')
  await page.keyboard.press('ArrowDown')
  await expect(monitoring.textOf('自检通过率', '执行情况')).toBeFocused()
  await expect(first).toHaveValue('3%')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.insertText('9%')
  await page.keyboard.press('Escape')
  await expect(first).toHaveValue('3%')
  await page.keyboard.press('Delete')
  await expect(first).toHaveValue('')
  await page.keyboard.press('ArrowRight')
  await expect(monitoring.cell('故障重复发生率', '预警').getByRole('button')).toBeFocused()
})

test('监控表没有写月份的，导入时提示，归入前先选月份', async ({ page }) => {
  const form = [
    '项目支出绩效运行监控表',
    '',
    '（2025年度）',
    '',
    '项目名称\t窗口运维\t\t\t\t\t',
    '一级指标\t二级指标\t三级指标\t年度指标值\t监控期完成值\t全年预计完成情况\t完成目标可能性',
    '产出指标\t数量指标\t巡检次数\t≥12次\t6次\t12次\t确定能',
  ].join('\n')
  await page.goto('/#/import')
  await page
    .getByTestId('import-files')
    .setInputFiles([{ name: '监控.txt', mimeType: 'text/plain', buffer: Buffer.from(form) }])
  await expect(page.getByText('没有写明月份')).toBeVisible()
  await page.getByRole('button', { name: '全部导入（1）' }).click()
  await page.getByRole('link', { name: '查看项目' }).click()
  await page.getByRole('link', { name: '窗口运维' }).click()

  const monitoring = new MonitoringPage(page)
  await monitoring.open()
  await expect(page.getByText('数还没有归入月份。')).toBeVisible()
  await page.getByRole('combobox', { name: '监控月份' }).selectOption('1–6月')
  await page.getByRole('button', { name: '归入这个月' }).click()
  await expect(monitoring.textOf('巡检次数', '执行情况')).toHaveValue('6次')
  await expect(monitoring.cell('巡检次数', '预警')).toHaveText('绿灯')
  await expect(monitoring.cell('巡检次数', '确定能').getByRole('button')).toHaveText('√')
  await expect(page.getByText('数还没有归入月份。')).toHaveCount(0)
})

test('提交之后监控只读', async ({ page }) => {
  await openWithEvaluations(page, [
    {
      id: 'e1',
      projectKey: 'p1',
      projectName: '网络运维',
      unit: '信息中心',
      fiscalYear: 2024,
      budget: 10,
      execution: 10,
      rows: [
        { kind: 'quality', name: '验收合格率', maxScore: 50, declared: 50 },
        { kind: 'social-benefit', name: '受益面', maxScore: 30, declared: 30 },
        { kind: 'service-recipient-satisfaction', name: '满意度', maxScore: 10, declared: 10 },
      ],
    },
  ])
  await page.getByRole('link', { name: '网络运维' }).click()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await expect(page.getByTestId('status')).toHaveText('已提交')
  const monitoring = new MonitoringPage(page)
  await monitoring.open()
  await expect(page.getByText('当前状态为“已提交”，监控只读。')).toBeVisible()
  await expect(monitoring.textOf('验收合格率', '执行情况')).toHaveAttribute('readonly')
  await expect(page.getByRole('button', { name: '带入自评' })).toHaveCount(0)
})
