import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { EvaluationPage } from './pages/evaluationPage'

test('佐证：加到一行，刷新后仍在，取回的内容相同；移除可撤销；过大的说明原因', async ({ page }) => {
  const evaluation = new EvaluationPage(page)
  await evaluation.openExample('青山湖区赣服通维保项目')
  await evaluation.focusCell('自检通过率', '实际完成值')
  await evaluation.openTab('佐证')
  const name = '<img src=x onerror=alert(1)>合同.pdf'
  const buffer = Buffer.from('%PDF-1.4 合同')
  await page
    .getByTestId('evidence-files')
    .first()
    .setInputFiles([{ name, mimeType: 'application/pdf', buffer }])
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
  await expect(page.getByText(/SHA-256 [0-9a-f]{12}/)).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await evaluation.focusCell('自检通过率', '实际完成值')
  await evaluation.openTab('佐证')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  expect(readFileSync(await file.path())).toEqual(buffer)

  await page
    .getByTestId('evidence-files')
    .first()
    .setInputFiles([{ name: '大.pdf', mimeType: '', buffer: Buffer.alloc(20 * 1024 * 1024 + 1) }])
  await expect(page.getByRole('alert')).toContainText('“大.pdf”超过 20 MB')

  await page.getByRole('button', { name: `移除 ${name}` }).click()
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  await evaluation.undo.click()
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
})
