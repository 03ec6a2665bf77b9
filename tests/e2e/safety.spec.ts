import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { EvaluationPage } from './pages/evaluationPage'
import { ListPage } from './pages/listPage'

const project = '青山湖区赣服通维保项目'

/** Presses a button that hands out a file, and returns the file. */
async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return file.path()
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function openSafety(page: Page) {
  await page.getByRole('link', { name: '数据与安全' }).click()
  await expect(page.getByRole('heading', { name: '数据与安全', level: 1 })).toBeVisible()
}

test('备份、删除全部、再恢复：17 个项目与修改记录都回来', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await openSafety(page)
  await expect(page.getByText('还没有备份过。')).toBeVisible()
  await expectAccessible(page)
  const file = await download(page, () => button(page, '下载备份').click())
  await expect(page.getByText(/已备份 17 个项目，读回核对一致/)).toBeVisible()
  await expect(page.getByText(/之后没有修改/)).toBeVisible()

  await page.getByLabel(/输入“删除全部数据”确认/).fill('删除全部数据')
  await button(page, '删除全部数据').click()
  await expect(page.getByText('还没有备份过。')).toBeVisible()
  await list.open()
  await expect(page.getByText('还没有项目。')).toBeVisible()

  await openSafety(page)
  await page.getByTestId('backup-file').setInputFiles(file)
  await expect(page.getByText('备份里有、现在没有的 17 个')).toBeVisible()
  await button(page, '恢复这份备份').click()
  await expect(page.getByText(/起使用，0 个项目/)).toBeVisible()
  await button(page, '校验全部').click()
  await expect(page.getByText(/17 个项目、17 条记录，全部完好/)).toBeVisible()
  await list.open()
  await expect(list.rows).toHaveCount(17)
})

test('口令备份：不对打不开，现有数据不变；坏文件说明原因', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await openSafety(page)
  await page.getByLabel('用口令加密').check()
  await page.getByLabel('口令', { exact: true }).fill('青云谱区绩效评价二〇二五')
  await page.getByLabel('再输一次').fill('青云谱区绩效评价二〇二五')
  const file = await download(page, () => button(page, '下载备份').click())
  await page.getByTestId('backup-file').setInputFiles(file)
  const unlock = page.locator('form').filter({ has: button(page, '打开') })
  await unlock.getByLabel('口令').fill('不是这个口令，对不上')
  await button(page, '打开').click()
  await expect(page.getByText('口令不对，或者文件已损坏。')).toBeVisible()
  await unlock.getByLabel('口令').fill('青云谱区绩效评价二〇二五')
  await button(page, '打开').click()
  await expect(page.getByText('与现在相同的 17 个。')).toBeVisible()

  const bent = readFileSync(file)
  await page
    .getByTestId('backup-file')
    .setInputFiles({ name: '坏.jiping', mimeType: '', buffer: bent.subarray(0, 900) })
  await unlock.getByLabel('口令').fill('青云谱区绩效评价二〇二五')
  await button(page, '打开').click()
  await expect(page.getByRole('alert')).toContainText('现有数据没有改动')
})

test('浏览器内快照：留存一份，从它恢复', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await openSafety(page)
  await button(page, '现在留存一份').click()
  await expect(button(page, '从这份恢复…')).toHaveCount(1)
  await button(page, '从这份恢复…').click()
  await expect(page.getByText('与现在相同的 17 个。')).toBeVisible()
})

test('数据库丢失：不装作新用户，从备份文件或快照恢复', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await openSafety(page)
  await button(page, '现在留存一份').click()
  await expect(button(page, '从这份恢复…')).toHaveCount(1)
  const file = await download(page, () => button(page, '下载备份').click())

  const loseDatabase = async () => {
    await page.goto('about:blank')
    await page.goto('/favicon.svg')
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) {
        await new Promise((resolve) => {
          indexedDB.deleteDatabase(name ?? '').onsuccess = resolve
        })
      }
    })
    await page.goto('/')
    await expect(page.locator('[data-failure=storage-lost]')).toBeVisible()
  }
  await loseDatabase()
  await page
    .getByTestId('restore-file')
    .setInputFiles({ name: '别的.txt', mimeType: '', buffer: Buffer.from('不是备份') })
  await button(page, '恢复备份').click()
  await expect(page.getByText(/无法识别这个备份文件/)).toBeVisible()
  await page.getByTestId('restore-file').setInputFiles(file)
  await button(page, '恢复备份').click()
  await expect(list.rows).toHaveCount(17)

  await loseDatabase()
  await expectAccessible(page)
  await page.getByRole('listitem').getByRole('button').first().click()
  await expect(list.rows).toHaveCount(17)
})

