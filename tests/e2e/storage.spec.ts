import { expect, type Page } from '@playwright/test'
import {
  beginActual,
  commitActual,
  editOf,
  expectActual,
  openEvaluation,
  openSeeded,
  test,
  typeActual,
  writeJournal,
} from './pages/storageProfile'

test('录入后关闭浏览器，再打开仍在', async ({ profile }) => {
  const first = await profile.start()
  const page = await openSeeded(first)
  await typeActual(page, 'i1', '99%')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
  await first.close()
  const second = await profile.start()
  const again = await second.newPage()
  await openEvaluation(again)
  await expectActual(again, 'i1', '99%')
})

test('两个窗口改不同的单元格，两处都在，并各自看到对方的', async ({ profile }) => {
  const context = await profile.start()
  const one = await openSeeded(context)
  const two = await context.newPage()
  await openEvaluation(two)
  const started = performance.now()
  // Each begins before it has seen the other's edit.
  await beginActual(one, 'i1', '99%')
  await typeActual(two, 'i2', '97%')
  await commitActual(one)
  for (const page of [one, two]) {
    await expectActual(page, 'i1', '99%')
    await expectActual(page, 'i2', '97%')
  }
  process.stdout.write(
    `both tabs show both edits after ${(performance.now() - started).toFixed(0)} ms\n`,
  )
  await one.reload()
  await expectActual(one, 'i1', '99%')
  await expectActual(one, 'i2', '97%')
})

test('两个窗口改同一单元格，后保存的看到双方的值', async ({ profile }) => {
  const context = await profile.start()
  const one = await openSeeded(context)
  const two = await context.newPage()
  await openEvaluation(two)
  await beginActual(two, 'i1', '97%')
  await typeActual(one, 'i1', '99%')
  await expect(one.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
  await commitActual(two)
  const notice = two.getByRole('alertdialog')
  await expect(notice).toContainText('99%')
  await expect(notice).toContainText('97%')
  await expectActual(one, 'i1', '99%')
})

test('两个窗口改表外的同一处，正在写的字留着，离开时看到双方的值', async ({ profile }) => {
  const context = await profile.start()
  const one = await openSeeded(context)
  const two = await context.newPage()
  await openEvaluation(two)
  const nameOf = (page: Page) =>
    page.getByRole('row').getByRole('textbox', { name: '项目名称', exact: true })
  await nameOf(two).fill('网络维护费')
  await nameOf(one).fill('网络运维费')
  await nameOf(one).press('Enter')
  await expect(two.getByRole('heading').getByRole('textbox')).toHaveValue('网络运维费')
  await expect(nameOf(two)).toHaveValue('网络维护费')
  await nameOf(two).press('Tab')
  const notice = two.getByRole('alert').filter({ hasText: '网络维护费' })
  await expect(notice).toContainText('网络运维费')
  await notice.getByRole('button').first().click()
  await expect(nameOf(one)).toHaveValue('网络维护费')
})

test('离开得太快、没来得及写入的修改，下次打开时补上', async ({ profile }) => {
  const context = await profile.start()
  const page = await openSeeded(context)
  await writeJournal(page, editOf('96%', 'left-in-the-journal'))
  await page.reload()
  await expectActual(page, 'i1', '96%')
  const keys = await page.evaluate(() => Object.keys(localStorage))
  expect(keys.filter((key) => key.startsWith('jiping.journal.'))).toEqual([])
})

test('录入后立即离开页面，十次都不丢', async ({ profile }) => {
  const context = await profile.start()
  const page = await openSeeded(context)
  for (let round = 1; round <= 10; round += 1) {
    const value = `${String(80 + round)}%`
    await typeActual(page, 'i1', value)
    await page.goto('about:blank')
    await openEvaluation(page)
    await expectActual(page, 'i1', value)
  }
})

test('较新版本程序写下的数据，旧程序拒绝打开，也不改动', async ({ profile }) => {
  const context = await profile.start()
  const page = await openSeeded(context)
  await page.goto('/favicon.svg')
  const version = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('jiping-main', 1000)
        request.onsuccess = () => {
          const { version: raised } = request.result
          request.result.close()
          resolve(raised)
        }
        request.onerror = () => reject(new Error('could not raise the version'))
      }),
  )
  expect(version).toBe(1000)
  await page.goto('/')
  await expect(page.getByRole('alert')).toHaveAttribute('data-failure', 'storage-newer-than-app')
})

test('数据库被清除后显示恢复页，不当作第一次使用；确认后才从空白开始', async ({ profile }) => {
  const context = await profile.start()
  const page = await openSeeded(context)
  const { origin } = new URL(page.url())
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await page.clock.install()
  await page.reload()
  const alert = page.getByRole('alert')
  await expect(alert).toHaveAttribute('data-failure', 'storage-lost')
  const start = page.getByRole('button', { name: '从空白开始' })
  await expect(start).toBeDisabled()
  // The screen stays: a word about slow opening, which is due by now, must not take its place.
  await page.clock.runFor(1_000)
  await expect(start).toBeVisible()
  await page.getByRole('textbox', { name: '输入“从空白开始”确认' }).fill('从空白开始')
  await start.click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('navigation').first()).toBeVisible()
})

test('另一窗口升级数据库时，本窗口停止写入', async ({ profile }) => {
  const context = await profile.start()
  const page = await openSeeded(context)
  const other = await context.newPage()
  await other.goto('/favicon.svg')
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('jiping-main', 1000)
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
        request.onerror = () => reject(new Error('could not raise the version'))
      }),
  )
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'frozen')
})
