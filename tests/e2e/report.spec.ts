import { expect, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expectAccessible } from './axe'
import { EvaluationPage } from './pages/evaluationPage'
import { ExportDialog } from './pages/exportDialog'

test('评价报告：改一段，数字变动后句子不动而标出，更新、导出、恢复', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample('青山湖区赣服通维保项目')
  await page.getByRole('link', { name: '评价报告' }).click()
  await expect(page.getByText('还没有修改过，正文随数据更新。')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(7)
  await expectAccessible(page)

  const paragraphs = page.getByRole('textbox', { name: /^三、综合评价情况及评价结论/ })
  const texts = await paragraphs.evaluateAll((fields) =>
    fields.map((field) => (field as HTMLTextAreaElement).value),
  )
  const index = texts.findIndex((text) => text.includes('⟦自评分：92'))
  const conclusion = paragraphs.nth(index)
  const written = texts[index] ?? ''
  await conclusion.fill(`经复查，${written}`)
  await conclusion.press('Tab')
  await expect(page.getByText('已修改，数字变动时标出。')).toBeVisible()

  await page.getByRole('link', { name: '返回评价' }).click()
  await evaluation.type('自检通过率', '得分', '9')
  await page.keyboard.insertText('抽查一处不合格')
  await page.keyboard.press('Enter')
  await expect(evaluation.declaredTotal).toContainText('91.00')
  await page.getByRole('link', { name: '评价报告' }).click()
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('自评分：写的是 92，现为 91')
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByText('92（现为91）').first()).toBeVisible()
  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.getByRole('button', { name: '全部更新' }).click()
  await expect(notice).toHaveCount(0)

  const exporting = new ExportDialog(page)
  await exporting.open()
  await exporting.choose('绩效评价报告')
  const { bytes } = await exporting.start()
  const text = strFromU8(unzipSync(bytes)['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
  expect(text).toContain('经复查，')
  expect(text).toMatch(/自评分91分/)
  await page.keyboard.press('Escape')

  await page.reload()
  await expect(page.getByText('已修改，数字变动时标出。')).toBeVisible()
  await page.getByRole('button', { name: '恢复生成的正文' }).click()
  await expect(page.getByText('还没有修改过，正文随数据更新。')).toBeVisible()
})