test('锁屏遮住内容，诊断信息不含项目内容', async ({ page }) => {
  const list = new ListPage(page)
  await list.openWithExample()
  await openSafety(page)
  await button(page, '遮住屏幕').click()
  await expect(page.getByRole('dialog', { name: '屏幕已遮住' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '屏幕已遮住' })).toBeVisible()
  await button(page, '继续工作').click()
  const file = await download(page, () => button(page, '导出诊断信息').click())
  const text = readFileSync(file, 'utf8')
  expect(JSON.parse(text)).toMatchObject({ counts: { evaluations: 17 } })
  expect(text).not.toContain('赣服通')
})

/** A browser of its own, as a colleague has one. */
async function openColleague(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  return context.newPage()
}

async function exportPackage(page: Page): Promise<string> {
  const list = new ListPage(page)
  await list.open()
  await list.filterText('赣服通')
  await list.select(project)
  await button(page, '导出数据包').click()
  const dialog = page.getByRole('dialog')
  return download(page, () => dialog.getByRole('button', { name: '导出数据包' }).click())
}

async function openPackage(page: Page, file: string) {
  await page.goto('/#/merge')
  await page.getByTestId('merge-file').setInputFiles(file)
}

/** Row that both people change. */
const indicator = '自检通过率'

async function openProject(page: Page) {
  const list = new ListPage(page)
  await list.open()
  await page.getByRole('link', { name: project }).first().click()
}

async function change(page: Page, actual: string) {
  await openProject(page)
  const evaluation = new EvaluationPage(page)
  await evaluation.type(indicator, '实际完成值', actual)
  await expect(evaluation.saveState).toContainText('已保存')
}

test('两台电脑经数据包往来：新增、接续、两边都改逐处选择，理由进入修改记录', async ({
  page,
  browser,
}) => {
  const list = new ListPage(page)
  await list.openWithExample()
  const colleague = await openColleague(browser)
  await openPackage(colleague, await exportPackage(page))
  await expect(colleague.getByRole('cell', { name: '新增', exact: true })).toBeVisible()
  await expectAccessible(colleague)
  await button(colleague, '合并 1 项').click()
  await expect(colleague.getByText(/新增 1 项，接续 0 项，合并 0 项/)).toBeVisible()
  await expect(colleague.getByRole('cell', { name: '相同', exact: true })).toBeVisible()

  await change(colleague, '95%')
  await change(page, '90%')

  await openPackage(page, await exportPackage(colleague))
  await expect(page.getByRole('cell', { name: '两边都有修改' })).toBeVisible()
  const difference = page.getByRole('row', { name: new RegExp(`^${indicator}.* · 实际完成值`) })
  await expect(difference).toContainText('90%')
  await expect(difference).toContainText('95%')
  await expectAccessible(page)
  await expect(button(page, '合并 0 项')).toBeDisabled()
  await difference.getByRole('radio', { name: /采用对方/ }).check()
  await page.getByLabel('选择的理由').fill('与同事电话核对')
  await button(page, '合并 1 项').click()
  await expect(page.getByText(/新增 0 项，接续 0 项，合并 1 项/)).toBeVisible()

  await openProject(page)
  await expect(new EvaluationPage(page).cell(indicator, '实际完成值')).toContainText('95%')
  await openPackage(colleague, await exportPackage(page))
  await expect(colleague.getByRole('cell', { name: /对方有更新|相同/ })).toBeVisible()
  await colleague.context().close()
})

test('备份文件夹：选定一次，写入、读回，重新打开仍在用；停下一分钟自动再备份', async ({ page }) => {
  // The system's folder dialog cannot be operated; the browser's own folder takes its place.
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('共享盘', { create: true }),
    })
  })
  await page.clock.install()
  const files = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const names: string[] = []
      for await (const name of (await root.getDirectoryHandle('共享盘')).keys()) names.push(name)
      return names
    })
  const list = new ListPage(page)
  await list.openWithExample()
  await openSafety(page)
  await button(page, '选择文件夹').click()
  await expect(page.getByText('自动备份到“共享盘”。')).toBeVisible()
  await expect(page.getByText(/之后没有修改/)).toBeVisible()
  expect(await files()).toEqual([expect.stringMatching(/^jiping-backup_.*Z\.jiping$/)])

  await page.reload()
  await expect(page.getByText('自动备份到“共享盘”。')).toBeVisible()
  await list.open()
  await list.select(project)
  await list.action('删除')
  const afterAMinute = async () => {
    await page.clock.runFor('01:00')
    return files()
  }
  await expect.poll(afterAMinute).toHaveLength(2)

  await openSafety(page)
  await button(page, '不再使用').click()
  await expect(page.getByText('还没有选定文件夹。')).toBeVisible()
})
