import { expect, type Page } from '@playwright/test'
import { openSeeded, test, typeActual } from '../pages/storageProfile'

/** As an eviction or a cleaning program does it. */
async function clear(page: Page, storageTypes: string) {
  const devtools = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes })
}

test('正在使用时数据库被清除：停止写入并说明，不把修改写进空库；再打开是恢复页', async ({
  profile,
}) => {
  const page = await openSeeded(await profile.start())
  await clear(page, 'indexeddb')
  const state = page.getByTestId('save-state')
  await expect(state).toHaveAttribute('data-state', 'frozen')
  await typeActual(page, 'i1', '1%')
  await expect(state).toHaveAttribute('data-state', 'frozen')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByRole('alert')).toHaveAttribute('data-failure', 'storage-lost')
})

test('快照与数据库各在一处：数据库被清除后，从快照恢复', async ({ profile }) => {
  const page = await openSeeded(await profile.start())
  await page.goto('/#/safety')
  await page.getByRole('button', { name: '现在留存一份' }).click()
  await expect(page.getByRole('button', { name: '从这份恢复…' })).toHaveCount(1)
  await clear(page, 'indexeddb')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByRole('alert')).toHaveAttribute('data-failure', 'storage-lost')
  await page.getByRole('listitem').getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: '数据与安全', level: 1 })).toBeVisible()
  await page.goto('/#/')
  await expect(page.getByText('网络运行维护费').first()).toBeVisible()
})

test('只清除了标记、数据库还在：照常打开，内容不少', async ({ profile }) => {
  const page = await openSeeded(await profile.start())
  await clear(page, 'local_storage')
  await page.goto('/')
  await expect(page.getByText('网络运行维护费').first()).toBeVisible()
})
