import { setTimeout as delay } from 'node:timers/promises'
import { expect, type Page } from '@playwright/test'
import { randomFrom } from '../../documents/readers/mutateFile'
import { amountOf, isSoak, seed } from '../../soak/amount'
import { ImportPage, textForm } from '../pages/importPage'
import { backEnds, test } from '../pages/killableBrowser'
import { writeLargeBackup } from '../pages/largeBackup'

const restores = amountOf({ change: 4, soak: 50 })
const imports = amountOf({ change: 3, soak: 50 })

/** Files that are imported at once. */
const FILES = 60

const usedBackEnds = Object.entries(backEnds).slice(0, isSoak ? undefined : 1)

/** Two states that are restored in turn; several transactions each. */
const states = [
  { name: '甲', count: 450, entries: 1 },
  { name: '乙', count: 420, entries: 3 },
] as const
type State = (typeof states)[number]

const openSafety = async (page: Page, address: string) => {
  await page.goto(`${address}#/safety`)
  await expect(page.getByRole('heading', { name: '数据与安全', level: 1 })).toBeVisible()
}

/** Opens a backup and begins to restore it. */
async function beginRestore(page: Page, file: Uint8Array): Promise<void> {
  await page
    .getByTestId('backup-file')
    .setInputFiles({ name: '备份.jiping', mimeType: '', buffer: Buffer.from(file) })
  const button = page.getByRole('button', { name: '恢复这份备份' })
  await expect(button).toBeVisible()
  await button.click()
}

/** Which of the states the app shows, whole to the last entry. */
async function findState(page: Page): Promise<State | undefined> {
  await page.getByRole('button', { name: '校验全部' }).click()
  const report = page.getByText(/个项目、\d+ 条记录，全部完好/)
  await expect(report).toBeVisible()
  const text = (await report.textContent()) ?? ''
  return states.find(({ count, entries }) =>
    text.includes(`${String(count)} 个项目、${String(count * entries)} 条记录`),
  )
}

for (const [backEnd, flags] of usedBackEnds) {
  test(`${backEnd}: kill -9 in ${String(restores)} restores: all or nothing`, async ({
    start,
    address,
  }) => {
    test.setTimeout(120_000 + restores * 30_000)
    const random = randomFrom(seed)
    const files = await Promise.all(
      states.map(({ name, count, entries }) => writeLargeBackup(name, count, entries)),
    )
    const first = await start(flags)
    const page = await first.context.newPage()
    await openSafety(page, address)
    await beginRestore(page, files[0]!)
    const started = performance.now()
    await expect(page.getByText(/起使用，0 个项目/)).toBeVisible()
    const duration = performance.now() - started
    await first.close()

    let inUse: State = states[0]
    let restored = 0
    let halves = 0
    for (let round = 1; round <= restores; round += 1) {
      const wanted: State = states[1 - states.indexOf(inUse)]!
      const killed = await start(flags)
      const page = await killed.context.newPage()
      await openSafety(page, address)
      await beginRestore(page, files[states.indexOf(wanted)]!)
      await delay(random() * duration * 1.3)
      await killed.kill()

      const { context, close } = await start(flags)
      const after = await context.newPage()
      if (round % 2 === 0) {
        // Without its marks, the app finds the database in use by itself, and never half a one.
        await after.goto(`${address}favicon.svg`)
        await after.evaluate(() => localStorage.clear())
      }
      await openSafety(after, address)
      const found = await findState(after)
      expect(found, `round ${String(round)}`).toBeDefined()
      if (found === wanted) restored += 1
      inUse = found ?? inUse
      // What is left of the interrupted one is named, offers no use, and can be deleted.
      const kept = after.getByRole('region', { name: '保留的数据库' })
      const unfinished = kept.getByRole('listitem').filter({ hasText: '没有做完的恢复' })
      await expect(unfinished.getByRole('button', { name: '切换到这一份' })).toHaveCount(0)
      halves += await unfinished.count()
      for (let left = await kept.getByRole('listitem').count(); left > 0; left -= 1) {
        await kept.getByRole('button', { name: '删除' }).first().click()
        await expect(kept.getByRole('listitem')).toHaveCount(left - 1)
      }
      await close()
    }
    process.stdout.write(
      `${backEnd}: ${String(restores)} restores killed, ${String(restored)} whole, ${String(halves)} halves named and not used\n`,
    )
  })

  test(`${backEnd}: kill -9 in ${String(imports)} imports of ${String(FILES)} tables: all or nothing`, async ({
    start,
    address,
  }) => {
    test.setTimeout(120_000 + imports * 30_000)
    const random = randomFrom(seed + 1)
    let expected = 0
    let done = 0
    for (let round = 1; round <= imports; round += 1) {
      const killed = await start(flags)
      const page = await killed.context.newPage()
      await page.goto(`${address}#/import`)
      const importPage = new ImportPage(page)
      await importPage.choose(
        Array.from({ length: FILES }, (_, index) =>
          textForm(`第${String(round)}批${String(index)}`),
        ),
      )
      const accept = page.getByRole('button', { name: `全部导入（${String(FILES)}）` })
      await expect(accept).toBeEnabled()
      await accept.click({ noWaitAfter: true })
      await delay(random() ** 2 * 300)
      await killed.kill()

      const { context, close } = await start(flags)
      const after = await context.newPage()
      await openSafety(after, address)
      await after.getByRole('button', { name: '校验全部' }).click()
      const report = after.getByText(/个项目、\d+ 条记录，全部完好/)
      await expect(report).toBeVisible()
      const count = Number(/(\d+) 个项目/.exec((await report.textContent()) ?? '')?.[1])
      expect([expected, expected + FILES], `round ${String(round)}`).toContain(count)
      if (count > expected) done += 1
      expected = count
      await close()
    }
    process.stdout.write(
      `${backEnd}: ${String(imports)} imports killed, ${String(done)} whole, the others not begun, 0 partial\n`,
    )
  })
}
