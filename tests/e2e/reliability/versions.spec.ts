import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { bendRecord, dumpDatabase, raiseVersion } from '../pages/rawDatabase'
import {
  actualCell,
  expectActual,
  openEvaluation,
  openSeeded,
  test,
  typeActual,
} from '../pages/storageProfile'

/** A page of the same origin without the app. */
async function openBeside(page: Page): Promise<Page> {
  const beside = await page.context().newPage()
  await beside.goto('/favicon.svg')
  return beside
}

async function downloadBy(page: Page, name: string): Promise<string> {
  const button = page.getByRole('button', { name, exact: true })
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return file.path()
}

test('新版本写过的数据：旧窗口不再写入，旧程序打不开，两处都一字未改，内容可以导出', async ({
  profile,
}) => {
  const context = await profile.start()
  const page = await openSeeded(context)
  await typeActual(page, 'i1', '99%')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
  const beside = await openBeside(page)
  await raiseVersion(beside)
  const after = await dumpDatabase(beside)
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'frozen')
  await typeActual(page, 'i2', '1%')
  await expect(page.getByRole('alert').first()).toContainText('更新版本')
  expect(await dumpDatabase(beside)).toBe(after)

  await page.goto('/')
  const alert = page.getByRole('alert')
  await expect(alert).toHaveAttribute('data-failure', 'storage-newer-than-app')
  const file = await downloadBy(page, '导出能读出的全部内容')
  await expect(page.getByText('已导出 1 个项目。')).toBeVisible()
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  expect(await dumpDatabase(beside)).toBe(after)
})

test('升级被另一窗口挡住：说明要关掉它，关掉后自动继续', async ({ profile }) => {
  const context = await profile.start()
  const holder = await context.newPage()
  await holder.goto('/favicon.svg')
  // A database of a still older make, held by a page that does not listen.
  await holder.evaluate(
    () =>
      new Promise<void>((resolve) => {
        localStorage.setItem(
          'jiping.database',
          JSON.stringify({ installId: 'older', name: 'jiping-main' }),
        )
        const request = indexedDB.open('jiping-main', 5)
        request.onsuccess = () => resolve()
      }),
  )
  const page = await context.newPage()
  await page.goto('/')
  const alert = page.getByRole('alert')
  await expect(alert).toHaveAttribute('data-failure', 'storage-blocked-by-other-tab')
  await holder.close()
  await expect(page.getByRole('navigation').first()).toBeVisible()
})

test('数据库打不开：显示恢复页，不当作第一次使用', async ({ profile }) => {
  const context = await profile.start()
  const page = await openSeeded(context)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    }
  })
  await page.reload()
  const alert = page.getByRole('alert').first()
  await expect(alert).toHaveAttribute('data-failure', 'storage-unavailable')
  await page.getByRole('button', { name: '导出能读出的全部内容' }).click()
  await expect(page.getByText(/数据库读不出来/)).toBeVisible()
  await expect(page.getByTestId('restore-file')).toBeVisible()
})

test('记录损坏：空闲校验自己发现并说明；导出后恢复，原来的内容回来', async ({ profile }) => {
  const context = await profile.start()
  const page = await openSeeded(context)
  await typeActual(page, 'i1', '99%')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
  await page.goto('/favicon.svg')
  await bendRecord(page, '"99%"', '"59%"')
  await page.goto('/#/evaluations/e1')
  await expect(page.getByRole('alert').filter({ hasText: '校验码不符' })).toBeVisible()
  await expect(actualCell(page, 'i1')).toHaveCount(0)
  await expect(page.getByText(/校验发现 1 个项目/)).toBeVisible()
  await page.getByRole('link', { name: '查看并处理' }).click()
  await page.getByRole('button', { name: '下载备份' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '校验码不符' })).toBeVisible()
  const rescue = page.getByRole('region', { name: '导出能读出的全部内容' }).first()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    rescue.getByRole('button').click(),
  ])
  await expect(rescue.getByText(/其中 1 个有损坏，已修复/)).toBeVisible()
  await page.getByTestId('backup-file').setInputFiles(await download.path())
  await page.getByRole('button', { name: '恢复这份备份' }).click()
  await expect(page.getByText(/起使用，1 个项目/)).toBeVisible()
  await openEvaluation(page)
  await expectActual(page, 'i1', '99%')
})
