import { type Browser, expect, type Page } from '@playwright/test'
import { EvaluationPage } from './evaluationPage'
import { ListPage } from './listPage'

/** One person with a browser of their own. */
export async function openPerson(
  browser: Browser,
  name: string,
  role: '评价人员' | '复核人员' | '管理员',
): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto('/')
  await page.getByRole('button', { name: '填写姓名' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill(name)
  await dialog.getByLabel('角色').selectOption({ label: role })
  await dialog.getByRole('button', { name: /保存|确定/ }).click()
  await expect(page.getByRole('button', { name })).toBeVisible()
  return page
}

/** Exports the project as a package. @returns path of the file. */
export async function exportPackage(page: Page, project: string): Promise<string> {
  const list = new ListPage(page)
  await list.open()
  await list.select(project)
  await page.getByRole('button', { name: '导出数据包', exact: true }).click()
  const make = page.getByRole('dialog').getByRole('button', { name: '导出数据包' })
  const [file] = await Promise.all([page.waitForEvent('download'), make.click()])
  return file.path()
}

/** Merges a package in which nothing has to be chosen. */
export async function mergePackage(page: Page, file: string): Promise<void> {
  await page.goto('/#/merge')
  await page.getByTestId('merge-file').setInputFiles(file)
  await page.getByRole('button', { name: '合并 1 项' }).click()
  await expect(page.getByText(/双方的修改记录都已保留/)).toBeVisible()
}

/** Takes a step of the status, with an opinion. */
export async function step(page: Page, name: string, opinion: string) {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name })
  await dialog.getByLabel('意见').fill(opinion)
  await dialog.getByRole('button', { name: `确认${name}` }).click()
}

/** Accepts every error that blocks a submission, each with a reason. */
export async function acceptErrors(page: Page) {
  const evaluation = new EvaluationPage(page)
  await evaluation.openTab('校验')
  await expect(page.getByText(/错误|警告/).first()).toBeVisible()
  const errors = evaluation.openErrors
  for (let left = await errors.count(); left > 0; left -= 1) {
    await errors.first().getByRole('button', { name: '说明并接受' }).click()
    await page.keyboard.insertText('已与主管部门核实')
    await page.keyboard.press('Enter')
    await expect(errors).toHaveCount(left - 1)
  }
}
