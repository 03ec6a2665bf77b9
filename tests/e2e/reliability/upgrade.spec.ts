import { setTimeout as delay } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { randomFrom } from '../../documents/readers/mutateFile'
import { amountOf, isSoak, seed } from '../../soak/amount'
import { backEnds, test } from '../pages/killableBrowser'
import { installSchemaOne, type RawContent, readContent } from '../pages/schemaOne'

const rounds = amountOf({ change: 3, soak: 20 })

/** So long an upgrade is kept going, for the kill to fall into it or behind it, in ms. */
const UPGRADE_MS = 300

const OLD = 10
const NEW = 20

/** A page of the app's origin without the app. */
async function openBeside(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${address}favicon.svg`)
  return page
}

/** Old and whole, or new and whole: never a mixture. */
function expectWhole({ version, rows }: RawContent, before: RawContent, isOpened: boolean): void {
  expect([OLD, NEW]).toContain(version)
  expect('summaryPacks' in rows).toBe(version === NEW)
  for (const [store, known] of Object.entries(before.rows)) {
    // The app itself writes nothing into these when it opens.
    if (store !== 'meta' || !isOpened) expect(rows[store], store).toEqual(known)
  }
}

/** Every upgrade goes on for a while, and says when it begins. */
const prolongUpgrade = (ms: number) => {
  const { upgradeBegins } = globalThis as unknown as { upgradeBegins: () => void }
  const { prototype } = IDBDatabase
  const method = Object.getOwnPropertyDescriptor(prototype, 'createObjectStore')
  const create = method?.value as (...args: unknown[]) => IDBObjectStore
  prototype.createObjectStore = function (...args) {
    const store = create.apply(this, args)
    const until = performance.now() + ms
    const goOn = () => {
      if (performance.now() < until) store.get('nothing').onsuccess = goOn
    }
    upgradeBegins()
    goOn()
    return store
  }
}

const usedBackEnds = Object.entries(backEnds).slice(0, isSoak ? undefined : 1)

for (const [backEnd, flags] of usedBackEnds) {
  test(`${backEnd}: kill -9 in ${String(rounds)} upgrades from schema 1: old and whole, or new and whole`, async ({
    start,
    address,
  }) => {
    test.setTimeout(120_000 + rounds * 20_000)
    const random = randomFrom(seed)
    const versions: number[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const killed = await start(flags)
      const first = await openBeside(killed.context, address)
      await installSchemaOne(first)
      const before = await readContent(first)
      expect(before.version).toBe(OLD)
      let hasBegun = false
      await killed.context.exposeBinding('upgradeBegins', () => (hasBegun = true))
      await killed.context.addInitScript(prolongUpgrade, UPGRADE_MS)
      const page = await killed.context.newPage()
      await page.goto(address, { waitUntil: 'commit' })
      await expect.poll(() => hasBegun, { intervals: [5] }).toBe(true)
      await delay(random() * UPGRADE_MS * 1.5)
      await killed.kill()

      const { context, close } = await start(flags)
      const beside = await openBeside(context, address)
      const found = await readContent(beside)
      versions.push(found.version)
      expectWhole(found, before, found.version === NEW)
      const again = await context.newPage()
      await again.goto(address)
      await expect(again.getByRole('grid', { name: '项目列表' })).toBeVisible()
      expectWhole(await readContent(beside), before, true)
      await close()
    }
    process.stdout.write(
      `${backEnd}: ${String(rounds)} kills in upgrades, ${String(versions.filter((version) => version === OLD).length)} left old, the others new, 0 mixed\n`,
    )
  })
}

test('升级中途出错：旧数据一字未动，可以导出；再打开时照常升级', async ({ start, address }) => {
  const { context } = await start()
  const beside = await openBeside(context, address)
  await installSchemaOne(beside)
  const before = await readContent(beside)
  const page = await context.newPage()
  await page.addInitScript(() => {
    IDBDatabase.prototype.createObjectStore = () => {
      throw new DOMException('Internal error', 'UnknownError')
    }
  })
  await page.goto(address)
  await expect(page.getByRole('alert').first()).toHaveAttribute(
    'data-failure',
    'storage-unavailable',
  )
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出能读出的全部内容' }).click(),
  ])
  await expect(page.getByText('已导出 2 个项目。')).toBeVisible()
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  expect(await readContent(beside)).toEqual(before)

  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByRole('grid', { name: '项目列表' })).toBeVisible()
  expectWhole(await readContent(beside), before, true)
})

test('三个窗口同时升级：都打开，内容一字不差', async ({ start, address }) => {
  const { context } = await start()
  const beside = await openBeside(context, address)
  await installSchemaOne(beside)
  const before = await readContent(beside)
  await context.exposeBinding('upgradeBegins', () => undefined)
  await context.addInitScript(prolongUpgrade, UPGRADE_MS)
  const pages = await Promise.all([1, 2, 3].map(() => context.newPage()))
  await Promise.all(pages.map((page) => page.goto(address)))
  for (const page of pages) {
    await expect(page.getByRole('grid', { name: '项目列表' })).toBeVisible()
    await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
  }
  const after = await readContent(beside)
  expect(after.version).toBe(NEW)
  expectWhole(after, before, true)
})
